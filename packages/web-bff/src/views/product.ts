/** Products: what the web shows of them beside their own columns. */
import type { Image, Product } from '@facet/sources';

/** The contract promises at least one image, the one to show first. */
export function toMainImage({ images }: Pick<Product, 'images'>): Image {
  return images[0] as Image;
}
