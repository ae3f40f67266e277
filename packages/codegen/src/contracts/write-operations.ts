/** The table of a contract's operations that clients and rows are built on. */
import type { Parameter } from '@facet/core/data';
import { toComment, toLiteral, toQuoted } from '../literal.ts';
import { toCamelCase, toPascalCase } from '../names.ts';
import { listItemsPlaces } from './items-places.ts';
import { hasJsonAnswer } from './json-answers.ts';
import type { Call } from './list-calls.ts';
import { follow, isOfType, type Schema } from './openapi.ts';
import { toPostVariant } from './post-variant.ts';
import type { Contract } from './read-contract.ts';
import { toScopes } from './scopes.ts';
import { isOwnedByHttp, namesOfFields, toParameter } from './to-parameter.ts';

/** Source of `<service>-operations.ts`: a type for every entity and one constant with every JSON operation. */
export function writeOperations(contract: Contract): string {
  const entries = contract.calls.map((call) => toEntry(contract, call));
  const table = entries.filter((entry) => entry.source !== undefined).map((entry) => entry.source);
  const leftOut = entries.flatMap((entry) => entry.notes);
  const types = listEntities(contract);
  const imports = [types.length > 0 && 'components', table.length > 0 && 'operations'].filter(Boolean).join(', ');
  const typeImport = imports === '' ? '' : `import type { ${imports} } from './${contract.service}.ts';\n`;
  const valueImport = table.length > 0 ? "import { operation } from '@facet/core/data';\n" : '';
  const notes = leftOut.map((note) => `// ${note}\n`).join('');
  const constant = `export const ${toCamelCase(contract.service)} = {\n${table.join('')}};\n`;
  return [valueImport + typeImport, types.join(''), notes, constant].filter(Boolean).join('\n');
}

interface Entry {
  readonly source?: string;
  readonly notes: readonly string[];
}

function toEntry(contract: Contract, call: Call): Entry {
  const { document, service } = contract;
  const { operationId } = call;
  const method = call.method.toUpperCase();
  if (!['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) {
    return { notes: [`Left out: ${operationId}, because its method is ${method}.`] };
  }
  if (!hasJsonAnswer(document, call.operation.responses)) {
    return { notes: [`Left out: ${operationId}, because it has no JSON answer with 200 or 201.`] };
  }
  const { parameters, unsendable, blocked } = toParameters(contract, call);
  if (blocked) return { notes: [`Left out: ${operationId}, because ${blocked}.`] };
  const postVariant = toPostVariant(contract, call);
  const description = {
    ...{ service, operationId, method, path: call.path, parameters },
    ...toFields(contract, call),
    postVariant,
    scopes: toScopes(document, call),
  };
  const start = `  ${operationId}: operation<operations[${toQuoted(operationId)}]>(`;
  const literal = toLiteral(description, 2, start.length + 2);
  const comment = toComment([call.operation.summary, call.operation.description], 2);
  return { source: `${comment}${start}${literal}),\n`, notes: unsendable };
}

/** Only where the contract shows what the parameter is about. */
function toFields({ document }: Contract, call: Call) {
  const names = call.parameters
    .map((parameter) => namesOfFields(document, parameter))
    .find((each) => each !== undefined);
  const fieldsAt = names === undefined ? [] : listItemsPlaces(document, call, names);
  return fieldsAt.length === 0 ? {} : { fields: 'fields', fieldsAt };
}

interface Parameters {
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** A sentence for each optional parameter that a client cannot send. */
  readonly unsendable: readonly string[];
  /** Why the whole operation cannot be called. */
  readonly blocked?: string;
}

function toParameters({ document }: Contract, call: Call): Parameters {
  const parameters = new Map<string, Parameter>();
  const unsendable: string[] = [];
  for (const parameter of call.parameters) {
    if (isOwnedByHttp(parameter)) continue;
    const { name } = parameter;
    if (parameters.has(name)) {
      return { parameters: {}, unsendable, blocked: `two of its parameters are called "${name}"` };
    }
    const entry = toParameter(document, parameter);
    if (typeof entry !== 'string') parameters.set(name, entry);
    else if (parameter.required) return { parameters: {}, unsendable, blocked: `its parameter "${name}" ${entry}` };
    else unsendable.push(`Left out: parameter "${name}" of ${call.operationId}, because it ${entry}.`);
  }
  return { parameters: Object.fromEntries(parameters), unsendable };
}

function listEntities({ document, ownSchemas }: Contract): string[] {
  const schemas = document.components?.schemas ?? {};
  const lines = new Map<string, string>();
  for (const name of ownSchemas) {
    const schema = schemas[name] && follow(document, schemas[name]);
    const type = toPascalCase(name);
    if (!schema || !isObject(schema) || isEnvelope(schema) || lines.has(type)) continue;
    lines.set(type, `export type ${type} = components['schemas'][${toQuoted(name)}];\n`);
  }
  return [...lines.values()];
}

const isObject = (schema: Schema) =>
  isOfType(schema, 'object') || schema.properties !== undefined || schema.allOf !== undefined;

/** A page, a group or a list of groups: what carries entities and is none. */
function isEnvelope({ properties = {} }: Schema): boolean {
  return (
    ('items' in properties && 'next' in properties) || ('groups' in properties && Object.keys(properties).length === 1)
  );
}
