/** Writes a random document for a schema, and notes the variables that it uses. */
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { chance, choose, happens } from './chance.ts';
import type { DocumentSpec, SelectionSpec } from './document-spec.ts';
import { toLiteral } from './input-types.ts';

export interface Variable {
  /** Type as declared by the operation. */
  readonly type: GraphQLInputType;
  readonly declaration: string;
}
export interface PrintedDocument {
  readonly text: string;
  readonly operationType: 'query' | 'mutation' | 'subscription';
  readonly operationName: string | undefined;
  readonly variables: ReadonlyMap<string, Variable>;
}

interface Printer {
  readonly schema: GraphQLSchema;
  readonly spec: DocumentSpec;
  readonly variables: Map<string, Variable>;
  /** Fragments that something spreads; only those are written. */
  readonly fragments: Map<number, string>;
}

export function printDocument(schema: GraphQLSchema, spec: DocumentSpec): PrintedDocument {
  const operationType = (['query', 'mutation', 'subscription'] as const)[spec.operation] ?? 'query';
  const root = schema.getRootType(operationType as never);
  // A schema without that root type can only refuse the operation, and wild documents show that it does.
  const type = root ?? schema.getQueryType();
  const printer: Printer = { schema, spec, variables: new Map(), fragments: new Map() };
  const body = selectionSet(spec.selections, type as GraphQLCompositeType, -1, printer);
  const named = spec.others > 0 || chance(body) % 2 === 0;
  const declarations = [...printer.variables.values()].map(({ declaration }) => declaration);
  const header = named
    ? `${root || spec.wild ? operationType : 'query'} Main`
    : root || spec.wild
      ? operationType
      : 'query';
  const main = `${header}${declarations.length > 0 ? `(${declarations.join(', ')})` : ''} ${body}`;
  const others = Array.from({ length: spec.others }, (_, index) => `query Other${index} { __typename }`);
  const text = [main, ...printer.fragments.values(), ...others].join('\n');
  return { text, operationType, operationName: named ? 'Main' : undefined, variables: printer.variables };
}

function selectionSet(
  specs: readonly SelectionSpec[],
  type: GraphQLCompositeType,
  inFragment: number,
  printer: Printer,
): string {
  const lines = specs.map((spec) => selection(spec, type, inFragment, printer)).filter((line) => line !== undefined);
  return `{ ${lines.length > 0 ? lines.join(' ') : '__typename'} }`;
}

function selection(
  spec: SelectionSpec,
  type: GraphQLCompositeType,
  inFragment: number,
  printer: Printer,
): string | undefined {
  if (spec.kind <= 8) return field(spec, type, inFragment, printer);
  if (spec.kind <= 10) return inlineFragment(spec, type, inFragment, printer);
  if (spec.kind <= 12) return spread(spec, type, inFragment, printer);
  return metaField(spec, type, printer);
}

function field(spec: SelectionSpec, type: GraphQLCompositeType, inFragment: number, printer: Printer): string {
  const fields = isUnionType(type) ? [] : Object.values(type.getFields());
  const chosen = fields[spec.field % Math.max(fields.length, 1)];
  if (chosen === undefined) return `__typename${directives(spec, printer)}`;
  const { wild } = printer.spec;
  if (wild && spec.field === 11) return `nowhere${spec.variant}${spec.selections.length > 1 ? ' { x }' : ''}`;
  const inner = getNamedType(chosen.type);
  const nested = isCompositeType(inner) ? ` ${selectionSet(spec.selections, inner, inFragment, printer)}` : '';
  const body = wild && spec.field === 10 && spec.variant === 2 ? (nested === '' ? ' { x }' : '') : nested;
  return `${alias(spec, chosen, printer)}${chosen.name}${argumentsOf(spec, chosen, type, printer)}${directives(spec, printer)}${body}`;
}

/** Valid documents name a field's variants apart; wild ones merge what does not belong together. */
function alias(spec: SelectionSpec, { name }: GraphQLField<unknown, unknown>, printer: Printer): string {
  if (printer.spec.wild && spec.field % 4 === 3) {
    return `${choose(`${name}${spec.variant}`, ['x', 'y', 'toString', 'constructor', '__proto__', '__typename'])}: `;
  }
  return spec.variant === 0 ? '' : `${name}_${spec.variant}: `;
}

function argumentsOf(
  spec: SelectionSpec,
  { name, args }: GraphQLField<unknown, unknown>,
  type: GraphQLCompositeType,
  printer: Printer,
): string {
  const { wild } = printer.spec;
  // Interfaces hand down their fields under names of their own, so the name tells whose arguments these are.
  const owner = name.startsWith('face') ? '' : type.name;
  const texts = args.flatMap((arg) => {
    const key = `${owner}_${name}_${arg.name}_${spec.variant}`;
    const needed = isNonNullType(arg.type) && arg.defaultValue === undefined;
    if ((!needed || (wild && happens(`${key} missing`, 6))) && happens(`${key} omitted`, 3)) return [];
    const variable = (wanted: GraphQLInputType, at: string) => variableFor(wanted, at, printer);
    return [`${arg.name}: ${toLiteral(arg.type, key, { bad: wild, variable })}`];
  });
  if (wild && happens(`${name} extra`, 12)) texts.push('extra: 1');
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}

/** Declares a variable where it is used first; the same place always has the same one. */
function variableFor(wanted: GraphQLInputType, key: string, printer: Printer): string {
  const name = `v${key.replaceAll(/\W/g, '_')}`;
  if (!printer.variables.has(name)) {
    const nullable = isNonNullType(wanted) ? wanted.ofType : wanted;
    const style = chance(`${name} style`) % 4;
    const loose = style === 0 && printer.spec.wild;
    const withDefault = style === 1;
    const type = withDefault || loose ? nullable : style === 2 && !isNonNullType(wanted) ? nonNull(wanted) : wanted;
    const fallback = withDefault ? ` = ${toLiteral(nullable, `${name} default!`, { bad: printer.spec.wild })}` : '';
    const declared = printer.spec.wild && happens(`${name} type`, 30) ? 'Nowhere' : String(type);
    printer.variables.set(name, { type, declaration: `$${name}: ${declared}${fallback}` });
  }
  return `$${name}`;
}

const nonNull = (type: GraphQLInputType) => new GraphQLNonNull(type as never) as GraphQLInputType;

function directives(spec: SelectionSpec, printer: Printer): string {
  const { wild } = printer.spec;
  const boolean = () => {
    const wanted = printer.schema.getType('Boolean') as GraphQLInputType;
    return variableFor(nonNull(wanted), `if_${spec.field % 3}`, printer);
  };
  switch (spec.directive) {
    case 1:
      return ` @include(if: ${boolean()})`;
    case 2:
      return ` @skip(if: ${boolean()})`;
    case 3:
      return spec.field % 2 === 0 ? ' @include(if: false)' : ' @skip(if: true)';
    case 4:
      return ` @skip(if: ${boolean()}) @include(if: true)`;
    case 5:
      return wild ? choose(`${spec.field}`, [' @skip(if: null)', ' @include(if: 1)', ' @skip', ' @unknown(x: 1)']) : '';
    case 6:
      return ' @include(if: true)';
    default:
      return '';
  }
}

/** Types that share an object with a type, so that a fragment on them makes sense there. */
function related(type: GraphQLCompositeType, schema: GraphQLSchema): GraphQLCompositeType[] {
  const all = Object.values(schema.getTypeMap()).filter((one) => isCompositeType(one) && !one.name.startsWith('__'));
  return (all as GraphQLCompositeType[]).filter((other) => {
    const possible =
      'getFields' in other && !('resolveType' in other) ? [other] : schema.getPossibleTypes(other as never);
    const mine = 'getFields' in type && !('resolveType' in type) ? [type] : schema.getPossibleTypes(type as never);
    return mine.some((one) => (possible as readonly unknown[]).includes(one));
  });
}

function inlineFragment(spec: SelectionSpec, type: GraphQLCompositeType, inFragment: number, printer: Printer): string {
  if (printer.spec.wild && spec.field === 11)
    return `... on ${choose(`${spec.variant}`, ['Nowhere', 'String', 'In0'])} { x }`;
  const on = [type, ...related(type, printer.schema)];
  const inner = on[spec.field % on.length] as GraphQLCompositeType;
  const condition = spec.field === 0 ? '' : ` on ${inner.name}`;
  return `...${condition}${directives(spec, printer)} ${selectionSet(spec.selections, inner, inFragment, printer)}`;
}

/** Fragments spread only those behind them: a document has no cycles. */
function spread(
  spec: SelectionSpec,
  type: GraphQLCompositeType,
  inFragment: number,
  printer: Printer,
): string | undefined {
  if (printer.spec.wild && spec.field === 11) return '...Nowhere';
  const { fragments } = printer.spec;
  const count = fragments.length - inFragment - 1;
  if (count <= 0) return undefined;
  const index = inFragment + 1 + (spec.field % count);
  const fragment = fragments[index];
  if (fragment === undefined) return undefined;
  const all = Object.values(printer.schema.getTypeMap()).filter(
    (one) => isCompositeType(one) && !one.name.startsWith('__'),
  );
  const on = all[fragment.on % all.length] as GraphQLCompositeType;
  if (!printer.spec.wild && !related(type, printer.schema).includes(on)) return undefined;
  if (!printer.fragments.has(index)) {
    printer.fragments.set(index, '');
    printer.fragments.set(
      index,
      `fragment F${index} on ${on.name} ${selectionSet(fragment.selections, on, index, printer)}`,
    );
  }
  return `...F${index}${directives(spec, printer)}`;
}

function metaField(spec: SelectionSpec, type: GraphQLCompositeType, printer: Printer): string {
  const atRoot = type === printer.schema.getQueryType();
  if (!atRoot && !printer.spec.wild)
    return `${spec.variant === 0 ? '' : 'kind: '}__typename${directives(spec, printer)}`;
  const texts = [
    '__typename',
    '__schema { queryType { name fields { name type { kind name ofType { name } } } } }',
    '__type(name: "Thing0") { name kind interfaces { name } fields(includeDeprecated: true) { name args { name defaultValue } } }',
    '__type(name: "Color") { enumValues { name } }',
    '__type(name: "Nowhere") { name }',
    'directives: __schema { directives { name isRepeatable locations } }',
  ];
  // Two of these may meet under one name with different arguments, so each has its own.
  const index = spec.field % texts.length;
  const text = texts[index] as string;
  return index === 0 || index === 5 ? text : `meta${index}: ${text}`;
}
