/** Costs that may depend on sizes which only the variables say: counted out as far as possible, once. */

/** Points; or a function of the sizes of an operation's slices. */
export type Cost = number | ((sizes: readonly number[]) => number);

export function toPoints(cost: Cost, sizes: readonly number[]): number {
  return typeof cost === 'number' ? cost : cost(sizes);
}

export function sum(costs: readonly Cost[]): Cost {
  const { known, open } = split(costs);
  const constant = known.reduce((total, one) => total + one, 0);
  if (open.length === 0) return constant;
  return (sizes) => open.reduce((total, one) => total + one(sizes), constant);
}

export function highest(costs: readonly Cost[]): Cost {
  const { known, open } = split(costs);
  const constant = Math.max(0, ...known);
  if (open.length === 0) return constant;
  return (sizes) => open.reduce((best, one) => Math.max(best, one(sizes)), constant);
}

export function times(size: Cost, cost: Cost): Cost {
  if (cost === 0 || size === 0) return 0;
  if (typeof size === 'number' && typeof cost === 'number') return size * cost;
  return (sizes) => {
    const factor = toPoints(size, sizes);
    // Nothing of what is beyond all numbers is nothing.
    return factor === 0 ? 0 : factor * toPoints(cost, sizes);
  };
}

function split(costs: readonly Cost[]) {
  return {
    known: costs.filter((cost) => typeof cost === 'number'),
    open: costs.filter((cost) => typeof cost === 'function'),
  };
}
