/** Images in the size a device shows them in. */
import { FacetError } from '@facet/core';
import type { Image } from '@facet/sources';
import { invalidAnswer } from './invalid-answer.ts';

/** Widths that are ever asked for, in pixels: few enough that devices share them, and with them every cache on the way. */
export const ladder = [160, 240, 320, 480, 640, 960, 1280, 1920] as const;

const bounds = { width: { min: 1, max: 2_000 }, density: { min: 1, max: 4 } } as const;

export interface SizeArgs {
  /** CSS pixels. */
  readonly width: number;
  /** Device pixels per CSS pixel. */
  readonly density: number;
}

/** URL of an image. Throws BAD_USER_INPUT for a width or density out of bounds. */
export function toSizedUrl({ url }: Pick<Image, 'url'>, size: SizeArgs): string {
  const sized = URL.parse(url);
  if (sized === null) throw invalidAnswer('image url', url);
  sized.searchParams.set('width', String(toPixels(size)));
  return sized.href;
}

/** URL of a product's first image. */
export function toMainImageUrl({ images }: { images: readonly Image[] }, size: SizeArgs): string {
  const [image] = images;
  if (image === undefined) throw invalidAnswer('images', images);
  return toSizedUrl(image, size);
}

/** URL of a category's image. */
export function toCategoryImageUrl({ image }: { image: Image }, size: SizeArgs): string {
  return toSizedUrl(image, size);
}

/** The step of the ladder that is wide enough, or the widest. */
function toPixels(size: SizeArgs): number {
  assertWithin('width', size.width);
  assertWithin('density', size.density);
  const wanted = size.width * size.density;
  return ladder.find((width) => width >= wanted) ?? 1_920;
}

function assertWithin(argument: keyof typeof bounds, received: number): void {
  const { min, max } = bounds[argument];
  if (received >= min && received <= max) return;
  throw new FacetError('BAD_USER_INPUT', {
    message: `${argument} must be from ${min} to ${max}, received ${received}.`,
    details: { argument, min, max },
  });
}
