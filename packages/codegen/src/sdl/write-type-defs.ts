/** The SDL as a module, so that a built package reads no files. */
import type { Sdl } from './read-sdl.ts';

/** Source of `type-defs.ts`. */
export function writeTypeDefs({ text }: Sdl): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  return `export const typeDefs = \`${escaped}\`;\n`;
}
