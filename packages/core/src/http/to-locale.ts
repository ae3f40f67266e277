/** Chooses the locale of an answer (RFC 9110, 12.5.4). */
import Negotiator from 'negotiator';

/** Headers remembered: browsers and apps send few different ones. */
const maxRemembered = 1_000;

/** Creates a chooser among `locales`, BCP 47 tags with the default first. */
export function createToLocale(locales: readonly string[]): (acceptLanguage: string | undefined) => string {
  const remembered = new Map<string, string>();

  return (acceptLanguage = '*') => {
    const known = remembered.get(acceptLanguage);
    if (known !== undefined) return known;
    const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage } });
    const locale = negotiator.language([...locales]) ?? (locales[0] as string);
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(acceptLanguage, locale);
    return locale;
  };
}
