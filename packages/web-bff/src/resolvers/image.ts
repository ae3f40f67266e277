/** Pictures. */
import { from } from '@facet/core';
import type { ImageResolvers } from '../generated/resolvers.ts';
import { toImageUrl } from '../views/image.ts';

export const Image: ImageResolvers = {
  url: from(['url'], toImageUrl),
};
