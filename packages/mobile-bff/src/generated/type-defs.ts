// Generated from schemas/mobile/*.graphql by pnpm codegen. Do not edit.

export const typeDefs = `"The signed-in person's own screen."
type AccountScreen @owner(column: "id", secret: true) @cacheControl(maxAge: 0, scope: PRIVATE) {
  "The name others see."
  displayName: String!

  "First name, for the form that changes it."
  givenName: String!

  "Last name."
  familyName: String!

  "Where mail goes."
  email: String!

  "Telephone number with country code, for example \`+49301234567\`; null when the person gave none."
  phone: String

  "When the account was opened, for example \`12 Mar 2024\`."
  memberSince: String!

  "Where parcels go unless told otherwise; null while it cannot be looked up."
  defaultAddress: AccountAddress
}

"An address as on a parcel."
type AccountAddress @owner(column: "items.accountId") {
  "For the \`addressId\` of \`checkout\`; null when the person gave no address."
  id: ID

  "Recipient, street, town, country: one line each; empty when the person gave none."
  lines: [String!]!
}

"What became of a change of the person's own data."
type AccountChange {
  "What happened, to decide what comes next."
  outcome: AccountOutcome!

  "The words to show, for example \`Your changes are saved.\`"
  message: String!

  "With \`INVALID\`, what to mend; otherwise empty."
  fields: [FieldMessage!]! @listSize(assumedSize: 5)

  "The person's screen as it is now; null while it cannot be looked up."
  account: AccountScreen
}

"How a change of the person's own data can end."
enum AccountOutcome {
  "The changes are saved."
  CHANGED
  "Nothing changed: \`fields\` says what to mend."
  INVALID
}

"What the signed-in person is about to buy."
type CartScreen @owner(column: "id", secret: true) @cacheControl(maxAge: 0, scope: PRIVATE) {
  "A line for each product, in the order they were put in; empty at first."
  lines: [ItemLine!]! @listSize(assumedSize: 20)

  "How many pieces there are, for example \`3 items in your cart\`."
  itemCount: String!

  "What all of it costs at today's prices, for example \`€149.70\`."
  total: String!

  "For \`checkout\`: stands for the total shown, so that nobody pays another one."
  totalToken: String!

  "Whether there is anything to check out."
  canCheckOut: Boolean!

  "Where the parcel goes unless told otherwise, its \`id\` is for \`checkout\`; null while it cannot be looked up."
  defaultAddress: AccountAddress
}

"What became of a change of the cart."
type CartChange {
  "What happened, to decide what comes next."
  outcome: CartOutcome!

  "The words to show, for example \`3 items in your cart\`."
  message: String!

  "With \`INVALID\`, what to mend; otherwise empty."
  fields: [FieldMessage!]! @listSize(assumedSize: 5)

  "The cart as it is now, whatever the outcome; null while it cannot be looked up."
  cart: CartScreen
}

"How a change of the cart can end."
enum CartOutcome {
  "The cart is changed."
  CHANGED
  "Nothing changed: \`fields\` says what to mend."
  INVALID
  "Nothing changed: the product is not in the cart any more."
  NOT_IN_CART
}

"What became of a checkout. Unless the outcome is \`ORDERED\`, nothing is charged and nothing is ordered."
type CheckoutResult {
  "What happened, to decide what comes next."
  outcome: CheckoutOutcome!

  "The words to show, for example \`Your card was declined: there is not enough money on it.\`"
  message: String!

  "With \`INVALID\`, what to mend; otherwise empty."
  fields: [FieldMessage!]! @listSize(assumedSize: 5)

  "With \`OUT_OF_STOCK\`, what is left of each product that falls short; otherwise empty."
  shortages: [Shortage!]! @listSize(assumedSize: 5)

  "Whether the same card may be good at another try, under a new \`Idempotency-Key\`."
  canTryAgain: Boolean!

  "With \`ORDERED\`, the new order; otherwise null."
  order: OrderScreen

  "The cart as it is now, at today's prices and with a new \`totalToken\`; null while it cannot be looked up."
  cart: CartScreen
}

"How a checkout can end."
enum CheckoutOutcome {
  "The order is placed."
  ORDERED
  "There are fewer pieces than the cart holds: \`shortages\` says of what."
  OUT_OF_STOCK
  "The card was declined: \`message\` says why, \`canTryAgain\` whether the same card may work."
  PAYMENT_DECLINED
  "The total is not the one that was shown: \`cart\` has the new one."
  PRICE_CHANGED
  "There was nothing in the cart."
  CART_EMPTY
  "The pieces were held for too long and went back: it may be tried again, with the same card."
  RESERVATION_EXPIRED
  "Another checkout of the person is under way, or this one took too long: the orders show what came of it."
  UNDER_WAY
  "\`fields\` says what to mend."
  INVALID
}

"A product of which there are fewer pieces than the cart holds."
type Shortage {
  "The line of the cart it is about."
  productId: ID!

  "How many pieces are left, 0 when it is sold out."
  available: Int!

  "The words to show on the line, for example \`Only 2 left\`."
  label: String!
}

"The start screen: sections that stand alone, so that one that fails leaves the others."
type HomeScreen @cacheControl(maxAge: 60) {
  "The top departments."
  categories: CategorySection

  "Reduced products, the most popular first."
  offers: ProductSection

  "What most people buy."
  popular: ProductSection

  "What came into the shop last."
  arrivals: ProductSection
}

"A strip of categories."
type CategorySection @cacheControl(inheritMaxAge: true) {
  "At most eight, in the shop's own order."
  tiles: [CategoryTile!]! @listSize(assumedSize: 8)
}

"A category as a picture to tap on."
type CategoryTile @cacheControl(inheritMaxAge: true) {
  "For the \`category\` argument of the search."
  id: ID!

  "What the category is called."
  name: String!

  "Where its picture is, sized for the device."
  imageUrl(
    "Width of the picture on the screen in CSS pixels, 1 to 2000."
    width: Int! = 160
    "Device pixels per CSS pixel, 1 to 4."
    density: Float! = 2
  ): String!
}

"Pieces of one product, in the cart or in an order."
type ItemLine {
  "For \`updateCartItem\`, \`removeCartItem\` and \`productScreen\`."
  productId: ID!

  "What the product is called; in an order, what it was called then."
  name: String!

  "How many pieces, 1 to 99."
  quantity: Int!

  "Price of one piece, for example \`€49.90\`: today's in the cart, that of the purchase in an order."
  unitPrice: String!

  "Price of all pieces of the line, for example \`€99.80\`."
  linePrice: String!

  "The product as it is now, for its picture; null when it left the shop or the catalog cannot be reached."
  product: ProductTile
}

"What a person should mend in one field of a form."
type FieldMessage {
  "The argument of the mutation, for example \`quantity\`."
  field: String!

  "The words to show beside it, for example \`Choose a number from 1 to 99.\`"
  message: String!
}

"One page of what the signed-in person bought, newest first."
type OrdersScreen @owner(column: "items.accountId") @cacheControl(maxAge: 0, scope: PRIVATE) {
  "How many orders there are over all pages, for example \`12 orders\`."
  total: String!

  "The orders of this page."
  rows: [OrderRow!]!

  "For \`after\`, to get the next page; null on the last."
  next: String
}

"An order in the list."
type OrderRow @owner {
  "The order's number, for \`orderScreen\`."
  id: ID!

  "When it was ordered, for example \`12 Mar 2026\`."
  date: String!

  "For the colour of the label."
  status: OrderStatus!

  "The words to show, for example \`Paid\`."
  statusLabel: String!

  "What it cost, for example \`€149.70\`."
  total: String!

  "How many pieces it has, for example \`3 items\`."
  pieces: String!

  "Its first product as it is now, for the picture; null when it left the shop or the catalog cannot be reached."
  cover: ProductTile
}

"The screen of one order."
type OrderScreen @owner(secret: true) @cacheControl(maxAge: 0, scope: PRIVATE) {
  "The order's number."
  id: ID!

  "When it was ordered, for example \`12 Mar 2026\`."
  date: String!

  "For the colour of the label."
  status: OrderStatus!

  "The words to show, for example \`Paid\`."
  statusLabel: String!

  "A line for each product, at the prices of the purchase."
  lines: [ItemLine!]! @listSize(assumedSize: 5)

  "How many pieces it has, for example \`3 items\`."
  pieces: String!

  "What it cost, for example \`€149.70\`."
  total: String!

  "Where the parcel goes: recipient, street, town, country, one line each."
  addressLines: [String!]!

  "How it is paid; null while payments cannot be reached."
  payment: OrderPayment

  "Whether \`cancelOrder\` is worth offering: for a day after it was ordered, unless it is cancelled already."
  canCancel: Boolean!
}

"How an order is paid."
type OrderPayment @owner(column: "items.accountId") {
  "Card and state, for example \`Visa ending in 4242 · paid\`; null when there is no payment."
  label: String
}

"How far an order is."
enum OrderStatus {
  "Ordered; the money is not taken yet."
  PLACED
  "Ordered and paid."
  PAID
  "Taken back; the money is returned."
  CANCELLED
}

"What became of the wish to cancel an order."
type OrderChange {
  "What happened, to decide what comes next."
  outcome: OrderOutcome!

  "The words to show, for example \`Your order is cancelled. You get your money back.\`"
  message: String!

  "The order as it is now; null when nothing changed."
  order: OrderScreen
}

"How cancelling an order can end."
enum OrderOutcome {
  "The order is cancelled, by this call or before it."
  CANCELLED
  "Nothing changed: it was ordered more than a day ago."
  TOO_LATE
  "The signed-in person has no such order."
  UNKNOWN
}

"The screen of one product."
type ProductScreen @cacheControl(maxAge: 60) {
  "The product's id."
  id: ID!

  "What the product is called."
  title: String!

  "Who makes it."
  brand: String!

  "What it costs, for example \`€49.90\`."
  price: String!

  "What it cost before the reduction; null when it is not reduced."
  oldPrice: String

  "The one thing that sets it apart, to print on the picture."
  badge: Badge

  "Its pictures, the best first."
  gallery: [GalleryImage!]! @listSize(assumedSize: 8)

  "Two to four sentences."
  description: String!

  "Properties to compare it by."
  attributes: [Attribute!]! @listSize(assumedSize: 20)

  "Whether it can be ordered; null while the warehouse cannot be reached."
  stock: Stock

  "What buyers think of it; null while reviews cannot be reached."
  rating: Rating

  "What buyers say; null while reviews cannot be reached."
  reviews: ReviewSection

  "What people look at next."
  related: ProductSection
}

"A picture of the product."
type GalleryImage @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "Where it is, sized for the device."
  url(
    "Width of the picture on the screen in CSS pixels, 1 to 2000."
    width: Int! = 390
    "Device pixels per CSS pixel, 1 to 4."
    density: Float! = 2
  ): String!

  "What it shows, for those who do not see it."
  alt: String!
}

"A property of the product."
type Attribute @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "For example \`Material\`."
  name: String!

  "For example \`Solid oak\`."
  value: String!
}

"Whether a product can be ordered."
type Stock @cacheControl(maxAge: 5) {
  "For the colour of the label."
  status: StockStatus!

  "The words to show, for example \`Only 3 left\`."
  label: String!
}

"How well a product is stocked."
enum StockStatus {
  "Enough for everybody."
  IN_STOCK
  "The last pieces."
  LOW_STOCK
  "None at the moment."
  OUT_OF_STOCK
}

"What buyers think of a product, in numbers."
type Rating @cacheControl(maxAge: 30) {
  "The mean of all ratings out of 5, for example \`4.6\`; null without reviews."
  average: String

  "How many reviews there are, for example \`1,204 reviews\`."
  count: String!

  "Reviews by stars, from five stars to one."
  bars: [RatingBar!]! @listSize(assumedSize: 5)
}

"One bar of the picture that shows how ratings spread."
type RatingBar @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "Stars from 1 to 5."
  stars: Int!

  "How many reviews gave these stars, for example \`1,204\`."
  count: String!

  "Length of the bar: the share of all reviews in whole percent, 0 to 100."
  percent: Int!
}

"What buyers say, cut to what the product screen shows."
type ReviewSection @cacheControl(maxAge: 30) {
  "How many reviews there are, for example \`1,204 reviews\`."
  count: String!

  "The three newest."
  cards: [ReviewCard!]! @listSize(assumedSize: 3)
}

"What one person says about the product."
type ReviewCard @cacheControl(inheritMaxAge: true) {
  "The review's id."
  id: ID!

  "Who wrote it; null when the person left or cannot be looked up now."
  author: ReviewAuthor

  "Stars from 1 to 5."
  stars: Int!

  "A few words."
  title: String!

  "What the person says."
  body: String!

  "When it was written, for example \`12 Mar 2026\`."
  date: String!
}

"The person behind a review."
type ReviewAuthor @cacheControl(maxAge: 300) {
  "The name the person chose to be seen under."
  name: String!
}

"What became of a new review."
type ReviewResult {
  "What happened, to decide what comes next."
  outcome: ReviewOutcome!

  "The words to show, for example \`Thank you for your review!\`"
  message: String!

  "With \`INVALID\`, what to mend; otherwise empty."
  fields: [FieldMessage!]! @listSize(assumedSize: 5)

  "With \`WRITTEN\`, the product's screen with the review in it; otherwise null."
  product: ProductScreen
}

"How writing a review can end."
enum ReviewOutcome {
  "The review is there for everybody to read."
  WRITTEN
  "Nothing changed: the person wrote about this product before."
  ALREADY_WRITTEN
  "Nothing changed: \`fields\` says what to mend."
  INVALID
}

"""
The screens of the mobile app. Every text is ready to show: money, numbers and dates are written for the language
that \`Accept-Language\` asks for, and images are named in the size they are shown in.
"""
type Query {
  "What the app opens with."
  homeScreen: HomeScreen!

  "Products found, a page at a time. Without any argument: all products, the most popular first."
  searchScreen(
    "Words that each product found must contain, at most ten."
    text: String
    "Only products in this category or below it."
    category: ID
    "Only products of these brands."
    brands: [String!]
    "Only products in this price range, written as the price filter's \`value\` gives it, for example \`2500-5000\`."
    price: String
    "Only products whose price is reduced."
    isReduced: Boolean! = false
    "Order of the products."
    sort: SearchSort! = RELEVANCE
    "Products a page, 1 to 50."
    first: Int! = 20
    "Continue behind the page that gave this as its \`next\`."
    after: String
  ): SearchScreen @listSize(slicingArguments: ["first"], sizedFields: ["tiles"])

  "One product with all that its screen shows; null when there is no such product."
  productScreen("The product's id, as a tile gives it." id: ID!): ProductScreen

  "The signed-in person; null for callers who are not signed in."
  accountScreen: AccountScreen

  "What the signed-in person is about to buy; null for callers who are not signed in."
  cartScreen: CartScreen

  "What the signed-in person bought, a page at a time; null for callers who are not signed in."
  ordersScreen(
    "Orders a page, 1 to 50."
    first: Int! = 10
    "Continue behind the page that gave this as its \`next\`."
    after: String
  ): OrdersScreen @listSize(slicingArguments: ["first"], sizedFields: ["rows"])

  "One order of the signed-in person; null when they have no such order."
  orderScreen("The order's number, as a row of the list gives it." id: ID!): OrderScreen
}

"""
What the app changes. Each answer says what happened (\`outcome\`), what to tell the person (\`message\`) and brings the
screen that changed, as it is now. All need a signed-in person. An app that sends the HTTP header \`Idempotency-Key\`
may repeat a mutation whose answer got lost, with the same key, and it is carried out once; other work, such as another
try with another card, takes another key.
"""
type Mutation @auth {
  "Puts pieces of a product into the cart, on top of those that are in it."
  addToCart(
    "The product's id, as a tile gives it."
    productId: ID!
    "How many pieces to add, 1 to 99."
    quantity: Int! = 1
  ): CartChange

  "Sets how many pieces of a product are in the cart."
  updateCartItem(
    "The line's \`productId\`."
    productId: ID!
    "How many pieces there shall be, 1 to 99; to have none, use \`removeCartItem\`."
    quantity: Int!
  ): CartChange

  "Takes a product out of the cart; one that is not in it is no error."
  removeCartItem("The line's \`productId\`." productId: ID!): CartChange

  "Buys what is in the cart, at the total that was shown or not at all."
  checkout(
    "The cart screen's \`totalToken\`, as it was when the person agreed."
    totalToken: String!
    "The \`id\` of one of the person's addresses, as \`defaultAddress\` gives it."
    addressId: ID!
    "Stands for a card, as the payment provider's SDK gives it."
    cardToken: String!
  ): CheckoutResult

  "Cancels an order; an order that is cancelled already stays so."
  cancelOrder("The order's number." id: ID!): OrderChange

  "Says what the person thinks of a product, once."
  writeReview(
    "The product's id."
    productId: ID!
    "Stars from 1 to 5."
    stars: Int!
    "A few words, at most 120 characters."
    title: String!
    "What the person says, at most 5000 characters."
    body: String!
  ): ReviewResult

  "Changes the person's own data; what is left out stays."
  updateProfile(
    "First name, at most 100 characters."
    givenName: String
    "Last name, at most 100 characters."
    familyName: String
    "The name others see, at most 50 characters."
    displayName: String
    "The language mail is written in, a BCP 47 tag such as \`de-DE\`."
    locale: String
    "Telephone number with country code, for example \`+49301234567\`; null removes it."
    phone: String
  ): AccountChange
}

"One page of products found."
type SearchScreen @cacheControl(maxAge: 60) {
  "How many products there are over all pages, for example \`1,204 results\`."
  total: String!

  "The products of this page."
  tiles: [ProductTile!]!

  "For \`after\`, to get the next page; null on the last."
  next: String

  "What the products found can be narrowed by; a filter is counted as if it were not set itself, and left out where it has no values."
  filters: [SearchFilter!]! @listSize(assumedSize: 3)

  "The orders to choose from."
  sorts: [SortOption!]! @listSize(assumedSize: 5)
}

"A row of chips that narrow the search."
type SearchFilter @cacheControl(inheritMaxAge: true) {
  "Which argument of \`searchScreen\` takes the value of a chip."
  kind: FilterKind!

  "What the row is called, for example \`Brand\`."
  label: String!

  "The values there are."
  chips: [FilterChip!]! @listSize(assumedSize: 20)
}

"What a filter narrows by."
enum FilterKind {
  "A chip's value goes to \`category\`."
  CATEGORY
  "Chips' values go to \`brands\`."
  BRAND
  "A chip's value goes to \`price\`."
  PRICE
}

"One value to narrow the search by."
type FilterChip @cacheControl(inheritMaxAge: true) {
  "For the argument that the filter's \`kind\` names."
  value: String!

  "What to print on it."
  label: String!

  "How many products have it, for example \`1,204\`."
  count: String!
}

"Order of the products found."
enum SearchSort {
  "Best match first; by popularity when no text is given."
  RELEVANCE
  "What most people buy first."
  POPULARITY
  "What came into the shop last first."
  NEWEST
  "Cheapest first."
  PRICE_ASCENDING
  "Most expensive first."
  PRICE_DESCENDING
}

"An order to choose."
type SortOption @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "For the argument \`sort\`."
  sort: SearchSort!

  "What to print, for example \`Newest\`."
  label: String!
}

"A strip of products."
type ProductSection @cacheControl(inheritMaxAge: true) {
  "As many as the strip shows: six offers or related products, eight in others."
  tiles: [ProductTile!]! @listSize(assumedSize: 8)
}

"A product in a strip or a list."
type ProductTile @cacheControl(inheritMaxAge: true) {
  "For \`productScreen\`."
  id: ID!

  "What the product is called."
  name: String!

  "Who makes it."
  brand: String!

  "What it costs, for example \`€49.90\`."
  price: String!

  "What it cost before the reduction; null when it is not reduced."
  oldPrice: String

  "Where its picture is, sized for the device."
  imageUrl(
    "Width of the picture on the screen in CSS pixels, 1 to 2000."
    width: Int! = 160
    "Device pixels per CSS pixel, 1 to 4."
    density: Float! = 2
  ): String!

  "What buyers think of it; null while reviews cannot be reached."
  rating: Rating

  "The one thing that sets it apart, to print on the picture."
  badge: Badge
}

"A short mark on a product's picture."
type Badge @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "What it says, for its colour."
  kind: BadgeKind!

  "The words to print, for example \`-20%\`."
  label: String!
}

"What a badge says."
enum BadgeKind {
  "The price is reduced."
  REDUCED
  "Few products sell as well."
  BESTSELLER
}
`;
