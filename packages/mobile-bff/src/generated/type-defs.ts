// Generated from schemas/mobile/*.graphql by pnpm codegen. Do not edit.

export const typeDefs = `"The signed-in person's own screen."
type AccountScreen {
  "The name others see."
  displayName: String!

  "Where mail goes."
  email: String!

  "When the account was opened, for example \`12 Mar 2024\`."
  memberSince: String!

  "Where parcels go unless told otherwise; null while it cannot be looked up."
  defaultAddress: AccountAddress
}

"An address as on a parcel."
type AccountAddress {
  "Recipient, street, town, country: one line each; empty when the person gave none."
  lines: [String!]!
}

"The start screen: sections that stand alone, so that one that fails leaves the others."
type HomeScreen {
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
type CategorySection {
  "At most eight, in the shop's own order."
  tiles: [CategoryTile!]!
}

"A category as a picture to tap on."
type CategoryTile {
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

"The screen of one product."
type ProductScreen {
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
  gallery: [GalleryImage!]!

  "Two to four sentences."
  description: String!

  "Properties to compare it by."
  attributes: [Attribute!]!

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
type GalleryImage {
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
type Attribute {
  "For example \`Material\`."
  name: String!

  "For example \`Solid oak\`."
  value: String!
}

"Whether a product can be ordered."
type Stock {
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
type Rating {
  "The mean of all ratings out of 5, for example \`4.6\`; null without reviews."
  average: String

  "How many reviews there are, for example \`1,204 reviews\`."
  count: String!

  "Reviews by stars, from five stars to one."
  bars: [RatingBar!]!
}

"One bar of the picture that shows how ratings spread."
type RatingBar {
  "Stars from 1 to 5."
  stars: Int!

  "How many reviews gave these stars, for example \`1,204\`."
  count: String!

  "Length of the bar: the share of all reviews in whole percent, 0 to 100."
  percent: Int!
}

"What buyers say, cut to what the product screen shows."
type ReviewSection {
  "How many reviews there are, for example \`1,204 reviews\`."
  count: String!

  "The three newest."
  cards: [ReviewCard!]!
}

"What one person says about the product."
type ReviewCard {
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
type ReviewAuthor {
  "The name the person chose to be seen under."
  name: String!
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
  ): SearchScreen

  "One product with all that its screen shows; null when there is no such product."
  productScreen("The product's id, as a tile gives it." id: ID!): ProductScreen

  "The signed-in person; null for callers who are not signed in."
  accountScreen: AccountScreen
}

"One page of products found."
type SearchScreen {
  "How many products there are over all pages, for example \`1,204 results\`."
  total: String!

  "The products of this page."
  tiles: [ProductTile!]!

  "For \`after\`, to get the next page; null on the last."
  next: String

  "What the products found can be narrowed by; a filter is counted as if it were not set itself, and left out where it has no values."
  filters: [SearchFilter!]!

  "The orders to choose from."
  sorts: [SortOption!]!
}

"A row of chips that narrow the search."
type SearchFilter {
  "Which argument of \`searchScreen\` takes the value of a chip."
  kind: FilterKind!

  "What the row is called, for example \`Brand\`."
  label: String!

  "The values there are."
  chips: [FilterChip!]!
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
type FilterChip {
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
type SortOption {
  "For the argument \`sort\`."
  sort: SearchSort!

  "What to print, for example \`Newest\`."
  label: String!
}

"A strip of products."
type ProductSection {
  "As many as the strip shows: six offers or related products, eight in others."
  tiles: [ProductTile!]!
}

"A product in a strip or a list."
type ProductTile {
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
type Badge {
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
