/** Values that resolvers return: leaves, lists of every container, and objects of every shape. */
import { type GraphQLOutputType, isLeafType, isListType, isNonNullType } from 'graphql';
import { chance, choose, happens } from './chance.ts';
import type { LaidField, Layout } from './layout.ts';
import { leafValue } from './leaf-types.ts';
import { deliver, errorAt, moodAt, type Site } from './moods.ts';
import { createMethod } from './resolvers.ts';
import type { Run } from './run.ts';
import type { FieldSpec } from './schema-spec.ts';
import { wrongOf } from './wrong-values.ts';

export interface Values {
  /** A value of a field's type; `text` is what string leaves say. */
  valueOf(site: Site, type: GraphQLOutputType, spec: FieldSpec, text: string): unknown;
  /** What resolvers of a composite type receive as their source. */
  objectOf(run: Run, typeName: string, locus: string): object;
  /** Tells the type of a field that is a property or method of objects, once the schema has it. */
  learn(typeName: string, fieldName: string, type: GraphQLOutputType): void;
}

/** Values of a layout's types. */
export function createValues(layout: Layout): Values {
  const learnt = new Map<string, GraphQLOutputType>();
  const byName = new Map([...layout.roots, ...layout.objects].map((type) => [type.name, type]));

  const values: Values = {
    valueOf(site, type, spec, text) {
      if (isNonNullType(type)) return values.valueOf(site, type.ofType, spec, text);
      if (isListType(type)) return listOf(site, type.ofType, spec, text, values);
      if (isLeafType(type)) return leafValue(type, `${site.run.seed}${site.locus}`, text);
      return values.objectOf(site.run, type.name, site.locus);
    },
    objectOf(run, typeName, locus) {
      const key = `${run.seed} object ${locus}`;
      const name = choose(key, layout.possibleTypes.get(typeName) ?? [typeName]);
      const target = emptyObject(key);
      Object.assign(target, { id: locus, kind: name });
      if (run.strain === 0 || !happens(`${key} typename`, 10)) Object.assign(target, { __typename: name });
      for (const field of byName.get(name)?.fields ?? []) {
        const type = learnt.get(`${name}.${field.name}`);
        if (field.spec.via !== 'resolve' && type !== undefined) property(run, target, { field, type, locus, values });
      }
      return target;
    },
    learn: (typeName, fieldName, type) => learnt.set(`${typeName}.${fieldName}`, type),
  };
  return values;
}

function emptyObject(key: string): object {
  const shape = chance(`${key} shape`) % 8;
  if (shape === 0) return Object.create(null) as object;
  if (shape === 1) return () => 'a function may be a source';
  return shape < 4 ? new (class Source {})() : {};
}

interface Property {
  readonly field: LaidField;
  readonly type: GraphQLOutputType;
  readonly locus: string;
  readonly values: Values;
}

/** Getters make what is deep or fails only when asked; plain leaves are plain data. */
function property(run: Run, target: object, { field, type, locus, values }: Property): void {
  const { name, spec } = field;
  const site: Site = { run, locus: `${locus}/${name}` };
  if (spec.via === 'method') {
    Object.defineProperty(target, name, { value: createMethod(spec, type, values), configurable: true });
    return;
  }
  const mood = moodAt(site, spec.moods);
  const make = () => values.valueOf(site, type, spec, site.locus);
  if (mood === 'plain' && isLeafType(type)) {
    Object.assign(target, { [name]: make() });
    return;
  }
  const get = () => deliver(site, mood, make, () => wrongOf(type, site.locus));
  Object.defineProperty(target, name, { get, configurable: true });
}

function listOf(site: Site, type: GraphQLOutputType, spec: FieldSpec, text: string, values: Values): unknown {
  const { run, locus } = site;
  const depth = locus.split(/[./#]/).length;
  const length = chance(`${run.seed} length ${locus}`) % (depth < 3 ? 5 : depth < 6 ? 3 : 2);
  const item = (index: number): unknown => {
    const at: Site = { ...site, locus: `${locus}#${index}` };
    const make = () => values.valueOf(at, type, spec, `${text}#${index}`);
    return deliver(at, itemMood(at, spec), make, () => wrongOf(type, at.locus));
  };
  switch (spec.list) {
    case 'set':
      return new Set(Array.from({ length }, (_, index) => item(index)));
    case 'generator':
      return generate(site, length, item, false);
    case 'broken':
      return generate(site, length, item, moodAt(site, ['throw']) === 'throw');
    case 'iterable':
      return { [Symbol.iterator]: () => generate(site, length, item, false) };
    case 'holes':
      return Object.assign(
        new Array(length + 1),
        Array.from({ length }, (_, index) => item(index)),
      );
    default:
      return Array.from({ length }, (_, index) => item(index));
  }
}

/** Items cannot throw while they are put into a list: such a mood is a returned error. */
function itemMood(site: Site, spec: FieldSpec): ReturnType<typeof moodAt> {
  const mood = moodAt(site, spec.itemMoods);
  return mood.startsWith('throw') ? 'returnError' : mood;
}

function* generate(site: Site, length: number, item: (index: number) => unknown, broken: boolean): Generator<unknown> {
  for (let index = 0; index < length; index++) yield item(index);
  if (!broken) return;
  const error = errorAt(site, 'iterate') as Error;
  if (site.run.brokenIterators === undefined) throw error;
  site.run.brokenIterators.push(error);
}
