/** The layout of a spec: its types by name, who implements what, and where each field was declared. */
import type { FieldSpec, InterfaceSpec, ObjectSpec, SchemaSpec, UnionSpec } from './schema-spec.ts';

/** A field of a type. Where an object has it from an interface, `owner` is that interface. */
export interface LaidField {
  readonly name: string;
  readonly owner: string;
  readonly spec: FieldSpec;
  /** Whether the object makes the interface's type non-null. */
  readonly narrowed: boolean;
}
export interface LaidType {
  readonly name: string;
  readonly interfaces: readonly string[];
  readonly fields: readonly LaidField[];
}
export interface LaidObject extends LaidType {
  readonly check: ObjectSpec['check'];
}
export interface LaidInterface extends LaidType {
  readonly choice: InterfaceSpec['choice'];
}
export interface LaidUnion {
  readonly name: string;
  readonly members: readonly string[];
  readonly choice: UnionSpec['choice'];
}
export interface Layout {
  readonly roots: readonly LaidObject[];
  readonly objects: readonly LaidObject[];
  readonly interfaces: readonly LaidInterface[];
  readonly unions: readonly LaidUnion[];
  /** Object types of each object, interface and union. */
  readonly possibleTypes: ReadonlyMap<string, readonly string[]>;
  /** Names of composite types that a field may have. */
  readonly composites: readonly string[];
}

export function toLayout(spec: SchemaSpec): Layout {
  const interfaces = spec.interfaces.map((face, index): LaidInterface => {
    const parents = face.extends && index > 0 ? ['Face0'] : [];
    const inherited = parents.flatMap(() => declared('Face0', 'face0', spec.interfaces[0]?.fields ?? []));
    const own = declared(`Face${index}`, `face${index}`, face.fields);
    return { name: `Face${index}`, interfaces: parents, fields: [...inherited, ...own], choice: face.choice };
  });
  const objects = spec.objects.map((object, index) => toObject(`Thing${index}`, object, interfaces));
  const roots = [
    toRoot('Query', spec.query),
    toRoot('Mutation', spec.mutation),
    toRoot('Subscription', spec.subscription),
  ];
  const members = ['Query', ...objects.map(({ name }) => name)];
  const unions = spec.unions.map((union, index): LaidUnion => {
    const chosen = members.filter((_, bit) => (union.members >> bit) % 2 === 1);
    return { name: `Union${index}`, members: chosen.length > 0 ? chosen : ['Query'], choice: union.choice };
  });
  const possibleTypes = new Map<string, readonly string[]>([
    ...roots.map(({ name }) => [name, [name]] as const),
    ...objects.map(({ name }) => [name, [name]] as const),
    ...interfaces.map(({ name }) => [name, implementors(name, objects)] as const),
    ...unions.map(({ name, members }) => [name, members] as const),
  ]);
  const composites = [...members, ...interfaces.map(({ name }) => name), ...unions.map(({ name }) => name)];
  return {
    roots: roots.filter(({ fields }) => fields.length > 0),
    objects,
    interfaces,
    unions,
    possibleTypes,
    composites: composites.filter((name) => possibleTypes.get(name)?.length !== 0),
  };
}

function toRoot(name: string, fields: readonly FieldSpec[]): LaidObject {
  return { name, interfaces: [], fields: declared(name, 'f', fields), check: 'none' };
}

function toObject(name: string, object: ObjectSpec, faces: readonly LaidInterface[]): LaidObject {
  const chosen = faces.filter((_, bit) => (object.implements >> bit) % 2 === 1);
  const names = new Set(chosen.flatMap((face) => [...face.interfaces, face.name]));
  const implemented = faces.filter((face) => names.has(face.name));
  const inherited = new Map(implemented.flatMap(({ fields }) => fields.map((field) => [field.name, field])));
  const narrowed = [...inherited.values()].map((field) => ({ ...field, narrowed: object.covariant }));
  return {
    name,
    interfaces: implemented.map((face) => face.name),
    fields: [...declared(name, 'f', object.fields), ...narrowed],
    check: object.check,
  };
}

function declared(owner: string, prefix: string, fields: readonly FieldSpec[]): LaidField[] {
  return fields.map((spec, index) => ({ name: `${prefix}${index}`, owner, spec, narrowed: false }));
}

function implementors(name: string, objects: readonly LaidObject[]): string[] {
  return objects.filter(({ interfaces }) => interfaces.includes(name)).map((object) => object.name);
}
