/** A BFF over three REST services, each of which says what to ask the next for, and an answer to whatever they are told. */
import { type BffSettings, call, createBff, load, row } from '@facet/core';
import { operation } from '@facet/core/data';
import { type RecordedCall, type RecordingService, startRecordingService } from './recording-service.ts';

/** What the services hold. Keys of `failing` fail every call that asks for them, services of `down` every call. */
export interface ChainWorld {
  products: { id: string; sellerId: string }[];
  /** Rating of each seller; there is no other seller. */
  sellers: Record<string, string>;
  /** Stars of each rating. */
  ratings: Record<string, number>;
  failing: ReadonlySet<string>;
  down: ReadonlySet<string>;
}

/** A call that was not answered yet. */
export interface HeldCall {
  readonly call: RecordedCall;
  readonly answer: () => void;
}

export interface ChainService extends RecordingService {
  world: ChainWorld;
  /** Answers wait to be given by the test while it is set. */
  isHolding: boolean;
  readonly held: Set<HeldCall>;
  /** `path ids` of each call since the last time. */
  take(): string[];
}

interface Spec<Item> {
  readonly parameters: { readonly query?: { readonly ids?: string[] } };
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': { items: Item[] } } } };
}
interface Product {
  readonly id: string;
  readonly sellerId: string;
}
interface Seller {
  readonly id: string;
  readonly ratingId: string;
}
interface Rating {
  readonly id: string;
  readonly stars: number;
}

const ids = { in: 'query', style: 'form', explode: false, list: { maxItems: 50 } } as const;
function of<Item>(service: string, path = `/${service}`) {
  return operation<Spec<Item>>({ service, operationId: path.slice(1), method: 'GET', path, parameters: { ids } });
}
const allProducts = row(of<Product>('products'), { items: '/items', audience: 'public' });
const sellerById = row(of<Seller>('sellers'), { keys: 'ids', matchBy: 'id', audience: 'public' });
const ratingById = row(of<Rating>('ratings'), { keys: 'ids', matchBy: 'id', audience: 'public' });
const myRatingById = row(of<Rating>('ratings', '/my-ratings'), { keys: 'ids', matchBy: 'id', audience: 'principal' });

const typeDefs = `
  type Query { products: [Product!] }
  type Product { id: ID!, seller: Seller }
  type Seller { id: ID!, rating: Rating, myRating: Rating, ratingOfAccount: Rating }
  type Rating { id: ID!, stars: Int }
`;

export async function startChainService(): Promise<ChainService> {
  const held = new Set<HeldCall>();
  const service = await startRecordingService((recorded) => ({
    send: (response) => {
      const one: HeldCall = {
        call: recorded,
        answer: () => {
          held.delete(one);
          const { status, body } = respond(chain.world, recorded);
          response.writeHead(status, {
            'content-type': status === 200 ? 'application/json' : 'application/problem+json',
          });
          response.end(JSON.stringify(body));
        },
      };
      response.once('close', () => held.delete(one));
      held.add(one);
      if (!chain.isHolding) one.answer();
    },
  }));
  const chain: ChainService = {
    ...service,
    world: { products: [], sellers: {}, ratings: {}, failing: new Set(), down: new Set() },
    isHolding: false,
    held,
    take: () => service.calls.splice(0).map(({ path, query }) => `${path} ${query.ids ?? ''}`.trim()),
  };
  return chain;
}

function respond(world: ChainWorld, { path, query }: RecordedCall): { status: number; body: unknown } {
  const asked = query.ids?.split(',') ?? [];
  if (world.down.has(path)) return { status: 503, body: {} };
  if (asked.some((id) => world.failing.has(id))) return { status: 400, body: {} };
  if (path === '/products') return { status: 200, body: { items: world.products } };
  const items =
    path === '/sellers'
      ? asked.filter((id) => id in world.sellers).map((id) => ({ id, ratingId: world.sellers[id] }))
      : asked.filter((id) => id in world.ratings).map((id) => ({ id, stars: world.ratings[id] }));
  return { status: 200, body: { items } };
}

export interface ChainBff {
  ask(
    query: string,
    token?: string,
  ): Promise<{ data?: unknown; errors?: { path: unknown; extensions: { code: string } }[] }>;
  close(): Promise<void>;
}

export async function startChainBff({ origin }: ChainService, settings: Partial<BffSettings> = {}): Promise<ChainBff> {
  // The embedded provider knows no sellers.
  const known = { origin, audience: 'urn:facet:catalog' };
  const bff = await createBff({
    name: 'chain-bff',
    typeDefs,
    resolvers: {
      Query: { products: call(allProducts) },
      Product: { seller: load(sellerById, 'sellerId' as never) },
      Seller: {
        rating: load(ratingById, 'ratingId' as never),
        myRating: load(myRatingById, 'ratingId' as never),
        ratingOfAccount: load(ratingById, (_seller, _args, { principal }) => principal?.account),
      },
    },
    settings: {
      environment: 'test',
      port: 0,
      logLevel: 'silent',
      services: { products: known, sellers: known, ratings: known },
      requestTimeoutMs: 20_000,
      attemptTimeoutMs: 15_000,
      ...settings,
    },
  });
  const url = await bff.listen();
  return {
    ask: async (query, token) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query }),
      });
      return response.json() as ReturnType<ChainBff['ask']>;
    },
    close: () => bff.close(),
  };
}
