// The form in which a department describes what it sells; the seed makes products from it.
import type { ProductCategory } from '../../seeding/master-data.ts';

export interface CategoryAssortment {
  readonly slug: ProductCategory;
  readonly name: string;
  readonly description: string;
  readonly brands: readonly string[];
  /** What the names end in; combined with a series it names a product. */
  readonly types: readonly string[];
  readonly colours: readonly Colour[];
  /** Lowest and highest price in euros. */
  readonly price: readonly [number, number];
  /** Each product has one value of each, and its colour. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly tags: readonly string[];
  /** First sentences and the ones that follow; `{series}`, `{type}` and `{Attribute}` are filled in. */
  readonly openings: readonly string[];
  readonly details: readonly string[];
}

export interface Department {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** First parts of product names. */
  readonly series: readonly string[];
  /** Last sentences of descriptions. */
  readonly closings: readonly string[];
  readonly categories: readonly CategoryAssortment[];
}

export const hexByColour = {
  Anthracite: '#3b4046',
  Black: '#26282b',
  Brass: '#b8934a',
  Burgundy: '#7a2b3a',
  Charcoal: '#4a4d52',
  Clay: '#b5714f',
  Copper: '#b56b45',
  Cream: '#e9dfc9',
  Denim: '#46618a',
  Forest: '#2f5d46',
  Graphite: '#54585e',
  Honey: '#d9a441',
  Ink: '#27364f',
  Lilac: '#a493c4',
  Moss: '#6f7f4a',
  Mustard: '#cf9c2c',
  Natural: '#c9ab82',
  Ocean: '#2d6f8e',
  Plum: '#6a4161',
  Rust: '#a9502f',
  Sage: '#8fa58b',
  Sand: '#d3bf9c',
  Silver: '#b4b9bf',
  Sky: '#7fb2d6',
  Slate: '#66727f',
  Sunrise: '#e2734f',
  Terracotta: '#c4674a',
  Walnut: '#6f4a33',
  White: '#eceef0',
} as const;

export type Colour = keyof typeof hexByColour;
