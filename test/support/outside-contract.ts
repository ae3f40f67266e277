/** Writes requests of an operation, those that the contract allows and those that it does not. */
import type { ContractOperation, ContractParameter, ParameterSchema } from './contract.ts';
import type { QueryValue } from './contract-check.ts';

export type Parameters = Readonly<Record<string, QueryValue | undefined>>;

/** Path and query; what the path takes is taken from `parameters` too. */
export function toTarget({ path }: ContractOperation, parameters: Parameters = {}): string {
  const query: string[] = [];
  let filled = path;
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    const text = [value].flat().map(encodeURIComponent).join(',');
    if (path.includes(`{${name}}`)) filled = filled.replace(`{${name}}`, text);
    else query.push(`${name}=${text}`);
  }
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** One way to leave the contract: which parameter is wrong, and the target that has it. */
export interface Outside {
  readonly parameter: string;
  readonly target: string;
}

/** Every way of one wrong parameter beside good ones: unknown, missing, repeated, out of each of its bounds. */
export function listOutside(operation: ContractOperation, good: Parameters): Outside[] {
  const known = operation.parameters.filter((parameter) => parameter.in === 'query');
  const wrong = known.flatMap((parameter) =>
    wrongValues(parameter).map((text) => {
      const others = toTarget(operation, { ...good, [parameter.name]: undefined });
      return { parameter: parameter.name, target: `${others}${others.includes('?') ? '&' : '?'}${text}` };
    }),
  );
  const missing = known
    .filter(({ required }) => required)
    .map(({ name }) => ({ parameter: name, target: toTarget(operation, { ...good, [name]: undefined }) }));
  return [...wrong, ...missing, { parameter: 'surprise', target: toTarget(operation, { ...good, surprise: 'yes' }) }];
}

function wrongValues(parameter: ContractParameter): string[] {
  const { name } = parameter;
  const texts = textsOutside(parameter).map((text) => `${name}=${text}`);
  return [...texts, `${name}=1&${name}=2`];
}

function textsOutside({ schema }: ContractParameter): string[] {
  const { type, minimum = 0, maximum = 0, maxItems = 0, maxLength = 0 } = schema;
  const many = Array.from({ length: maxItems + 1 }, (_, index) => `x${index}`).join(',');
  if (type === 'array') return ['', 'x,x', many, 'X'.repeat(101)];
  if (type === 'integer') return ['', 'many', '1.5', '0x10', '%205', String(minimum - 1), String(maximum + 1)];
  if (type === 'boolean') return ['', 'maybe', '1'];
  return schema.enum === undefined ? ['x'.repeat(maxLength + 1)] : ['', 'nonsense'];
}

/** One way to leave the contract with a body: which property is wrong, and the body that has it. */
export interface WrongBody {
  readonly property: string;
  readonly body: unknown;
}

/** Every way of one wrong property beside good ones: unknown, missing, of another type, out of each of its bounds. */
export function listWrongBodies({ body }: ContractOperation, good: object): WrongBody[] {
  const { required = [], properties = {} } = body ?? {};
  const wrong = Object.entries(properties).flatMap(([property, schema]) =>
    valuesOutside(schema).map((value) => ({ property, body: { ...good, [property]: value } })),
  );
  const missing = required.map((property) => ({ property, body: { ...good, [property]: undefined } }));
  return [...wrong, ...missing, { property: 'surprise', body: { ...good, surprise: 'yes' } }];
}

function valuesOutside({ type, minimum, maximum, ...schema }: ParameterSchema): unknown[] {
  const types = [type].flat();
  const values: unknown[] = types.includes('null') ? [] : [null];
  if (types.includes('array')) return [...values, 'x', {}, ...(schema.minItems === undefined ? [] : [[]])];
  if (types.includes('integer')) {
    const outside = [
      ...(minimum === undefined ? [] : [minimum - 1, -1e9]),
      ...(maximum === undefined ? [] : [maximum + 1]),
    ];
    return [...values, '1', 'many', 1.5, true, ...outside];
  }
  const { minLength = 0, maxLength, pattern } = schema;
  const texts = [...(minLength > 0 ? [''] : []), ...(pattern === undefined ? [] : ['No Such Text!'])];
  return [...values, 7, {}, ...texts, ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)])];
}
