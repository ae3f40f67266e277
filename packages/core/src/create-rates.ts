/** Assembly: how much callers may ask for in a minute, by address before they sign in and by cost afterwards. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Settings } from './config/settings.ts';
import type { RequestContext } from './context/request-context.ts';
import type { Events } from './events.ts';
import { toClientAddress } from './http/client-address.ts';
import { type AddressRate, createAddressRate } from './limits/rate-address.ts';
import { createRateLimiter } from './limits/rate-limiter.ts';
import { toRateMode } from './limits/rate-mode.ts';
import { createPointRates, type PointRates } from './limits/rate-points.ts';
import { createCountFields } from './limits/rate-sensitive-fields.ts';
import type { Redis } from './state/redis.ts';

export interface RatesOptions {
  /** Names the BFF; nodes of one name count together. */
  readonly name: string;
  readonly settings: Settings;
  readonly schema: GraphQLSchema;
  readonly redis: Redis | undefined;
  readonly events: Pick<Events, 'rate'>;
  /** Makes a context for a request that does not have one yet. */
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext;
}

export interface Rates extends PointRates {
  /** For before anything finds out who is calling. */
  addBeforeAuthentication(app: FastifyInstance): void;
  /** For right after. */
  addAfterAuthentication(app: FastifyInstance): void;
  /** For where people sign in and out; `isGood` as in `AddressRate`. */
  addWhereSignedIn: AddressRate['addWhereSignedIn'];
}

/** Throws a TypeError for a limit of a field that the schema does not have. */
export function createRates({ name, settings, schema, redis, events, contextOf }: RatesOptions): Rates {
  const { anonymousRate, pointRate, fieldRates = {} } = settings;
  const mode = toRateMode(settings);
  const isRefused = mode === 'enforce';
  const limiterOf = (what: string, limit: number) => createRateLimiter({ name: `${name}:rate:${what}`, limit, redis });
  const address = createAddressRate({
    mode,
    limit: anonymousRate,
    limiter: limiterOf('anonymous', anonymousRate),
    toAddress: toClientAddress,
    onBeyond: (request, reply) =>
      events.rate({ context: contextOf(request, reply), what: 'anonymous', limit: anonymousRate, isRefused }),
  });
  const fields = Object.entries(fieldRates);
  const points = createPointRates({
    mode,
    points: limiterOf('points', pointRate),
    fields: new Map(fields.map(([field, limit]) => [field, limiterOf(field, limit)])),
    countFields: createCountFields(
      schema,
      fields.map(([field]) => field),
    ),
    toAddress: toClientAddress,
    onBeyond: ({ request, reply, ...beyond }) =>
      events.rate({ context: contextOf(request, reply), ...beyond, isRefused }),
  });
  return {
    ...points,
    addBeforeAuthentication: address.addBefore,
    addAfterAuthentication: address.addAfter,
    addWhereSignedIn: address.addWhereSignedIn,
  };
}
