/** Plants mistakes into the sources of core as Node loads them. */
import { registerHooks } from 'node:module';

export interface SourceChange {
  /** Below core's `src`. */
  readonly file: string;
  /** It is there once. */
  readonly from: string;
  readonly to: string;
}

/** What is loaded from now on has the changes; where one does not fit, loading its file throws an Error that names `what`. */
export function plantChanges(what: string, changes: readonly SourceChange[]): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const here = changes.filter(({ file }) => url.endsWith(`/core/src/${file}`));
      if (here.length === 0) return loaded;
      let source = String(loaded.source);
      for (const { file, from, to } of here) {
        if (source.split(from).length !== 2)
          throw new Error(`${file} does not have once what '${what}' changes: ${from}`);
        source = source.replace(from, () => to);
      }
      return { ...loaded, source };
    },
  });
}
