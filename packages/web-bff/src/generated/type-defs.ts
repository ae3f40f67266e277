// Generated from schemas/web/*.graphql by pnpm codegen. Do not edit.

export const typeDefs = `extend type Mutation {
  "Puts pieces of a product into your cart, on top of those that are in it."
  addToCart("What to put in." input: AddToCartInput!): AddToCartPayload
  "Sets how many pieces of a product are in your cart."
  updateCartItem("What to change." input: UpdateCartItemInput!): UpdateCartItemPayload
  "Takes a product out of your cart; one that is not in it is no error."
  removeCartItem("What to take out." input: RemoveCartItemInput!): RemoveCartItemPayload
}

"What a person is about to buy, at the prices of now."
type Cart implements Node @owner(column: "id", secret: true) @cacheControl(maxAge: 0, scope: PRIVATE) {
  "The global id."
  id: ID!
  "Its products, in the order they were put in, at most 100."
  items: [CartItem!]! @listSize(assumedSize: 20)
  "What all of it costs now; \`checkout\` wants to be told this amount and currency."
  total: Money!
  "How many pieces there are over all items."
  itemCount: Int!
  "When it last changed; null for a cart that never held anything."
  updatedAt: DateTime
}

"Pieces of one product in a cart."
type CartItem {
  "The product; null when it cannot be had any more, or while the catalog is down."
  product: Product
  "What the product is called now."
  name: String!
  "How many pieces, 1 to 99."
  quantity: Int!
  "What one piece costs now."
  unitPrice: Money!
  "What all pieces cost now."
  linePrice: Money!
}

"Pieces to put into the cart."
input AddToCartInput {
  "Global id of the product."
  productId: ID!
  "How many pieces, 1 to 99; the cart holds at most 99 of one product."
  quantity: Int!
}

"What became of putting something into the cart."
union AddToCartPayload = AddToCartSuccess | ValidationFailed

"The pieces are in the cart."
type AddToCartSuccess {
  "The cart as it is now."
  cart: Cart
}

"How many pieces there shall be."
input UpdateCartItemInput {
  "Global id of a product in the cart."
  productId: ID!
  "How many pieces, 1 to 99."
  quantity: Int!
}

"What became of changing the number of pieces."
union UpdateCartItemPayload = UpdateCartItemSuccess | NotInCart | ValidationFailed

"The cart has so many pieces now."
type UpdateCartItemSuccess {
  "The cart as it is now."
  cart: Cart
}

"The product is not in the cart, perhaps no longer."
type NotInCart implements Refusal {
  "What to tell the person."
  message: String!
  "The cart as it is now."
  cart: Cart
}

"What to take out of the cart."
input RemoveCartItemInput {
  "Global id of the product."
  productId: ID!
}

"What became of taking something out of the cart."
union RemoveCartItemPayload = RemoveCartItemSuccess | ValidationFailed

"The product is not in the cart any more."
type RemoveCartItemSuccess {
  "The cart as it is now."
  cart: Cart
}

extend type Query {
  "The categories at the top of the tree, in the order to show them."
  categories: [Category!] @listSize(assumedSize: 8)
  "One category; null when there is none with this id."
  category("Global id of a category." id: ID!): Category
}

"A place in the category tree."
type Category implements Node @cacheControl(maxAge: 60) {
  "The global id."
  id: ID!
  "Name for URLs, unique among categories."
  slug: String!
  "What the category is called."
  name: String!
  "One sentence about it."
  description: String!
  "How many products are in it and below it."
  productCount: Int!
  "The picture that stands for it."
  image: Image!
  "The category above; null at the top."
  parent: Category
  "The categories directly below, in the order to show them; empty at the bottom."
  children: [Category!] @listSize(assumedSize: 6)
  "Its products and those of all categories below, the most bought first. Use \`browse\` for other orders and filters."
  products(
    "How many products, 1 to 20."
    first: Int! = 20
    "Continue behind this cursor."
    after: String
  ): ProductConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
}

extend type Mutation {
  """
  Buys what is in your cart: everything or nothing, at the total you were shown. Unless the answer is CheckoutSuccess,
  nothing is charged and nothing is ordered; when no answer came at all, ask again with the same \`Idempotency-Key\`.
  """
  checkout("What you agree to." input: CheckoutInput!): CheckoutPayload
}

"What a person agrees to."
input CheckoutInput {
  "The cart's total as it was shown, in the currency's minor unit: \`total.amountMinor\`."
  totalMinor: Int!
  "The currency it was shown in: \`total.currency\`."
  currency: String!
  "Global id of the address that the parcel goes to, one of your own."
  addressId: ID!
  "Stands for a card; the payment provider's form gives it."
  cardToken: String!
}

"What became of checking out."
union CheckoutPayload =
  | CheckoutSuccess
  | OutOfStock
  | PriceChanged
  | PaymentDeclined
  | CartEmpty
  | ReservationExpired
  | CheckoutUnderWay
  | ValidationFailed

"It is bought."
type CheckoutSuccess {
  "The new order."
  order: Order!
  "The cart as it is now: without what was bought."
  cart: Cart
  "The person, for whatever else shows the purchase."
  viewer: Viewer
}

"There are fewer pieces than the cart has; nothing was charged."
type OutOfStock implements Refusal {
  "What to tell the person."
  message: String!
  "What falls short."
  items: [Shortage!]! @listSize(assumedSize: 5)
}

"A product of which there are fewer pieces than the cart has."
type Shortage {
  "The product; null while the catalog is down."
  product: Product
  "How many pieces are left."
  available: Int!
}

"The cart costs something else than was shown; nothing was charged. Show the new total, and ask again."
type PriceChanged implements Refusal {
  "What to tell the person."
  message: String!
  "The cart at the prices of now."
  cart: Cart
  "What it costs now; null while the cart cannot be read."
  total: Money
}

"The card was declined; nothing was charged."
type PaymentDeclined implements Refusal {
  "What to tell the person."
  message: String!
  "Why, as far as a person may be told."
  reason: DeclineReason!
}

"There is nothing in the cart."
type CartEmpty implements Refusal {
  "What to tell the person."
  message: String!
  "The cart as it is now."
  cart: Cart
}

"The pieces were held for too long while the order was placed, and went back; nothing was charged. Ask again."
type ReservationExpired implements Refusal {
  "What to tell the person."
  message: String!
}

"""
Another checkout of the person is under way, on another device perhaps, or this one took too long; this one charged
nothing. Show the person's orders before you ask again.
"""
type CheckoutUnderWay implements Refusal {
  "What to tell the person."
  message: String!
}

"A picture that can be had in any size."
type Image @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "Address of the picture; in its own size unless another is asked for."
  url(
    "Pixels, 1 to 4096."
    width: Int
    "Pixels, 1 to 4096; by the picture's own proportions when left out."
    height: Int
  ): String!
  "What it shows, for those who do not see it."
  alt: String!
  "Own width in pixels."
  width: Int!
  "Own height in pixels."
  height: Int!
}

"An amount in a currency."
type Money @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "The amount in the currency's major unit as a decimal number, for example \`129.90\`; text, so that no digit is lost."
  amount: String!
  "The same amount in the currency's minor unit, for example \`12990\` cents; what price filters take."
  amountMinor: Int!
  "ISO 4217 code, for example \`EUR\`."
  currency: String!
}

extend type Mutation {
  "Cancels an order within a day: the money comes back. Cancelling again changes nothing."
  cancelOrder("What to cancel." input: CancelOrderInput!): CancelOrderPayload
}

"What a person bought at once."
type Order implements Node @owner(secret: true) @cacheControl(maxAge: 0, scope: PRIVATE) {
  "The global id."
  id: ID!
  "How far it is."
  status: OrderStatus!
  "Its products, at most 100."
  items: [OrderItem!]! @listSize(assumedSize: 5)
  "What all of it cost."
  total: Money!
  "How many pieces there are over all items."
  itemCount: Int!
  "Where the parcel goes, as it was when it was ordered."
  address: OrderAddress!
  "When it was ordered."
  createdAt: DateTime!
  "When it last changed."
  updatedAt: DateTime!
  "The money that was asked for it, newest first."
  payments(
    "How many payments, 1 to 20."
    first: Int! = 5
    "Continue behind this cursor."
    after: String
  ): PaymentConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
}

"How far an order is."
enum OrderStatus {
  "Ordered; the money is reserved on the card, but not taken yet."
  PLACED
  "Ordered and paid for."
  PAID
  "Cancelled, by the person or because it could not be paid; what was paid came back."
  CANCELLED
}

"Pieces of one product in an order, with the prices it was ordered at."
type OrderItem {
  "The product as it is now; null when it is no longer in the catalog, or while the catalog is down."
  product: Product
  "What the product was called when it was ordered."
  name: String!
  "How many pieces."
  quantity: Int!
  "What one piece cost."
  unitPrice: Money!
  "What all pieces cost."
  linePrice: Money!
}

"Where the parcel of an order goes; later changes of the person's addresses leave it as it was."
type OrderAddress {
  "Who takes the parcel."
  recipient: String!
  "Street and number."
  street: String!
  "As the country writes it."
  postalCode: String!
  "Town or city."
  city: String!
  "ISO 3166-1 alpha-2 code, for example \`DE\`."
  country: String!
}

"A page of orders."
type OrderConnection @owner(column: "items.accountId") {
  "The orders of this page, each with its cursor."
  edges: [OrderEdge!]!
  "Where this page stands in the list."
  pageInfo: PageInfo!
  "How many orders there are over all pages."
  totalCount: Int!
}

"An order in a list."
type OrderEdge @owner @cost(weight: "0") {
  "Marks this place in the list; give it as \`after\` to continue behind it."
  cursor: String!
  "The order."
  node: Order!
}

"Which order to cancel."
input CancelOrderInput {
  "Global id of the order."
  orderId: ID!
}

"What became of cancelling an order."
union CancelOrderPayload = CancelOrderSuccess | OrderNotCancellable | OrderNotFound

"The order is cancelled."
type CancelOrderSuccess {
  "The order, now cancelled."
  order: Order!
}

"It is too late to cancel the order."
type OrderNotCancellable implements Refusal {
  "What to tell the person."
  message: String!
}

"There is no such order, or it is not yours."
type OrderNotFound implements Refusal {
  "What to tell the person."
  message: String!
}

"Money that was asked for an order."
type Payment implements Node @owner(secret: true) @cacheControl(maxAge: 0, scope: PRIVATE) {
  "The global id."
  id: ID!
  "How far it is."
  status: PaymentStatus!
  "How much money it is about."
  amount: Money!
  "What the person knows the card by, for example \`Visa ending in 4242\`."
  cardLabel: String!
  "Why the card was declined; null when it was not."
  declineReason: DeclineReason
  "When it was asked for."
  createdAt: DateTime!
  "When it last changed."
  updatedAt: DateTime!
}

"How far a payment is."
enum PaymentStatus {
  "The money is reserved on the card."
  AUTHORIZED
  "The money is taken."
  CAPTURED
  "The money was reserved, and is free again."
  VOIDED
  "The money was taken, and given back."
  REFUNDED
  "The card was declined."
  DECLINED
}

"Why a card was declined."
enum DeclineReason {
  "There is not enough money on the card."
  INSUFFICIENT_FUNDS
  "The card is no longer valid."
  CARD_EXPIRED
  "The bank says no, without a reason a person may be told."
  CARD_REFUSED
  "The bank could not say; the same card may work in a moment."
  TRY_AGAIN
}

"A page of payments."
type PaymentConnection @owner(column: "items.accountId") {
  "The payments of this page, each with its cursor."
  edges: [PaymentEdge!]!
  "Where this page stands in the list."
  pageInfo: PageInfo!
  "How many payments there are over all pages."
  totalCount: Int!
}

"A payment in a list."
type PaymentEdge @owner @cost(weight: "0") {
  "Marks this place in the list; give it as \`after\` to continue behind it."
  cursor: String!
  "The payment."
  node: Payment!
}

extend type Query {
  "One product; null when there is none with this id."
  product("Global id of a product." id: ID!): Product
}

"A thing the shop sells."
type Product implements Node @cacheControl(maxAge: 60) {
  "The global id."
  id: ID!
  "Name for URLs, unique among products."
  slug: String!
  "What the product is called."
  name: String!
  "Two to four sentences about it."
  description: String!
  "Who makes it."
  brand: String!
  "The category it is in."
  category: Category
  "What it costs."
  price: Money!
  "What it cost before the reduction; null when it is not reduced."
  compareAtPrice: Money
  "The picture to show first."
  image: Image!
  "All pictures, at most 8, the one to show first first."
  images: [Image!]! @listSize(assumedSize: 8)
  "Properties that products of the category are compared by, at most 20."
  attributes: [ProductAttribute!]! @listSize(assumedSize: 20)
  "Words that describe it, at most 10."
  tags: [String!]!
  "When it came into the catalog."
  createdAt: DateTime!
  "How many pieces can be ordered."
  stock: Stock
  "All its ratings in a few numbers."
  ratingSummary: RatingSummary
  "What people say about it, newest first."
  reviews("How many reviews, 1 to 20." first: Int! = 3, "Continue behind this cursor." after: String): ReviewConnection
    @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
  "Other products that people look at next."
  related(
    "How many products, 1 to 20."
    first: Int! = 4
    "Continue behind this cursor."
    after: String
  ): ProductConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
}

"A property that products are compared by."
type ProductAttribute @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "For example Material."
  name: String!
  "For example Solid oak."
  value: String!
}

"A page of products."
type ProductConnection @cacheControl(maxAge: 60) {
  "The products of this page, each with its cursor."
  edges: [ProductEdge!]!
  "Where this page stands in the list."
  pageInfo: PageInfo!
  "How many products there are over all pages."
  totalCount: Int!
}

"A product in a list."
type ProductEdge @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "Marks this place in the list; give it as \`after\` to continue behind it."
  cursor: String!
  "The product."
  node: Product!
}

"A change that was expected to be possible, but is not: nothing was changed. More kinds may come."
interface Refusal {
  "What to tell the person."
  message: String!
}

"What was put in cannot be taken as it is."
type ValidationFailed implements Refusal {
  "What to tell the person."
  message: String!
  "What is wrong, field by field."
  fields: [InvalidField!]! @listSize(assumedSize: 5)
}

"A field of the input that cannot be taken as it is."
type InvalidField {
  "The field's name in the input."
  field: String!
  "What to tell the person beside it."
  message: String!
}

extend type Mutation {
  "Says what you think of a product; its ratings follow."
  writeReview("The review." input: WriteReviewInput!): WriteReviewPayload
}

"A review to be."
input WriteReviewInput {
  "Global id of the product."
  productId: ID!
  "Stars, 1 to 5."
  rating: Int!
  "A few words, at most 120 characters."
  title: String!
  "What you have to say, at most 5,000 characters."
  body: String!
}

"What became of writing a review."
union WriteReviewPayload = WriteReviewSuccess | AlreadyReviewed | ValidationFailed

"The review is published."
type WriteReviewSuccess {
  "The review; its product has the new ratings."
  review: Review!
}

"You reviewed this product before; a product has one review of each person."
type AlreadyReviewed implements Refusal {
  "What to tell the person."
  message: String!
}

"What one person says about one product."
type Review implements Node @cacheControl(maxAge: 30) {
  "The global id."
  id: ID!
  "Stars, 1 to 5."
  rating: Int!
  "A few words."
  title: String!
  "What the author says."
  body: String!
  "How many people found it helpful."
  helpfulCount: Int!
  "Whether the author bought the product here."
  verifiedPurchase: Boolean!
  "When it was written."
  createdAt: DateTime!
  "Who wrote it; null when the account is gone."
  author: PublicProfile
  "What it is about."
  product: Product
}

"A page of reviews."
type ReviewConnection @cacheControl(maxAge: 30) {
  "The reviews of this page, each with its cursor."
  edges: [ReviewEdge!]!
  "Where this page stands in the list."
  pageInfo: PageInfo!
  "How many reviews there are over all pages."
  totalCount: Int!
}

"A review in a list."
type ReviewEdge @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "Marks this place in the list; give it as \`after\` to continue behind it."
  cursor: String!
  "The review."
  node: Review!
}

"All ratings of a product in a few numbers."
type RatingSummary @cacheControl(maxAge: 30) {
  "The mean of all ratings to one decimal; null without reviews."
  average: Float
  "How many reviews there are."
  count: Int!
  "How the reviews spread, from 1 star to 5."
  histogram: [RatingCount!]! @listSize(assumedSize: 5)
}

"How many reviews give so many stars."
type RatingCount @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "Stars, 1 to 5."
  stars: Int!
  "Reviews that give them."
  count: Int!
}

"""
Where every read starts. A field that needs a service of its own is nullable: while that service is down, the field is
null and the rest of the answer is there.
"""
type Query {
  "Anything with a global id; null when there is no such thing, or it is not yours to see."
  node("A global id, as every \`id\` of this API is one." id: ID!): Node
  "Several things by their global ids, in the order asked; null for each that \`node\` would not find."
  nodes("At most 100 global ids." ids: [ID!]!): [Node]! @listSize(slicingArguments: ["ids"])
}

"""
Where every change starts. Changes of one request are made one after another, in the order they are written. Sign in
first; give the HTTP header \`Idempotency-Key\` a value of your own, the same for every attempt at the same work: what was
done once is not done again, its first answer comes again. What can be expected to go wrong is a member of the payload,
so ask every payload for \`... on Refusal { message }\`, too.
"""
type Mutation @auth

"Anything that can be fetched again by its id alone (Relay, Global Object Identification)."
interface Node {
  "The global id: unique over all types, opaque, the same for ever."
  id: ID!
}

"Where a page stands in its list (Relay, Cursor Connections)."
type PageInfo @cacheControl(inheritMaxAge: true) @cost(weight: "0") {
  "Whether more items follow; give \`endCursor\` as \`after\` to get them."
  hasNextPage: Boolean!
  "Always false: lists are paged forwards, what came before is not looked up."
  hasPreviousPage: Boolean!
  "Cursor of the page's first item; null on an empty page."
  startCursor: String
  "Cursor of the page's last item; null on an empty page."
  endCursor: String
}

"A moment as RFC 3339 text, for example \`2026-03-01T09:30:00Z\`."
scalar DateTime @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")

extend type Query {
  "Products of a category, or of the whole shop, a page at a time."
  browse(
    "Global id of the category to look in, with all categories below it; everywhere when left out."
    categoryId: ID
    "Only products that fit."
    filter: ProductFilter
    "The order of the products."
    sort: ProductSort! = POPULARITY
    "How many products, 1 to 100."
    first: Int! = 24
    "Continue behind this cursor."
    after: String
    "Which facets to count; give \`[]\` where none is shown, which is quicker."
    facets: [FacetName!]! = [CATEGORY, BRAND, PRICE]
  ): ProductSearchConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
  "Products that the words are about, a page at a time."
  search(
    "Up to ten words and 200 characters; case and accents do not matter."
    text: String!
    "Only products that fit."
    filter: ProductFilter
    "The order of the products."
    sort: ProductSort! = RELEVANCE
    "How many products, 1 to 100."
    first: Int! = 24
    "Continue behind this cursor."
    after: String
    "Which facets to count; give \`[]\` where none is shown, which is quicker."
    facets: [FacetName!]! = [CATEGORY, BRAND, PRICE]
  ): ProductSearchConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
}

"What products must have to be found; a product must fit all that is given."
input ProductFilter {
  "In one of these categories or below it, at most 100 global ids. With \`browse\`, give either these or \`categoryId\`."
  categoryIds: [ID!]
  "Of one of these brands, at most 50."
  brands: [String!]
  "At least this price, in the currency's minor unit."
  minPriceMinor: Int
  "At most this price, in the currency's minor unit."
  maxPriceMinor: Int
  "\`true\`: only products whose price is reduced; \`false\`: only those whose price is not."
  reduced: Boolean
}

"Orders of products."
enum ProductSort {
  "The best match of the words first; without words the same as POPULARITY."
  RELEVANCE
  "The most bought first."
  POPULARITY
  "The newest in the catalog first."
  NEWEST
  "The cheapest first."
  PRICE_ASCENDING
  "The dearest first."
  PRICE_DESCENDING
}

"A page of products found, and how all that were found spread."
type ProductSearchConnection @cacheControl(maxAge: 60) {
  "The products of this page, each with its cursor."
  edges: [ProductEdge!]!
  "Where this page stands in the list."
  pageInfo: PageInfo!
  "How many products were found over all pages."
  totalCount: Int!
  "The facets asked for, counted over all pages; each leaves out the filter on its own property."
  facets: [Facet!]! @listSize(assumedSize: 3)
}

"How the products found spread over one property."
type Facet @cacheControl(inheritMaxAge: true) {
  "The property."
  name: FacetName!
  "Its values, at most 100; those without products are left out."
  values: [FacetValue!]! @listSize(assumedSize: 20)
}

"Properties that products can be counted by."
enum FacetName {
  "By category; filter with \`categoryIds\`."
  CATEGORY
  "By brand; filter with \`brands\`."
  BRAND
  "By range of prices; filter with \`minPriceMinor\` and \`maxPriceMinor\`."
  PRICE
}

"One value of a facet."
type FacetValue @cacheControl(inheritMaxAge: true) {
  """
  What to filter by: a category's global id, a brand, or the range \`minimum-maximum\` in minor units, both inclusive, the
  maximum empty where the range is open.
  """
  value: String!
  "What to show."
  label: String!
  "How many products have it."
  count: Int!
}

"How many pieces of a product can be ordered."
type Stock @cacheControl(maxAge: 5) {
  "Pieces that can be ordered now."
  available: Int!
  "The same in a word."
  status: StockStatus!
  "When more are expected; null when none are ordered."
  restockAt: DateTime
  "When the number last changed."
  updatedAt: DateTime!
}

"What a stock means for somebody who wants to buy."
enum StockStatus {
  "Can be ordered."
  IN_STOCK
  "Can be ordered, but only few are left."
  LOW_STOCK
  "Cannot be ordered now."
  OUT_OF_STOCK
}

extend type Query {
  "The person who is signed in; null for anonymous callers."
  viewer: Viewer
}

extend type Mutation {
  "Changes your own profile."
  updateProfile("What to change." input: UpdateProfileInput!): UpdateProfilePayload
}

"New values; what is left out stays as it is."
input UpdateProfileInput {
  "First name, at most 100 characters; null changes nothing."
  givenName: String
  "Last name, at most 100 characters; null changes nothing."
  familyName: String
  "The name others see, at most 50 characters; null changes nothing."
  displayName: String
  "The language and region you prefer, a BCP 47 tag such as \`de-DE\`; null changes nothing."
  locale: String
  "E.164 number, for example \`+4930123456\`; null takes away the one that is there."
  phone: String
}

"What became of changing a profile."
union UpdateProfilePayload = UpdateProfileSuccess | ValidationFailed

"The profile is changed."
type UpdateProfileSuccess {
  "The person, with the new values."
  viewer: Viewer!
}

"The person who is signed in, as only they see themselves."
type Viewer implements Node @owner(column: "id", secret: true) @cacheControl(maxAge: 0, scope: PRIVATE) {
  "The global id."
  id: ID!
  "The name others see."
  displayName: String!
  "Where mail goes."
  email: String!
  "First name."
  givenName: String!
  "Last name."
  familyName: String!
  "The language and region the person prefers, a BCP 47 tag such as \`de-DE\`."
  locale: String!
  "E.164 number; null when none was given."
  phone: String
  "When the account was opened."
  memberSince: DateTime!
  "Where parcels may go."
  addresses(
    "How many addresses, 1 to 20."
    first: Int! = 20
    "Continue behind this cursor."
    after: String
  ): AddressConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
  "What the person is about to buy; empty at first."
  cart: Cart
  "What the person bought, newest first."
  orders("How many orders, 1 to 50." first: Int! = 10, "Continue behind this cursor." after: String): OrderConnection
    @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
}

"What everybody may see of a person."
type PublicProfile implements Node @cacheControl(maxAge: 300) {
  "The global id."
  id: ID!
  "The name the person chose to be seen under."
  displayName: String!
  "When the account was opened."
  memberSince: DateTime!
}

"Where a person wants parcels to go."
type Address implements Node @owner(secret: true) @cacheControl(maxAge: 0, scope: PRIVATE) {
  "The global id."
  id: ID!
  "What the person calls it, for example Home."
  label: String!
  "Who takes the parcel."
  recipient: String!
  "Street and number."
  street: String!
  "As the country writes it."
  postalCode: String!
  "Town or city."
  city: String!
  "ISO 3166-1 alpha-2 code, for example \`DE\`."
  country: String!
  "Whether it is preselected at checkout."
  isDefault: Boolean!
}

"A page of addresses."
type AddressConnection @owner(column: "items.accountId") {
  "The addresses of this page, each with its cursor."
  edges: [AddressEdge!]!
  "Where this page stands in the list."
  pageInfo: PageInfo!
  "How many addresses there are over all pages."
  totalCount: Int!
}

"An address in a list."
type AddressEdge @owner @cost(weight: "0") {
  "Marks this place in the list; give it as \`after\` to continue behind it."
  cursor: String!
  "The address."
  node: Address!
}
`;
