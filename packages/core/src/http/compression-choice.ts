/** Which content coding a caller gets: the one it likes best and, of those, the one that costs least. */
import Negotiator from 'negotiator';

/**
 * Cheapest first, for sizes that differ by 3 %: 14,000 bytes of JSON take 60 µs and leave 3,232 bytes with zstd 3,
 * 190 µs and 3,216 bytes with gzip 5, 230 µs and 3,255 bytes with br 4.
 */
export const encodings = ['zstd', 'gzip', 'br'] as const;
export type Encoding = (typeof encodings)[number];

export interface EncodingChoice {
  /** `undefined` for the bytes as they are, also where nothing that is offered would do (RFC 9110, 12.4.1). */
  readonly encoding: Encoding | undefined;
  /** Whether the bytes as they are would do, too. */
  readonly isOptional: boolean;
}

/** Browsers and proxies write few different headers; what is remembered is bounded by both. */
const maxRemembered = 100;
const maxRememberedLength = 200;

const asItIs: EncodingChoice = { encoding: undefined, isOptional: true };
/** Refuses everything that is not named (RFC 9110, 12.5.3). */
const refusesOthers = /\*\s*;\s*q\s*=\s*0(?:\.0*)?\s*(?:,|$)/;

/** Creates the function from `Accept-Encoding` to the choice; it remembers what it chose. */
export function createChooseEncoding(): (accepted: string | undefined) => EncodingChoice {
  const choices = new Map<string, EncodingChoice>();
  return (accepted) => {
    if (accepted === undefined) return asItIs;
    const known = choices.get(accepted);
    if (known !== undefined) return known;
    const choice = chooseEncoding(accepted.toLowerCase());
    if (choices.size >= maxRemembered) choices.clear();
    if (accepted.length <= maxRememberedLength) choices.set(accepted, choice);
    return choice;
  };
}

/** As Negotiator 1 is; its types are of an older one. */
interface EncodingNegotiator {
  encodings(available: readonly string[], options: { readonly preferred: readonly string[] }): string[];
}

function chooseEncoding(accepted: string): EncodingChoice {
  // A `*` comes from clients that look at nothing: they get what every client can read.
  const offered = encodings.filter((encoding) => encoding === 'gzip' || accepted.includes(encoding));
  const preferred = [...offered, 'identity'];
  const negotiator: EncodingNegotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const acceptable = negotiator.encodings(preferred, { preferred });
  const isNamed = accepted.includes('identity');
  return {
    encoding: encodings.find((encoding) => encoding === acceptable[0]),
    isOptional: acceptable.includes('identity') && (isNamed || !refusesOthers.test(accepted)),
  };
}
