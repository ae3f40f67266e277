// The one place where something that went wrong becomes an answer: always a problem, never internal text.
import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify';
import { type ParameterError, Problem, toProblemCode, toProblemDocument } from '../problem.ts';
import type { Answer } from './answer.ts';

const problemType = 'application/problem+json; charset=utf-8';
const maxParameterErrors = 20;
const unreachableDatabase = /^(08|57P|ECONN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)/;

const detailByStatus: Readonly<Record<number, string>> = {
  400: 'The request could not be read.',
  413: 'The request body is too large.',
  414: 'The URL is too long.',
  415: 'The request body has a media type that is not understood here.',
};

/** `/items/0/quantity` and the name below it → `items.0.quantity`. */
const toProperty = (instancePath: string, name?: string) =>
  [...instancePath.split('/').slice(1), ...(name === undefined ? [] : [name])].join('.') || 'body';

function toPropertyError({ keyword, params, instancePath, message }: FastifySchemaValidationError): ParameterError {
  if (keyword === 'additionalProperties') {
    return { parameter: toProperty(instancePath, String(params.additionalProperty)), detail: 'is not known here' };
  }
  if (keyword === 'required') {
    return { parameter: toProperty(instancePath, String(params.missingProperty)), detail: 'is missing' };
  }
  return { parameter: toProperty(instancePath), detail: message ?? 'is not valid' };
}

function toParameterError(violation: FastifySchemaValidationError): ParameterError {
  const { keyword, params, instancePath, message } = violation;
  if (keyword === 'additionalProperties') {
    return { parameter: String(params.additionalProperty), detail: 'is not a parameter of this operation' };
  }
  if (keyword === 'required') return { parameter: String(params.missingProperty), detail: 'is missing' };
  const [, parameter = '', index] = instancePath.split('/');
  const place = index === undefined ? '' : `item ${Number(index) + 1} `;
  const allowed = keyword === 'enum' ? `: ${(params.allowedValues as string[]).join(', ')}` : '';
  return { parameter, detail: `${place}${message ?? 'is not valid'}${allowed}` };
}

/** A body that is JSON but not what the contract asks for is a 422, anything else about a request a 400. */
function fromViolations(violations: readonly FastifySchemaValidationError[], isBody: boolean): Problem {
  const errors = violations.slice(0, maxParameterErrors).map(isBody ? toPropertyError : toParameterError);
  const detail = errors.map((error) => `${error.parameter} ${error.detail}`).join('; ');
  return new Problem(isBody ? 'VALIDATION_FAILED' : 'BAD_REQUEST', `${detail}.`, { errors });
}

/** Every error has a problem: our own as it is, the HTTP server's by its status, anything else a bare 500. */
export function toProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) return fromViolations(error.validation, error.validationContext === 'body');
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return new Problem(toProblemCode(status), detailByStatus[status] ?? 'The request is not valid.', { cause: error });
  }
  if (typeof error.code === 'string' && unreachableDatabase.test(error.code)) {
    const headers = { 'retry-after': '5' };
    return new Problem('UNAVAILABLE', 'The service cannot reach its database.', { headers, cause: error });
  }
  return new Problem('INTERNAL_ERROR', 'Something went wrong here; the log has it under this instance.', {
    cause: error,
  });
}

/** The answer that a problem is, as it goes over the wire. */
export function toProblemAnswer(problem: Problem, requestId: string): Answer {
  return {
    status: problem.status,
    headers: { 'content-type': problemType, 'cache-control': 'no-store', ...problem.headers },
    body: JSON.stringify(toProblemDocument(problem, requestId)),
  };
}

/** Fastify's error handler. */
export function answerProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({ err: problem.cause ?? problem }, problem.detail);
  else request.log.debug({ err: problem.cause, code: problem.code }, problem.detail);
  const { status, headers, body } = toProblemAnswer(problem, request.id);
  return reply.status(status).headers(headers).send(body);
}
