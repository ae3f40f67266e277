/** Finds a document that costs more than is allowed, and has nothing else too much: with it, the limit of cost is tried. */
import { type GraphQLSchema, getNullableType, isListType, isScalarType, parse } from 'graphql';
import type { Settings } from '../config/settings.ts';
import type { OperationPlan } from '../operation/plan.ts';
import type { WideDocumentOptions } from '../operation/wide-document.ts';
import { toPoints } from './cost.ts';
import { readCostWeights } from './cost-weights.ts';
import { findDocumentExcesses } from './document-excesses.ts';
import { defaultSize, toPlanCost } from './plan-cost.ts';

export interface OverCostOptions {
  readonly schema: GraphQLSchema;
  readonly settings: Settings;
  /** Makes a document of the schema. */
  readonly toDocument: (options: WideDocumentOptions) => string | undefined;
  /** The plan of the one operation of a document; `undefined` for one with too many fields. */
  readonly toPlan: (document: ReturnType<typeof parse>) => OperationPlan | undefined;
}

/** Of fields below each other that are looked at. */
const maxLevels = 8;
/** Of paths beside each other, however many are allowed. */
const maxPaths = 100;

/** A valid query over MAX_COST; `undefined` where none was found, so that nobody waits for its refusal. */
export function findOverCost(options: OverCostOptions): string | undefined {
  const { schema, settings, toDocument, toPlan } = options;
  const { maxDepth, maxAliases, maxRootFields, maxPageSize, maxCost } = settings;
  const weights = readCostWeights(schema);
  const most = Math.max(1, Math.min(maxAliases, maxRootFields, maxPaths));

  function isOverCost(text: string): boolean {
    const document = parse(text);
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') return false;
    const plan = toPlan(document);
    if (plan === undefined || findDocumentExcesses(document, operation, settings).length > 0) return false;
    const { slices, total } = toPlanCost(plan, weights);
    const asked = slices.map((slice) => slice.ask({}));
    if (asked.some(({ size = 0, isUnclear }) => isUnclear || size > maxPageSize)) return false;
    const sizes = slices.map(({ assumedSize }, index) => asked[index]?.size ?? assumedSize);
    return toPoints(total, sizes) > maxCost;
  }

  const widthOf: WideDocumentOptions['widthOf'] = (field) => {
    const { slicingArguments, assumedSize } = weights.ofField(field)?.listSize ?? {};
    const slicing = field.args.find(
      ({ name, type }) => slicingArguments?.includes(name) && isScalarType(nullable(type)),
    );
    if (slicing !== undefined) return { items: maxPageSize, given: { [slicing.name]: String(maxPageSize) } };
    const isList = isListType(nullable(field.type));
    return { items: assumedSize ?? (isList ? defaultSize : 1), given: {} };
  };

  // The widest path is found by its pages alone: a shorter one may cost more.
  for (let levels = Math.min(maxDepth, maxLevels); levels > 0; levels -= 1) {
    for (const count of new Set([1, most])) {
      const text = toDocument({ schema, levels, count, widthOf });
      if (text !== undefined && isOverCost(text)) return text;
    }
  }
  return undefined;
}

const nullable = getNullableType;
