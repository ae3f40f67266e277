/** Pictures: the address of one in the size that the client wants. */
import { FacetError } from '@facet/core';
import type { Image } from '@facet/sources';

const maxPixels = 4_096;

interface Size {
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}

/** The picture's URL with the size in its query; throws BAD_USER_INPUT for a size out of bounds. */
export function toImageUrl({ url }: Pick<Image, 'url'>, { width, height }: Size): string {
  const size = [toQuery('width', width), toQuery('height', height)].filter((part) => part !== '').join('&');
  if (size === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${size}`;
}

function toQuery(name: string, pixels: number | null | undefined): string {
  if (pixels === null || pixels === undefined) return '';
  if (pixels >= 1 && pixels <= maxPixels) return `${name}=${pixels}`;
  throw new FacetError('BAD_USER_INPUT', {
    message: `Argument ${name} is from 1 to ${maxPixels} pixels, received ${pixels}.`,
    details: { argument: name, maximum: maxPixels },
  });
}
