/** Resolvers: functions that say in their answer what they received, in the mood of their field. */
import type { GraphQLFieldResolver, GraphQLOutputType, GraphQLResolveInfo } from 'graphql';
import { happens } from './chance.ts';
import { digest, infoDigest, pathText } from './digest.ts';
import { deliver, moodAt, type Site } from './moods.ts';
import type { Run } from './run.ts';
import type { FieldSpec } from './schema-spec.ts';
import type { Values } from './values.ts';
import { wrongOf } from './wrong-values.ts';

type Args = Record<string, unknown>;

/** A resolver in a schema. */
export function createResolver(
  spec: FieldSpec,
  type: GraphQLOutputType,
  values: Values,
): GraphQLFieldResolver<unknown, Run, Args> {
  return (source, args, run, info) => answer(source, args, run, info, { spec, type, values });
}

/** A method of a source, which the default resolver calls with the source as `this`. */
export function createMethod(spec: FieldSpec, type: GraphQLOutputType, values: Values): unknown {
  return function method(this: unknown, args: Args, run: Run, info: GraphQLResolveInfo): unknown {
    return answer(this, args, run, info, { spec, type, values });
  };
}

interface Field {
  readonly spec: FieldSpec;
  readonly type: GraphQLOutputType;
  readonly values: Values;
}

function answer(source: unknown, args: Args, run: Run, info: GraphQLResolveInfo, field: Field): unknown {
  const { spec, type, values } = field;
  const site: Site = { run, locus: pathText(info.path), info };
  run.calls.push(site.locus);
  const mood = moodAt(site, spec.moods);
  const received = `${site.locus}(${digest(args)}) of ${sourceText(source)}`;
  const text = happens(`${run.seed} info ${site.locus}`, 6) ? `${received} ${infoDigest(info, run)}` : received;
  if (happens(`${run.seed} mutate ${site.locus}`, 2)) mutate(args, info);
  return deliver(
    site,
    mood,
    () => values.valueOf(site, type, spec, text),
    () => wrongOf(type, site.locus),
  );
}

function sourceText(source: unknown): string {
  const known = (typeof source === 'object' && source !== null) || typeof source === 'function';
  return known ? String((source as { id?: unknown }).id) : digest(source);
}

/** Arguments belong to the call: whatever it does to them, and to what literals made, no other call sees. */
function mutate(args: Args, info: GraphQLResolveInfo): void {
  for (const node of info.fieldNodes[0]?.arguments ?? []) {
    const value = args[node.name.value];
    const made = node.value.kind === 'ObjectValue' || node.value.kind === 'ListValue';
    if (made && typeof value === 'object' && value !== null) Object.assign(value, { mutated: true });
  }
  for (const name of Object.keys(args)) args[name] = 'mutated';
  args.more = true;
}
