/** The few words of our own that screens show, by language; names and descriptions are the catalog's. */

/** Something counted; the number comes in as it is written in the language. */
interface Counted {
  readonly none: string;
  readonly one: (count: string) => string;
  readonly other: (count: string) => string;
}

export interface Phrases {
  readonly results: Counted;
  readonly reviews: Counted;
  readonly inStock: string;
  readonly onlyLeft: (count: string) => string;
  readonly soldOut: string;
  readonly backOn: (date: string) => string;
  readonly bestseller: string;
  readonly filters: { readonly category: string; readonly brand: string; readonly price: string };
  readonly sorts: {
    readonly relevance: string;
    readonly popularity: string;
    readonly newest: string;
    readonly priceAscending: string;
    readonly priceDescending: string;
  };
}

/** What the phrasebook can count. */
export type Countable = 'results' | 'reviews';

const english: Phrases = {
  results: { none: 'No results', one: (count) => `${count} result`, other: (count) => `${count} results` },
  reviews: { none: 'No reviews yet', one: (count) => `${count} review`, other: (count) => `${count} reviews` },
  inStock: 'In stock',
  onlyLeft: (count) => `Only ${count} left`,
  soldOut: 'Sold out',
  backOn: (date) => `Back on ${date}`,
  bestseller: 'Bestseller',
  filters: { category: 'Category', brand: 'Brand', price: 'Price' },
  sorts: {
    relevance: 'Best match',
    popularity: 'Most popular',
    newest: 'Newest',
    priceAscending: 'Price, low to high',
    priceDescending: 'Price, high to low',
  },
};

const german: Phrases = {
  results: { none: 'Keine Treffer', one: (count) => `${count} Treffer`, other: (count) => `${count} Treffer` },
  reviews: {
    none: 'Noch keine Bewertungen',
    one: (count) => `${count} Bewertung`,
    other: (count) => `${count} Bewertungen`,
  },
  inStock: 'Auf Lager',
  onlyLeft: (count) => `Nur noch ${count} da`,
  soldOut: 'Ausverkauft',
  backOn: (date) => `Wieder da am ${date}`,
  bestseller: 'Bestseller',
  filters: { category: 'Kategorie', brand: 'Marke', price: 'Preis' },
  sorts: {
    relevance: 'Beste Treffer',
    popularity: 'Beliebteste',
    newest: 'Neueste',
    priceAscending: 'Preis aufsteigend',
    priceDescending: 'Preis absteigend',
  },
};

const french: Phrases = {
  results: { none: 'Aucun résultat', one: (count) => `${count} résultat`, other: (count) => `${count} résultats` },
  reviews: { none: 'Pas encore d’avis', one: (count) => `${count} avis`, other: (count) => `${count} avis` },
  inStock: 'En stock',
  onlyLeft: (count) => `Plus que ${count}`,
  soldOut: 'Épuisé',
  backOn: (date) => `De retour le ${date}`,
  bestseller: 'Meilleure vente',
  filters: { category: 'Catégorie', brand: 'Marque', price: 'Prix' },
  sorts: {
    relevance: 'Pertinence',
    popularity: 'Les plus demandés',
    newest: 'Nouveautés',
    priceAscending: 'Prix croissant',
    priceDescending: 'Prix décroissant',
  },
};

const spanish: Phrases = {
  results: { none: 'Sin resultados', one: (count) => `${count} resultado`, other: (count) => `${count} resultados` },
  reviews: { none: 'Aún sin reseñas', one: (count) => `${count} reseña`, other: (count) => `${count} reseñas` },
  inStock: 'En stock',
  onlyLeft: (count) => `Últimas unidades: ${count}`,
  soldOut: 'Agotado',
  backOn: (date) => `Disponible el ${date}`,
  bestseller: 'Más vendido',
  filters: { category: 'Categoría', brand: 'Marca', price: 'Precio' },
  sorts: {
    relevance: 'Relevancia',
    popularity: 'Más populares',
    newest: 'Novedades',
    priceAscending: 'Precio: de menor a mayor',
    priceDescending: 'Precio: de mayor a menor',
  },
};

const phrasesByLanguage = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
]);

/** The phrases of a locale's language; English where there are none. */
export function phrasesOf(locale: string): Phrases {
  return phrasesByLanguage.get(locale.split('-', 1)[0] as string) ?? english;
}
