/** What a service leaves of its answer when a call asks for some columns only. */

type Item = Readonly<Record<string, unknown>>;
interface Body {
  readonly items?: readonly Item[];
  readonly groups?: readonly Body[];
}

/** The page, or the groups, with nothing in its items but the columns that `fields` names, joined by commas. */
export function onlyColumns(body: unknown, fields: string | undefined): unknown {
  if (fields === undefined) return body;
  const names = new Set(fields.split(','));
  return keep(body as Body, names);
}

function keep({ items, groups, ...rest }: Body, names: ReadonlySet<string>): Body {
  const isNamed = ([name]: [string, unknown]) => names.has(name);
  const kept = items?.map((item) => Object.fromEntries(Object.entries(item).filter(isNamed)));
  const keptGroups = groups?.map((group) => keep(group, names));
  return { ...rest, ...(kept && { items: kept }), ...(keptGroups && { groups: keptGroups }) };
}
