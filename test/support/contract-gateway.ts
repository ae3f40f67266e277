/** A gateway before a real service: everything passes, every call is recorded and held against the contract. */
import { type Contract, contractOf } from './contract.ts';
import { checkAnswer, checkRequest, type Query } from './contract-check.ts';
import { type Exchange, startForwarder } from './forwarder.ts';

export interface ContractCall {
  readonly service: string;
  /** `METHOD /path` where the contract has no such operation. */
  readonly operationId: string;
  /** Path and query as they were written. */
  readonly target: string;
  readonly query: Query;
  readonly path: Readonly<Record<string, string>>;
  /** Whose token it carried: an account, a BFF, a service, or nobody. */
  readonly caller: string;
  /** Its `Idempotency-Key`. */
  readonly key: string | undefined;
  /** The request's body. */
  readonly sent: Buffer;
  readonly status: number;
  readonly headers: Exchange['headers'];
  readonly body: Buffer;
}

export interface Violation {
  /** Who left the contract: the caller with its request, or the service with its answer. */
  readonly by: 'request' | 'answer';
  readonly call: string;
  readonly problem: string;
}

export interface ContractGateway {
  readonly origin: string;
  /** Both grow until somebody takes what is there. */
  readonly calls: ContractCall[];
  readonly violations: Violation[];
  close(): Promise<void>;
}

export interface ContractGatewayOptions {
  /** As its contract is named. */
  readonly service: string;
  /** Where the real service is; a function where that is known later than the gateway. */
  readonly origin: string | (() => string);
}

export async function startContractGateway({ service, origin }: ContractGatewayOptions): Promise<ContractGateway> {
  const contract = contractOf(service);
  const calls: ContractCall[] = [];
  const violations: Violation[] = [];
  const onExchange = (exchange: Exchange) => {
    const { call, found } = inspect(contract, exchange);
    calls.push(call);
    violations.push(...found);
  };
  const to = typeof origin === 'string' ? () => origin : origin;
  const { origin: own, close } = await startForwarder({ to, onExchange });
  return { origin: own, calls, violations, close };
}

/** What an exchange was, and where it left the contract. */
export function inspect(contract: Contract, exchange: Exchange): { call: ContractCall; found: Violation[] } {
  const { method, target, requestHeaders, requestBody, status, headers, body } = exchange;
  const { authorization } = requestHeaders;
  const checked = checkRequest(contract, { method, target, headers: requestHeaders, body: requestBody });
  const caller = callerOf(authorization);
  const asked = { ...checked, method, caller: authorization === undefined ? undefined : caller };
  const problems = checkAnswer(asked, { status, headers, body });
  const path = target.split('?')[0];
  const call = {
    service: contract.service,
    operationId: checked.operation?.operationId ?? `${method} ${path}`,
    target,
    query: checked.query,
    path: checked.path,
    caller,
    key: requestHeaders['idempotency-key'] as string | undefined,
    sent: requestBody,
    status,
    headers,
    body,
  };
  const name = `${method} ${target}`;
  const found = [
    ...checked.violations.map((problem): Violation => ({ by: 'request', call: name, problem })),
    ...problems.map((problem): Violation => ({ by: 'answer', call: name, problem })),
  ];
  return { call, found };
}

/** The subject that a token names, unverified: a client's own token names the client (RFC 9068, 2.2). */
export function callerOf(authorization: string | undefined): string {
  const [, claims] = authorization?.split('.') ?? [];
  if (claims === undefined) return 'nobody';
  try {
    return String((JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub?: unknown }).sub);
  } catch {
    return 'nobody';
  }
}
