// Generated from schemas/mobile/{operations,releases} by pnpm codegen. Do not edit.

import type { TrustedDocuments } from '@facet/core';

export const trustedDocuments: TrustedDocuments = {
  documents: [
    {
      id: '94929cc0b571ee3386f919fa081573cdbecfa4738924443b62e24daf1a022ebf',
      name: 'Account',
      body: 'query Account {\n  accountScreen {\n    displayName\n    email\n    memberSince\n    defaultAddress {\n      lines\n    }\n  }\n}',
    },
    {
      id: '70aa6477ae6d28f729899062cd9302509df3e992104a4a6b199ba2a3a16b890c',
      name: 'AddToCart',
      body: 'mutation AddToCart($productId: ID!, $quantity: Int! = 1) {\n  addToCart(productId: $productId, quantity: $quantity) {\n    outcome\n    message\n    fields {\n      field\n      message\n    }\n    cart {\n      lines {\n        productId\n        name\n        quantity\n        unitPrice\n        linePrice\n      }\n      itemCount\n      total\n      totalToken\n      canCheckOut\n    }\n  }\n}',
    },
    {
      id: 'ba54fe0e661da28f4038f3e0de422ea04b864c4c673c86385e84396ddaf826ea',
      name: 'CancelOrder',
      body: 'mutation CancelOrder($id: ID!) {\n  cancelOrder(id: $id) {\n    outcome\n    message\n    order {\n      id\n      status\n      statusLabel\n      payment {\n        label\n      }\n      canCancel\n    }\n  }\n}',
    },
    {
      id: '8b1179643832a1e17527890de69715bf2119c7c9feda23d05e3c16d4b54c6fd1',
      name: 'Cart',
      body: 'query Cart($width: Int! = 120, $density: Float! = 2) {\n  cartScreen {\n    lines {\n      productId\n      name\n      quantity\n      unitPrice\n      linePrice\n      product {\n        imageUrl(width: $width, density: $density)\n      }\n    }\n    itemCount\n    total\n    totalToken\n    canCheckOut\n    defaultAddress {\n      id\n      lines\n    }\n  }\n}',
    },
    {
      id: 'a0d1132733f9bf15a5d029a1cda410b2e7ec751643c68d779432964aa4e291a4',
      name: 'Checkout',
      body: 'mutation Checkout($totalToken: String!, $addressId: ID!, $cardToken: String!) {\n  checkout(totalToken: $totalToken, addressId: $addressId, cardToken: $cardToken) {\n    outcome\n    message\n    fields {\n      field\n      message\n    }\n    shortages {\n      productId\n      available\n      label\n    }\n    canTryAgain\n    order {\n      id\n      statusLabel\n      total\n      addressLines\n      payment {\n        label\n      }\n      canCancel\n    }\n    cart {\n      lines {\n        productId\n        name\n        quantity\n        unitPrice\n        linePrice\n      }\n      itemCount\n      total\n      totalToken\n      canCheckOut\n    }\n  }\n}',
    },
    {
      id: '1a8215f897acf22c1d64b05364fcabd7bdea623d03b1b66a4e71c97510c9b703',
      name: 'Home',
      body: 'query Home($tileWidth: Int! = 160, $density: Float! = 2) {\n  homeScreen {\n    categories {\n      tiles {\n        id\n        name\n        imageUrl(width: $tileWidth, density: $density)\n      }\n    }\n    offers {\n      tiles {\n        ...Tile\n        oldPrice\n        badge {\n          label\n        }\n      }\n    }\n    popular {\n      tiles {\n        ...Tile\n      }\n    }\n    arrivals {\n      tiles {\n        ...Tile\n      }\n    }\n  }\n}\n\nfragment Tile on ProductTile {\n  id\n  name\n  price\n  imageUrl(width: $tileWidth, density: $density)\n  rating {\n    average\n  }\n}',
    },
    {
      id: 'e453fb1849561e0902056d48ba5315aabfa53d45c8a35710d6a4e730672c3b63',
      name: 'Order',
      body: 'query Order($id: ID!, $width: Int! = 120, $density: Float! = 2) {\n  orderScreen(id: $id) {\n    id\n    date\n    status\n    statusLabel\n    lines {\n      productId\n      name\n      quantity\n      unitPrice\n      linePrice\n      product {\n        imageUrl(width: $width, density: $density)\n      }\n    }\n    pieces\n    total\n    addressLines\n    payment {\n      label\n    }\n    canCancel\n  }\n}',
    },
    {
      id: '10e8cee799ec298d08f3638847a7a8f109a0b883c55930c66fe35e4332369a4d',
      name: 'Orders',
      body: 'query Orders($first: Int! = 10, $after: String, $width: Int! = 120, $density: Float! = 2) {\n  ordersScreen(first: $first, after: $after) {\n    total\n    rows {\n      id\n      date\n      status\n      statusLabel\n      total\n      pieces\n      cover {\n        imageUrl(width: $width, density: $density)\n      }\n    }\n    next\n  }\n}',
    },
    {
      id: '82514b298c46161aef6b0e7127c980f4b18b960edc835158495152559cee882e',
      name: 'Product',
      body: 'query Product($id: ID!, $screenWidth: Int! = 390, $tileWidth: Int! = 160, $density: Float! = 2) {\n  productScreen(id: $id) {\n    id\n    title\n    brand\n    price\n    oldPrice\n    badge {\n      kind\n      label\n    }\n    gallery {\n      url(width: $screenWidth, density: $density)\n      alt\n    }\n    description\n    attributes {\n      name\n      value\n    }\n    stock {\n      status\n      label\n    }\n    rating {\n      average\n      count\n      bars {\n        stars\n        count\n        percent\n      }\n    }\n    reviews {\n      cards {\n        id\n        author {\n          name\n        }\n        stars\n        title\n        body\n        date\n      }\n    }\n    related {\n      tiles {\n        id\n        name\n        price\n        imageUrl(width: $tileWidth, density: $density)\n      }\n    }\n  }\n}',
    },
    {
      id: '7211dd6235cb346562ebaef536727610b04ad706e51bd5e6bd55d54b4171387f',
      name: 'RemoveCartItem',
      body: 'mutation RemoveCartItem($productId: ID!) {\n  removeCartItem(productId: $productId) {\n    outcome\n    message\n    fields {\n      field\n      message\n    }\n    cart {\n      lines {\n        productId\n        name\n        quantity\n        unitPrice\n        linePrice\n      }\n      itemCount\n      total\n      totalToken\n      canCheckOut\n    }\n  }\n}',
    },
    {
      id: 'a26958ad62b86a733b6fba49e5524e36a72e8abb3ce3540b8d5c1029f1cccda7',
      name: 'Search',
      body: 'query Search($text: String, $category: ID, $brands: [String!], $price: String, $isReduced: Boolean! = false, $sort: SearchSort! = RELEVANCE, $first: Int! = 20, $after: String, $tileWidth: Int! = 160, $density: Float! = 2) {\n  searchScreen(\n    text: $text\n    category: $category\n    brands: $brands\n    price: $price\n    isReduced: $isReduced\n    sort: $sort\n    first: $first\n    after: $after\n  ) {\n    total\n    next\n    tiles {\n      id\n      name\n      brand\n      price\n      oldPrice\n      imageUrl(width: $tileWidth, density: $density)\n      rating {\n        average\n        count\n      }\n      badge {\n        kind\n        label\n      }\n    }\n    filters {\n      kind\n      label\n      chips {\n        value\n        label\n        count\n      }\n    }\n    sorts {\n      sort\n      label\n    }\n  }\n}',
    },
    {
      id: '9571198c3bdd059f854c48fed58a8a45d77285cd065d52cc608941f6f71b4ae4',
      name: 'UpdateCartItem',
      body: 'mutation UpdateCartItem($productId: ID!, $quantity: Int!) {\n  updateCartItem(productId: $productId, quantity: $quantity) {\n    outcome\n    message\n    fields {\n      field\n      message\n    }\n    cart {\n      lines {\n        productId\n        name\n        quantity\n        unitPrice\n        linePrice\n      }\n      itemCount\n      total\n      totalToken\n      canCheckOut\n    }\n  }\n}',
    },
    {
      id: '30ddd3f4f146e89833d7e279d3f4d3601a118e0a48faac4927fd288bb52feecb',
      name: 'UpdateProfile',
      body: 'mutation UpdateProfile($givenName: String, $familyName: String, $displayName: String, $locale: String, $phone: String) {\n  updateProfile(\n    givenName: $givenName\n    familyName: $familyName\n    displayName: $displayName\n    locale: $locale\n    phone: $phone\n  ) {\n    outcome\n    message\n    fields {\n      field\n      message\n    }\n    account {\n      givenName\n      familyName\n      displayName\n      email\n      phone\n    }\n  }\n}',
    },
    {
      id: '4bb4c8e6c52b30b264093b187712c79395b0fe0dfac2cfe9b3f7020e852252e9',
      name: 'WriteReview',
      body: 'mutation WriteReview($productId: ID!, $stars: Int!, $title: String!, $body: String!) {\n  writeReview(productId: $productId, stars: $stars, title: $title, body: $body) {\n    outcome\n    message\n    fields {\n      field\n      message\n    }\n    product {\n      rating {\n        average\n        count\n      }\n      reviews {\n        count\n        cards {\n          id\n          stars\n          title\n          body\n          date\n        }\n      }\n    }\n  }\n}',
    },
  ],
  retiredBuilds: [{ platform: 'ios', version: '0.9.0' }],
};
