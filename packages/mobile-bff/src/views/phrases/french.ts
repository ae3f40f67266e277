/** The phrases in French. */
import type { Phrases } from './phrasebook.ts';

export const french: Phrases = {
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
  cartItems: {
    none: 'Votre panier est vide',
    one: (count) => `${count} article dans votre panier`,
    other: (count) => `${count} articles dans votre panier`,
  },
  pieces: { none: 'Aucun article', one: (count) => `${count} article`, other: (count) => `${count} articles` },
  orders: {
    none: 'Pas encore de commande',
    one: (count) => `${count} commande`,
    other: (count) => `${count} commandes`,
  },
  orderStatus: { PLACED: 'Commandée', PAID: 'Payée', CANCELLED: 'Annulée' },
  paymentStatus: {
    authorized: 'débit en cours',
    captured: 'payé',
    voided: 'non débité',
    refunded: 'remboursé',
    declined: 'refusé',
  },
  cardEnding: (brand, digits) => `${brand} se terminant par ${digits}`,
  cart: {
    INVALID: 'Votre panier est inchangé. Vérifiez votre saisie.',
    NOT_IN_CART: 'Cet article n’est plus dans votre panier.',
  },
  checkout: {
    ORDERED: 'Merci ! Votre commande est enregistrée.',
    OUT_OF_STOCK: 'Il ne reste pas assez de pièces. Rien n’a été débité.',
    PRICE_CHANGED: 'Le total a changé. Vérifiez le nouveau ; rien n’a été débité.',
    CART_EMPTY: 'Votre panier est vide. Rien n’a été débité.',
    RESERVATION_EXPIRED:
      'Les articles ont été réservés trop longtemps et sont de nouveau libres. Rien n’a été débité ; réessayez.',
    UNDER_WAY:
      'Une autre de vos commandes est en cours, ou celle-ci a pris trop de temps. Rien n’a été débité pour celle-ci ; consultez d’abord vos commandes.',
    INVALID: 'Vérifiez votre saisie. Rien n’a été débité.',
  },
  declined: {
    insufficientFunds: 'Votre carte a été refusée : le solde est insuffisant. Prenez-en une autre.',
    cardExpired: 'Votre carte a été refusée : elle a expiré. Prenez-en une autre.',
    cardRefused: 'Votre carte a été refusée. Prenez-en une autre.',
    tryAgain: 'Votre carte n’a pas pu être débitée pour l’instant. Réessayez.',
  },
  order: {
    CANCELLED: 'Votre commande est annulée. Vous êtes remboursé.',
    TOO_LATE: 'Cette commande ne peut plus être annulée : un jour est passé.',
    UNKNOWN: 'Vous n’avez pas de telle commande.',
  },
  review: {
    WRITTEN: 'Merci pour votre avis !',
    ALREADY_WRITTEN: 'Vous avez déjà donné votre avis sur ce produit.',
    INVALID: 'Votre avis n’est pas encore publié. Vérifiez votre saisie.',
  },
  account: {
    CHANGED: 'Vos modifications sont enregistrées.',
    INVALID: 'Rien n’est encore enregistré. Vérifiez votre saisie.',
  },
  fields: {
    productId: 'Ce produit n’est pas disponible.',
    quantity: 'Choisissez un nombre de 1 à 99.',
    addressId: 'Choisissez une de vos adresses.',
    cardToken: 'Choisissez une carte.',
    stars: 'Choisissez de 1 à 5 étoiles.',
    title: 'Écrivez de 1 à 120 caractères.',
    body: 'Écrivez de 1 à 5000 caractères.',
    givenName: 'Écrivez de 1 à 100 caractères.',
    familyName: 'Écrivez de 1 à 100 caractères.',
    displayName: 'Écrivez de 1 à 50 caractères.',
    locale: 'Choisissez une langue.',
    phone: 'Commencez par l’indicatif du pays, par exemple +49301234567.',
    other: 'Vérifiez ceci.',
  },
};
