// Generated from schemas/web/{operations,releases} by pnpm codegen. Do not edit.

import type { TrustedDocuments } from '@facet/core';

export const trustedDocuments: TrustedDocuments = {
  documents: [
    {
      id: 'e17430e98b3d44f1bfddedd456ac23574ce303737420c2c366aa51cbf61ca9b8',
      name: 'AddToCart',
      body: 'mutation AddToCart($productId: ID!, $quantity: Int!) {\n  addToCart(input: {productId: $productId, quantity: $quantity}) {\n    __typename\n    ... on AddToCartSuccess {\n      cart {\n        ...CartParts\n      }\n    }\n    ... on ValidationFailed {\n      fields {\n        field\n        message\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}\n\nfragment CartParts on Cart {\n  id\n  itemCount\n  total {\n    amount\n    amountMinor\n    currency\n  }\n  items {\n    name\n    quantity\n    linePrice {\n      amount\n      currency\n    }\n    product {\n      id\n    }\n  }\n}',
    },
    {
      id: '83b6c3ae204aa65bdcb429c3b97bb7a8347d0c2fada6bea3d2bf6ae7a786fdea',
      name: 'Browse',
      body: 'query Browse($categoryId: ID, $filter: ProductFilter, $sort: ProductSort! = POPULARITY, $first: Int! = 24, $after: String) {\n  browse(\n    categoryId: $categoryId\n    filter: $filter\n    sort: $sort\n    first: $first\n    after: $after\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    facets {\n      name\n      values {\n        value\n        label\n        count\n      }\n    }\n    edges {\n      cursor\n      node {\n        id\n        slug\n        name\n        brand\n        image {\n          url(width: 320)\n          alt\n        }\n        price {\n          amount\n          currency\n        }\n        compareAtPrice {\n          amount\n          currency\n        }\n        stock {\n          status\n        }\n        ratingSummary {\n          average\n          count\n        }\n        reviews(first: 3) {\n          edges {\n            node {\n              id\n              rating\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n}',
    },
    {
      id: 'bd6ff4f7e48dcb52d64d5ef060d58038928f6cf678f86fce379b7e84d8fe00ba',
      name: 'CancelOrder',
      body: 'mutation CancelOrder($orderId: ID!) {\n  cancelOrder(input: {orderId: $orderId}) {\n    __typename\n    ... on CancelOrderSuccess {\n      order {\n        id\n        status\n        updatedAt\n        payments {\n          edges {\n            node {\n              id\n              status\n            }\n          }\n        }\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}',
    },
    {
      id: '1e38fd93c8a35bf48f620de0897bdfa9b8d7cdfaf35baa5df1cc8640f31db694',
      name: 'Cart',
      body: 'query Cart {\n  viewer {\n    id\n    cart {\n      ...CartParts\n    }\n  }\n}\n\nfragment CartParts on Cart {\n  id\n  itemCount\n  updatedAt\n  total {\n    ...MoneyParts\n    amountMinor\n  }\n  items {\n    name\n    quantity\n    unitPrice {\n      ...MoneyParts\n    }\n    linePrice {\n      ...MoneyParts\n    }\n    product {\n      id\n      slug\n      image {\n        url(width: 160)\n        alt\n      }\n      stock {\n        status\n        available\n      }\n    }\n  }\n}\n\nfragment MoneyParts on Money {\n  amount\n  currency\n}',
    },
    {
      id: 'bf72f50cca1f27c36581cba2a0b0515cb4871e1a72af529ac8d33e1698962b40',
      name: 'CategoryTree',
      body: 'query CategoryTree {\n  categories {\n    ...CategoryEntry\n    children {\n      ...CategoryEntry\n    }\n  }\n}\n\nfragment CategoryEntry on Category {\n  id\n  slug\n  name\n  productCount\n  image {\n    url(width: 160)\n    alt\n  }\n}',
    },
    {
      id: '098d5d0b6f8c185c4a4d3642ea64f5dfed21bdc034054ed13f68a86688d6f5a4',
      name: 'Checkout',
      body: 'mutation Checkout($input: CheckoutInput!) {\n  checkout(input: $input) {\n    __typename\n    ... on CheckoutSuccess {\n      order {\n        id\n        status\n        createdAt\n        itemCount\n        total {\n          ...MoneyParts\n        }\n        items {\n          name\n          quantity\n          linePrice {\n            ...MoneyParts\n          }\n          product {\n            id\n            slug\n            image {\n              url(width: 160)\n              alt\n            }\n          }\n        }\n        address {\n          recipient\n          street\n          postalCode\n          city\n          country\n        }\n      }\n      cart {\n        id\n        itemCount\n      }\n    }\n    ... on OutOfStock {\n      items {\n        available\n        product {\n          id\n          name\n        }\n      }\n    }\n    ... on PriceChanged {\n      total {\n        ...MoneyParts\n      }\n      cart {\n        id\n        items {\n          name\n          quantity\n          linePrice {\n            ...MoneyParts\n          }\n        }\n      }\n    }\n    ... on PaymentDeclined {\n      reason\n    }\n    ... on CartEmpty {\n      cart {\n        id\n        itemCount\n      }\n    }\n    ... on ValidationFailed {\n      fields {\n        field\n        message\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}\n\nfragment MoneyParts on Money {\n  amount\n  amountMinor\n  currency\n}',
    },
    {
      id: '1b714326863600f6e4c1ed50b95e3d6114ed4a6aa56da6236108e845b0e9e730',
      name: 'Order',
      body: 'query Order($id: ID!) {\n  node(id: $id) {\n    ... on Order {\n      id\n      status\n      createdAt\n      updatedAt\n      itemCount\n      total {\n        ...MoneyParts\n      }\n      items {\n        name\n        quantity\n        unitPrice {\n          ...MoneyParts\n        }\n        linePrice {\n          ...MoneyParts\n        }\n        product {\n          id\n          slug\n          image {\n            url(width: 160)\n            alt\n          }\n        }\n      }\n      address {\n        recipient\n        street\n        postalCode\n        city\n        country\n      }\n      payments {\n        totalCount\n        edges {\n          node {\n            id\n            status\n            cardLabel\n            declineReason\n            createdAt\n            amount {\n              ...MoneyParts\n            }\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment MoneyParts on Money {\n  amount\n  currency\n}',
    },
    {
      id: 'fa3b12ed58fee1ccd043ec03043460b43889c06b206683c85fb96a5e8c7c1c1f',
      name: 'Orders',
      body: 'query Orders($first: Int! = 10, $after: String) {\n  viewer {\n    id\n    orders(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          status\n          createdAt\n          itemCount\n          total {\n            ...MoneyParts\n          }\n          items {\n            name\n            quantity\n            product {\n              id\n              slug\n              image {\n                url(width: 160)\n                alt\n              }\n            }\n          }\n          payments(first: 1) {\n            edges {\n              node {\n                id\n                status\n                amount {\n                  ...MoneyParts\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment MoneyParts on Money {\n  amount\n  currency\n}',
    },
    {
      id: 'aa778d5df9f7d17af488943a2da6b9d9b16c4c7eb1cce0280f340d5199844be1',
      name: 'ProductPage',
      body: 'query ProductPage($id: ID!) {\n  product(id: $id) {\n    id\n    slug\n    name\n    description\n    brand\n    createdAt\n    tags\n    category {\n      id\n      name\n      slug\n      parent {\n        id\n        name\n        slug\n        parent {\n          id\n          name\n          slug\n        }\n      }\n    }\n    price {\n      ...MoneyParts\n    }\n    compareAtPrice {\n      ...MoneyParts\n    }\n    images {\n      url(width: 960)\n      alt\n      width\n      height\n    }\n    attributes {\n      name\n      value\n    }\n    stock {\n      status\n      available\n      restockAt\n    }\n    ratingSummary {\n      average\n      count\n      histogram {\n        stars\n        count\n      }\n    }\n    reviews(first: 3) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          rating\n          title\n          body\n          helpfulCount\n          verifiedPurchase\n          createdAt\n          author {\n            id\n            displayName\n            memberSince\n          }\n        }\n      }\n    }\n    related(first: 4) {\n      edges {\n        node {\n          id\n          slug\n          name\n          image {\n            url(width: 320)\n            alt\n          }\n          price {\n            ...MoneyParts\n          }\n          ratingSummary {\n            average\n            count\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment MoneyParts on Money {\n  amount\n  currency\n}',
    },
    {
      id: '4a9161c28b97c176dcd60eb536a424c39c8e8130e92a8a0603a80f8f031662de',
      name: 'RemoveCartItem',
      body: 'mutation RemoveCartItem($productId: ID!) {\n  removeCartItem(input: {productId: $productId}) {\n    __typename\n    ... on RemoveCartItemSuccess {\n      cart {\n        ...CartParts\n      }\n    }\n    ... on ValidationFailed {\n      fields {\n        field\n        message\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}\n\nfragment CartParts on Cart {\n  id\n  itemCount\n  total {\n    amount\n    amountMinor\n    currency\n  }\n  items {\n    name\n    quantity\n    linePrice {\n      amount\n      currency\n    }\n    product {\n      id\n    }\n  }\n}',
    },
    {
      id: 'fb78852717e7ff99c8bd7941760e938abdcc5caa4f309657e4bb2cc5d69c1a1f',
      name: 'Search',
      body: 'query Search($text: String!, $filter: ProductFilter, $sort: ProductSort! = RELEVANCE, $first: Int! = 24, $after: String) {\n  search(text: $text, filter: $filter, sort: $sort, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    facets {\n      name\n      values {\n        value\n        label\n        count\n      }\n    }\n    edges {\n      cursor\n      node {\n        id\n        slug\n        name\n        brand\n        image {\n          url(width: 320)\n          alt\n        }\n        category {\n          id\n          name\n        }\n        price {\n          amount\n          currency\n        }\n        stock {\n          status\n        }\n        ratingSummary {\n          average\n          count\n        }\n      }\n    }\n  }\n}',
    },
    {
      id: 'b1c9f10a3d23affb4b0628b93d779128f8eddba77149484fe2a957e46738a9d2',
      name: 'UpdateCartItem',
      body: 'mutation UpdateCartItem($productId: ID!, $quantity: Int!) {\n  updateCartItem(input: {productId: $productId, quantity: $quantity}) {\n    __typename\n    ... on UpdateCartItemSuccess {\n      cart {\n        ...CartParts\n      }\n    }\n    ... on NotInCart {\n      cart {\n        ...CartParts\n      }\n    }\n    ... on ValidationFailed {\n      fields {\n        field\n        message\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}\n\nfragment CartParts on Cart {\n  id\n  itemCount\n  total {\n    amount\n    amountMinor\n    currency\n  }\n  items {\n    name\n    quantity\n    linePrice {\n      amount\n      currency\n    }\n    product {\n      id\n    }\n  }\n}',
    },
    {
      id: 'a86ee28d95bb98a399afaa22abec5e30529decc18747fd93283e03816901047b',
      name: 'UpdateProfile',
      body: 'mutation UpdateProfile($input: UpdateProfileInput!) {\n  updateProfile(input: $input) {\n    __typename\n    ... on UpdateProfileSuccess {\n      viewer {\n        id\n        displayName\n        givenName\n        familyName\n        locale\n        phone\n      }\n    }\n    ... on ValidationFailed {\n      fields {\n        field\n        message\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}',
    },
    {
      id: 'a881f9775c57bc15f99b8581f78b154e9408c3b5505f2db9da0ae5da396d674e',
      name: 'Viewer',
      body: 'query Viewer($addressCount: Int! = 20, $after: String) {\n  viewer {\n    id\n    displayName\n    email\n    givenName\n    familyName\n    locale\n    phone\n    memberSince\n    addresses(first: $addressCount, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          label\n          recipient\n          street\n          postalCode\n          city\n          country\n          isDefault\n        }\n      }\n    }\n  }\n}',
    },
    {
      id: '608db14faefe33fce0595faa5afb063254dfaabb58c9270bb72df85e520653cd',
      name: 'WriteReview',
      body: 'mutation WriteReview($input: WriteReviewInput!) {\n  writeReview(input: $input) {\n    __typename\n    ... on WriteReviewSuccess {\n      review {\n        id\n        rating\n        title\n        body\n        createdAt\n        author {\n          id\n          displayName\n        }\n        product {\n          id\n          ratingSummary {\n            average\n            count\n          }\n        }\n      }\n    }\n    ... on ValidationFailed {\n      fields {\n        field\n        message\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}',
    },
  ],
  retiredBuilds: [],
};
