/** Refuses operations that cost too much or ask for too long pages, before any call; knows what each operation cost. */
import type { FieldNode, GraphQLSchema } from 'graphql';
import type { Settings } from '../config/settings.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { OperationPlan } from '../operation/plan.ts';
import { toActualCost } from './actual-cost.ts';
import { toPoints } from './cost.ts';
import { readCostWeights } from './cost-weights.ts';
import type { Enforcement, Excess } from './enforcement.ts';
import { type PlanCost, toPlanCost } from './plan-cost.ts';
import type { Slice } from './slice.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface PlanLimitsOptions {
  readonly schema: GraphQLSchema;
  readonly settings: Pick<Settings, 'maxCost' | 'maxPageSize'>;
  readonly enforcement: Enforcement;
}

/** What is about to be executed. */
export interface Planned {
  readonly operationName: string | null;
  /** Absent where the operation has more fields than a plan may have. */
  readonly plan?: OperationPlan | undefined;
}

export interface OperationCost {
  /** Points that the operation was counted to cost before it ran. */
  readonly estimatedCost?: number;
  /** Points of what it really brought. */
  readonly actualCost?: number;
}

export interface PlanLimits {
  /**
   * Returns the cost in points, `undefined` where it is not counted. Takes coerced variables. Throws the refusal, a
   * GraphQLError with status 400. What cannot be counted is refused.
   */
  check(planned: Planned, variables: Variables, context: RequestContext): number | undefined;
  /**
   * What a plan with these variables is refused for, `undefined` being one with more fields than a plan may have. How long
   * a page shall be may be left open, by default.
   */
  findExcesses(plan: OperationPlan | undefined, variables: Variables, mayBeOpen?: boolean): readonly Excess[];
  /** What the operation of a context cost, `data` being its answer. */
  costOf(context: RequestContext, data: unknown): OperationCost;
}

interface Judged {
  readonly cost: number;
  readonly excesses: readonly Excess[];
}

const none: OperationCost = {};
const noExcess: readonly Excess[] = [];

/** Throws a TypeError that lists what is wrong with the costs in the SDL. */
export function createPlanLimits({ schema, settings, enforcement }: PlanLimitsOptions): PlanLimits {
  const weights = readCostWeights(schema);
  const costs = new WeakMap<OperationPlan, PlanCost>();
  const actualCosts = new WeakMap<OperationPlan, ReturnType<typeof toActualCost>>();
  const counted = new WeakMap<RequestContext, { readonly plan: OperationPlan; readonly estimatedCost: number }>();
  const [isCostOn, isPageOn] = [enforcement.isOn('MAX_COST'), enforcement.isOn('MAX_PAGE_SIZE')];

  function planCostOf(plan: OperationPlan): PlanCost {
    const known = costs.get(plan);
    if (known !== undefined) return known;
    const planCost = toPlanCost(plan, weights);
    costs.set(plan, planCost);
    return planCost;
  }

  function judge(plan: OperationPlan, variables: Variables, mayBeOpen: boolean): Judged {
    const planCost = planCostOf(plan);
    const asked = planCost.slices.map((slice) => slice.ask(variables));
    const sizes = planCost.slices.map(({ assumedSize }, index) => asked[index]?.size ?? assumedSize);
    const pages = isPageOn ? findTooLong(planCost.slices, asked, settings.maxPageSize, mayBeOpen) : noExcess;
    const cost = Math.ceil(toPoints(planCost.total, sizes));
    const isTooDear = isCostOn && cost > settings.maxCost;
    return { cost, excesses: isTooDear ? [...pages, toDearExcess(planCost, cost, sizes, settings.maxCost)] : pages };
  }

  return {
    check({ operationName, plan }, variables, context) {
      if (!isCostOn && !isPageOn) return undefined;
      if (plan === undefined) {
        if (isCostOn) enforcement.apply([toUncountable(settings.maxCost)], operationName, context);
        return undefined;
      }
      const { cost, excesses } = judge(plan, variables, false);
      if (excesses.length > 0) enforcement.apply(excesses, operationName, context);
      if (!isCostOn) return undefined;
      counted.set(context, { plan, estimatedCost: cost });
      return cost;
    },

    findExcesses(plan, variables, mayBeOpen = true) {
      const excesses =
        plan === undefined ? [toUncountable(settings.maxCost)] : judge(plan, variables, mayBeOpen).excesses;
      return excesses.filter(({ code }) => enforcement.isOn(code) && !enforcement.isMeasured(code));
    },

    costOf(context, data) {
      const known = counted.get(context);
      if (known === undefined) return none;
      const { plan, estimatedCost } = known;
      const toCost = actualCosts.get(plan) ?? toActualCost(plan, weights);
      actualCosts.set(plan, toCost);
      return { estimatedCost, actualCost: toCost(data) };
    },
  };
}

/** The first page that is too long, or of which it is not clear how long it shall be. */
function findTooLong(
  slices: readonly Slice[],
  asked: readonly ReturnType<Slice['ask']>[],
  max: number,
  mayBeOpen: boolean,
): readonly Excess[] {
  for (const [index, { field, slicingArguments }] of slices.entries()) {
    const { size = 0, isUnclear: isOpen = false } = asked[index] ?? {};
    const isUnclear = isOpen && !mayBeOpen;
    if (size <= max && !isUnclear) continue;
    const place = `${field.parentType.name}.${field.definition.name}`;
    const message = isUnclear
      ? `${place} must be told with exactly one of its arguments how many items to bring, at most ${max}: ${slicingArguments.join(', ')}.`
      : `${place} is asked for ${size} items, ${max} are allowed. Ask for smaller pages, one after the other.`;
    return [{ code: 'MAX_PAGE_SIZE', setting: 'maxPageSize', found: size, max, message, nodes: toNodes(field.nodes) }];
  }
  return noExcess;
}

function toDearExcess(planCost: PlanCost, cost: number, sizes: readonly number[], max: number): Excess {
  const [dearest] = planCost.ofRootFields
    .map(({ field, cost: ofField }) => ({ field, points: Math.ceil(toPoints(ofField, sizes)) }))
    .sort((one, other) => other.points - one.points);
  const most = dearest === undefined ? '' : ` ${dearest.points} of them are for "${dearest.field.responseName}".`;
  const message = `The operation costs ${cost} points, ${max} are allowed.${most} Ask for smaller pages, or for less of each item.`;
  const found = Math.min(cost, Number.MAX_SAFE_INTEGER);
  return { code: 'MAX_COST', setting: 'maxCost', found, max, message, nodes: toNodes(dearest?.field.nodes ?? []) };
}

function toUncountable(max: number): Excess {
  const message = 'The operation has more fields than can be counted, over all types that they may have. Ask for less.';
  return { code: 'MAX_COST', setting: 'maxCost', found: Number.MAX_SAFE_INTEGER, max, message, nodes: [] };
}

/** One is enough to find the field. */
function toNodes(nodes: readonly FieldNode[]): readonly FieldNode[] {
  return nodes.slice(0, 1);
}
