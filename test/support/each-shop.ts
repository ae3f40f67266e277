/** Runs a suite in a shop on every database; after each test the books agree, and nobody has left a contract. */

import { type DatabaseKind, describeEachDatabase } from '@facet/domain-services/testing';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { ObservedServicesOptions } from './observed-services.ts';
import { openShop, type Shop } from './shop.ts';

export type ShopSuite = (shop: Shop, kind: DatabaseKind) => void;

/** The shop is there when the suite's first test runs. */
export function onEachShop(options: Omit<ObservedServicesOptions, 'databaseKind'>, suite: ShopSuite): void {
  describeEachDatabase((databaseKind) => {
    const shop = {} as Shop;
    let opened: Shop | undefined;
    beforeAll(async () => {
      opened = await openShop({ ...options, databaseKind });
      Object.assign(shop, opened);
    });
    afterAll(() => opened?.close());
    suite(shop, databaseKind);
    afterEach(async () => {
      shop.unplugged.clear();
      expect(await shop.imbalances()).toEqual([]);
      expect(shop.takeViolations()).toEqual([]);
    });
  });
}
