/** How names in contracts become names in TypeScript. */

const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const CAMEL_CASE = /^[a-z][a-zA-Z0-9]*$/;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Words a generated constant cannot be called: TypeScript's own, and what a generated file imports. */
const TAKEN = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for
  function if implements import in instanceof interface let new null package private protected public return static
  super switch this throw true try typeof var void while with yield arguments eval undefined
  components operation operations paths`.split(/\s+/),
);

export const isKebabCase = (name: string): boolean => KEBAB_CASE.test(name);
export const isCamelCase = (name: string): boolean => CAMEL_CASE.test(name);
export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name);
export const isTaken = (name: string): boolean => TAKEN.has(name);

/** `gift-cards` → `giftCards`. */
export function toCamelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** `user-profile`, `com.acme.user` or `user` → `UserProfile`, `ComAcmeUser`, `User`. */
export function toPascalCase(name: string): string {
  const words = name.split(/[^A-Za-z0-9_$]+/).filter(Boolean);
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^\d/.test(joined) ? `_${joined}` : joined;
}
