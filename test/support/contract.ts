/** A service's contract as tests read it: its operations, and a validator for each thing that goes in or comes out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

export interface ParameterSchema {
  /** A list in bodies, where a property may be null. */
  readonly type: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly items?: { readonly enum?: readonly string[] };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface ContractParameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required: boolean;
  readonly schema: ParameterSchema;
  readonly validate: ValidateFunction;
}

export interface ContractBody {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, ParameterSchema>>;
  readonly validate: ValidateFunction;
}

export interface ContractResponse {
  readonly requiredHeaders: readonly string[];
  /** By header, as the contract writes it. */
  readonly headers: ReadonlyMap<string, ValidateFunction>;
  /** By media type; an answer without content has none. */
  readonly content: ReadonlyMap<string, ValidateFunction>;
  /** The same where `fields` was given, and items need not have all that they usually must. */
  readonly sparseContent: ReadonlyMap<string, ValidateFunction>;
}

export interface ContractOperation {
  readonly service: string;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly isSecured: boolean;
  /** Whether it takes an `Idempotency-Key`. */
  readonly isIdempotent: boolean;
  /** Whether a service may name, in `Facet-Subject`, the person it acts for. */
  readonly takesSubject: boolean;
  /** The one service that may call it, where its description says so. */
  readonly onlyFor: string | undefined;
  readonly parameters: readonly ContractParameter[];
  /** The JSON it must be sent. */
  readonly body: ContractBody | undefined;
  /** The status of its answers. */
  readonly successStatus: number;
  /** By status, and `default`. */
  readonly responses: ReadonlyMap<string, ContractResponse>;
}

export interface Contract {
  readonly service: string;
  readonly operations: readonly ContractOperation[];
}

/** Any place in a document; the few places that are text or numbers are read as such where they are met. */
interface Node {
  readonly [key: string]: Node;
}
const refOf = (node: Node | undefined) => node?.$ref as unknown as string | undefined;
const folder = join(import.meta.dirname, '../../schemas/services');
const base = 'http://contracts/';
const sparse = 'sparse-';
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const documents = new Map<string, Node>();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  const document = parse(readFileSync(join(folder, file), 'utf8')) as Node;
  documents.set(base + file, document);
  documents.set(base + sparse + file, withoutRequiredColumns(document));
}

const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
// The CommonJS module's own default.
(addFormats as unknown as { default: (target: Ajv2020) => void }).default(ajv);
for (const [uri, document] of documents) ajv.addSchema(document, uri);

const validators = new Map<string, ValidateFunction>();

/** Contracts of all services: every file of schemas/services that has paths. */
export const contracts: readonly Contract[] = [...documents]
  .filter(([uri, document]) => !uri.includes(sparse) && Object.keys(document.paths ?? {}).length > 0)
  .map(([uri]) => readContract(uri));

export function contractOf(service: string): Contract {
  const found = contracts.find((contract) => contract.service === service);
  if (found === undefined) throw new TypeError(`schemas/services has no ${service}.yaml`);
  return found;
}

/** A validator of the schema at this place of a contract, `file.yaml#/pointer`. */
export function validatorAt(uri: string): ValidateFunction {
  const known = validators.get(uri) ?? ajv.compile({ $ref: new URL(uri, base).href });
  validators.set(uri, known);
  return known;
}

function readContract(uri: string): Contract {
  const service = uri.slice(base.length, -'.yaml'.length);
  const operations = Object.entries(documents.get(uri)?.paths ?? {}).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method] !== undefined)
      .map((method) => readOperation(service, path, method, `${uri}#/paths/${escaped(path)}/${method}`)),
  );
  return { service, operations };
}

function readOperation(service: string, path: string, method: string, uri: string): ContractOperation {
  const operation = nodeAt(uri);
  const { operationId, security, parameters: listed = [], description = '' } = operation as unknown as Operation;
  if (operationId === undefined) throw new TypeError(`${service}: ${method} ${path} has no operationId`);
  const parameters = listed.map((_, index) => readParameter(`${uri}/parameters/${index}`));
  const takesHeader = (name: string) => parameters.some((each) => each.in === 'header' && each.name === name);
  const statuses = Object.keys(operation.responses ?? {});
  return {
    service,
    operationId,
    method: method.toUpperCase(),
    path,
    isSecured: security === undefined || security.length > 0,
    isIdempotent: takesHeader('Idempotency-Key'),
    takesSubject: takesHeader('Facet-Subject'),
    onlyFor: /^Only (?:for )?the service (\w+)/.exec(description)?.[1],
    parameters,
    body: operation.requestBody === undefined ? undefined : readBody(`${uri}/requestBody`),
    successStatus: Number(statuses.find((status) => status.startsWith('2'))),
    responses: new Map(statuses.map((status) => [status, readResponse(`${uri}/responses/${status}`)])),
  };
}

interface Operation {
  readonly operationId?: string;
  readonly description?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly unknown[];
}

function readBody(reference: string): ContractBody {
  const uri = `${followed(reference)}/content/${escaped('application/json')}/schema`;
  const schema = followed(uri);
  const { required = [], properties = {} } = nodeAt(schema) as unknown as Pick<ContractBody, 'required' | 'properties'>;
  const names = Object.keys(properties);
  const propertyAt = (name: string) => nodeAt(followed(`${schema}/properties/${name}`)) as unknown as ParameterSchema;
  return {
    required,
    properties: Object.fromEntries(names.map((name) => [name, propertyAt(name)])),
    validate: validatorAt(uri),
  };
}

function readParameter(reference: string): ContractParameter {
  const uri = followed(reference);
  const parameter = nodeAt(uri) as unknown as ContractParameter & { style?: string; explode?: boolean };
  const { name, style, explode, required = false } = parameter;
  const schema = nodeAt(followed(`${uri}/schema`)) as unknown as ParameterSchema;
  if (schema.type === 'array' && (style !== 'form' || explode !== false)) {
    throw new TypeError(`${reference}: a list is written as style: form, explode: false`);
  }
  return { name, in: parameter.in, required, schema, validate: validatorAt(`${uri}/schema`) };
}

function readResponse(reference: string): ContractResponse {
  const uri = followed(reference);
  const { headers = {}, content = {} } = nodeAt(uri);
  const headerAt = (name: string) => followed(`${uri}/headers/${escaped(name)}`);
  const isRequired = (name: string) => nodeAt(headerAt(name)).required !== undefined;
  const schemas = (place: string) =>
    new Map(Object.keys(content).map((type) => [type, validatorAt(`${place}/content/${escaped(type)}/schema`)]));
  return {
    requiredHeaders: Object.keys(headers).filter(isRequired),
    headers: new Map(Object.keys(headers).map((name) => [name, validatorAt(`${headerAt(name)}/schema`)])),
    content: schemas(uri),
    sparseContent: schemas(uri.replace(base, base + sparse)),
  };
}

/** The place that references lead to. */
function followed(uri: string): string {
  const reference = refOf(nodeAt(uri));
  return reference === undefined ? uri : followed(new URL(reference, uri).href);
}

function nodeAt(uri: string): Node {
  const [file = '', pointer = ''] = uri.split('#');
  let node = documents.get(file) as Node;
  for (const token of pointer.split('/').slice(1)) node = node?.[unescaped(token)] as Node;
  if (node === undefined) throw new TypeError(`${uri} is nowhere in the contracts`);
  return node;
}

/** A JSON Pointer's token in a URI's fragment (RFC 6901, 6), and back. */
function escaped(token: string): string {
  return encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1'));
}
function unescaped(token: string): string {
  return decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** `fields` applies to items of pages and groups, nothing else. */
function withoutRequiredColumns(document: Node): Node {
  const copy = structuredClone(document);
  const schemas = (copy.components?.schemas ?? {}) as Record<string, Node>;
  for (const { properties } of Object.values(schemas)) {
    const item = schemas[refOf(properties?.items?.items)?.split('/').at(-1) ?? ''];
    if (item !== undefined) delete (item as { required?: unknown }).required;
  }
  return copy;
}
