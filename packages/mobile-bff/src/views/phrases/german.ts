/** The phrases in German. */
import type { Phrases } from './phrasebook.ts';

export const german: Phrases = {
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
  cartItems: {
    none: 'Dein Warenkorb ist leer',
    one: (count) => `${count} Artikel im Warenkorb`,
    other: (count) => `${count} Artikel im Warenkorb`,
  },
  pieces: { none: 'Keine Artikel', one: (count) => `${count} Artikel`, other: (count) => `${count} Artikel` },
  orders: {
    none: 'Noch keine Bestellungen',
    one: (count) => `${count} Bestellung`,
    other: (count) => `${count} Bestellungen`,
  },
  orderStatus: { PLACED: 'Bestellt', PAID: 'Bezahlt', CANCELLED: 'Storniert' },
  paymentStatus: {
    authorized: 'wird abgebucht',
    captured: 'bezahlt',
    voided: 'nicht abgebucht',
    refunded: 'erstattet',
    declined: 'abgelehnt',
  },
  cardEnding: (brand, digits) => `${brand} mit Endziffern ${digits}`,
  cart: {
    INVALID: 'Dein Warenkorb ist unverändert. Bitte prüfe deine Eingaben.',
    NOT_IN_CART: 'Dieser Artikel ist nicht mehr im Warenkorb.',
  },
  checkout: {
    ORDERED: 'Danke! Deine Bestellung ist eingegangen.',
    OUT_OF_STOCK: 'Es sind nicht mehr genug Stücke da. Es wurde nichts abgebucht.',
    PRICE_CHANGED: 'Die Summe hat sich geändert. Bitte prüfe die neue; es wurde nichts abgebucht.',
    CART_EMPTY: 'Dein Warenkorb ist leer. Es wurde nichts abgebucht.',
    RESERVATION_EXPIRED:
      'Die Stücke waren zu lange für dich reserviert und sind wieder frei. Es wurde nichts abgebucht; bitte versuche es noch einmal.',
    UNDER_WAY:
      'Eine andere Bestellung von dir läuft gerade, oder diese hat zu lange gedauert. Für diese wurde nichts abgebucht; bitte sieh zuerst in deine Bestellungen.',
    INVALID: 'Bitte prüfe deine Eingaben. Es wurde nichts abgebucht.',
  },
  declined: {
    insufficientFunds: 'Deine Karte wurde abgelehnt: Die Deckung reicht nicht aus. Bitte nimm eine andere.',
    cardExpired: 'Deine Karte wurde abgelehnt: Sie ist abgelaufen. Bitte nimm eine andere.',
    cardRefused: 'Deine Karte wurde abgelehnt. Bitte nimm eine andere.',
    tryAgain: 'Deine Karte konnte gerade nicht belastet werden. Bitte versuche es noch einmal.',
  },
  order: {
    CANCELLED: 'Deine Bestellung ist storniert. Du bekommst dein Geld zurück.',
    TOO_LATE: 'Diese Bestellung kann nicht mehr storniert werden: Ein Tag ist vergangen.',
    UNKNOWN: 'Du hast keine solche Bestellung.',
  },
  review: {
    WRITTEN: 'Danke für deine Bewertung!',
    ALREADY_WRITTEN: 'Du hast dieses Produkt schon bewertet.',
    INVALID: 'Deine Bewertung ist noch nicht veröffentlicht. Bitte prüfe deine Eingaben.',
  },
  account: {
    CHANGED: 'Deine Änderungen sind gespeichert.',
    INVALID: 'Noch ist nichts gespeichert. Bitte prüfe deine Eingaben.',
  },
  fields: {
    productId: 'Dieses Produkt ist nicht erhältlich.',
    quantity: 'Wähle eine Zahl von 1 bis 99.',
    addressId: 'Wähle eine deiner Adressen.',
    cardToken: 'Wähle eine Karte.',
    stars: 'Wähle 1 bis 5 Sterne.',
    title: 'Schreibe 1 bis 120 Zeichen.',
    body: 'Schreibe 1 bis 5000 Zeichen.',
    givenName: 'Schreibe 1 bis 100 Zeichen.',
    familyName: 'Schreibe 1 bis 100 Zeichen.',
    displayName: 'Schreibe 1 bis 50 Zeichen.',
    locale: 'Wähle eine Sprache.',
    phone: 'Beginne mit der Landesvorwahl, zum Beispiel +49301234567.',
    other: 'Bitte prüfe das.',
  },
};
