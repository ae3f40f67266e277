// Answers a request under its idempotency key: does the work, or gives the answer that the work once had.
import { hash } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Idempotency, Lease, Work } from '../idempotency/idempotency.ts';
import type { Caller } from '../identity/token-check.ts';
import { badParameter, type Problem } from '../problem.ts';
import { type Answer, sendAnswer } from './answer.ts';
import { toProblem, toProblemAnswer } from './answer-problem.ts';
import type { Settle } from './operation.ts';

export interface AnswerOnceOptions {
  readonly idempotency: Idempotency;
  readonly work: Work;
  readonly toAnswer: (body: unknown) => Answer;
  readonly run: (settle: Settle) => Promise<unknown>;
}

const keyPattern = /^[!-~]{1,255}$/;

// What is answered before anything was done, and what asks for another try.
const forgotten: ReadonlySet<Problem['code']> = new Set([
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'VALIDATION_FAILED',
  'IDEMPOTENCY_KEY_IN_USE',
  'UNAVAILABLE',
]);

/** Throws a 400 problem when the key is missing or is not what the contract calls a key. */
export function readIdempotencyKey({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (key === undefined) {
    throw badParameter('Idempotency-Key', 'is missing; send the same one with every attempt at the same work');
  }
  if (typeof key === 'string' && keyPattern.test(key)) return key;
  throw badParameter('Idempotency-Key', 'must be 1 to 255 visible ASCII characters');
}

/** Keys belong to one caller and one operation; target and body make two requests the same. */
export function toWork(operationId: string, request: FastifyRequest, caller: Caller | undefined): Work {
  const { method, url, body } = request;
  return {
    scope: `${operationId} ${caller?.clientId ?? '-'} ${caller?.accountId ?? '-'}`,
    key: readIdempotencyKey(request),
    fingerprint: hash('sha256', `${method} ${url}\n${JSON.stringify(body ?? null)}`, 'base64url'),
  };
}

/** A failure to note the failure is only logged: the lease runs out, and then the key may be used again. */
async function noteFailure(request: FastifyRequest, idempotency: Idempotency, lease: Lease, error: unknown) {
  const problem = toProblem(error as FastifyError);
  try {
    if (forgotten.has(problem.code)) await lease.release();
    else await lease.keep(idempotency.db, toProblemAnswer(problem, request.id));
  } catch (failure) {
    request.log.warn({ err: failure }, 'an idempotency key stays in use until its lease runs out');
  }
}

export async function answerOnce(request: FastifyRequest, reply: FastifyReply, options: AnswerOnceOptions) {
  const { idempotency, work, toAnswer, run } = options;
  const claim = await idempotency.claim(work);
  if (claim.state === 'done') return sendAnswer(reply.header('idempotency-replayed', 'true'), claim.answer);
  const { lease } = claim;
  let isKept = false;
  const settle: Settle = async (transaction, body) => {
    await lease.keep(transaction, toAnswer(body));
    isKept = true;
    return body;
  };
  try {
    const answer = toAnswer(await run(settle));
    if (!isKept) await lease.keep(idempotency.db, answer);
    return sendAnswer(reply, answer);
  } catch (error) {
    await noteFailure(request, idempotency, lease, error);
    throw error;
  }
}
