/** Column analysis: which columns of each row an operation reads, so that calls ask for no others. */
import type { Binding } from '../loaders/binding.ts';
import type { Row } from '../loaders/row.ts';
import type { FieldPlan, SelectionPlan, Shape } from './plan.ts';
import { selectionsOf } from './walk.ts';

/** Names of columns, or `all` where something reads that does not say what. */
type Reads = ReadonlySet<string> | 'all';

const nothing: Reads = new Set<string>();

/**
 * For each row that the selection loads, the columns that all its readers together read; rows whose readers do not say
 * (resolvers and keys written by hand, abstract types) are left out. The lists are sorted and never change.
 */
export function columnsByRow(root: SelectionPlan): ReadonlyMap<Row, readonly string[]> {
  const readsByRow = new Map<Row, Reads>();
  collect(root, readsByRow);
  const columns = new Map<Row, readonly string[]>();
  for (const [row, reads] of readsByRow) if (reads !== 'all') columns.set(row, [...reads].sort());
  return columns;
}

function collect(selection: SelectionPlan, readsByRow: Map<Row, Reads>): void {
  for (const { source, shape } of selection.fields) {
    if (source.kind === 'bound' && 'row' in source.binding && source.binding.row.fields !== undefined) {
      const { row } = source.binding;
      const { itemsColumn } = source.binding.row.fields;
      const reads = itemsColumn === undefined ? readsOf(shape) : readsOfItems(shape, itemsColumn);
      readsByRow.set(row, union(readsByRow.get(row) ?? nothing, reads));
    }
    for (const below of selectionsOf(shape)) collect(below, readsByRow);
  }
}

/** What is read of the values themselves. */
function readsOf(shape: Shape): Reads {
  const readsOfField = (field: FieldPlan) => {
    const { source, definition } = field;
    if (source.kind === 'typename') return nothing;
    if (source.kind === 'default') return new Set([definition.name]);
    if (source.kind === 'resolver') return 'all';
    return source.binding.kind === 'itself' ? readsOf(field.shape) : columnsOf(source.binding);
  };
  const readsOfObject = ({ guard }: SelectionPlan) =>
    guard?.owner === undefined ? nothing : new Set([guard.owner.items ?? guard.owner.column]);
  return readsBelow(shape, readsOfField, readsOfObject);
}

/** The columns of its parent that a binding reads by itself. */
function columnsOf(binding: Binding): Reads {
  if (binding.kind === 'from') return new Set(binding.columns);
  if (binding.kind === 'column') return new Set([binding.column]);
  if (binding.kind === 'load') return binding.keyColumns === undefined ? 'all' : new Set(binding.keyColumns);
  return nothing;
}

/** What is read of the items that the values have in one of their columns. */
function readsOfItems(shape: Shape, items: string): Reads {
  const readsOfField = (field: FieldPlan) => {
    const { source, definition } = field;
    if (source.kind === 'typename') return nothing;
    if (source.kind === 'default') return definition.name === items ? readsOf(field.shape) : nothing;
    if (source.kind === 'resolver') return 'all';
    const { binding } = source;
    if (binding.kind === 'itself') return readsOfItems(field.shape, items);
    const columns = columnsOf(binding);
    if (columns !== 'all' && !columns.has(items)) return nothing;
    if (binding.kind === 'column') return readsOf(field.shape);
    return binding.kind === 'from' && binding.itemColumns !== undefined ? new Set(binding.itemColumns) : 'all';
  };
  const readsOfObject = ({ guard }: SelectionPlan) =>
    guard?.owner?.items === items ? new Set([guard.owner.column]) : nothing;
  return readsBelow(shape, readsOfField, readsOfObject);
}

/** `readsOfObject` is what is read of an object besides its fields. */
function readsBelow(
  shape: Shape,
  readsOfField: (field: FieldPlan) => Reads,
  readsOfObject: (selection: SelectionPlan) => Reads,
): Reads {
  if (shape.kind === 'list') return readsBelow(shape.item, readsOfField, readsOfObject);
  // Values that answer as they are, and values whose type is asked of themselves.
  if (shape.kind !== 'object' || shape.selection.type.isTypeOf) return 'all';
  return shape.selection.fields.map(readsOfField).reduce<Reads>(union, readsOfObject(shape.selection));
}

function union(a: Reads, b: Reads): Reads {
  return a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b]);
}
