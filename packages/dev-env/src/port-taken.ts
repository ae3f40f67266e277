/** Turns a listen failure, however deep its cause, into a message that names who wanted the port and what to change. */
import { type Listener, type Ports, portVariables } from './config.ts';

/** A port that the constellation needs cannot be had. The message is ready to print. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
  readonly listener: Listener;
  readonly port: number;

  constructor(listener: Listener, port: number, code: string, cause: unknown) {
    const why = code === 'EACCES' ? 'needs a privilege this process lacks' : 'is already in use';
    super(`Port ${port} (${listener}) ${why}; set ${portVariables[listener]} to another one.`, { cause });
    this.listener = listener;
    this.port = port;
  }
}

interface ListenError {
  code: 'EADDRINUSE' | 'EACCES';
  port: number;
}

/** A {@link PortTakenError} when that is what happened, else the error itself. */
export function toStartError(error: unknown, ports: Ports): unknown {
  const failure = findListenError(error);
  if (failure === undefined) return error;
  const listener = (Object.keys(ports) as Listener[]).find((name) => ports[name] === failure.port);
  if (listener === undefined) return error;
  return new PortTakenError(listener, failure.port, failure.code, error);
}

function findListenError(error: unknown): ListenError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, port, cause, errors = [] } = error as Partial<ListenError> & { cause?: unknown; errors?: unknown[] };
  if ((code === 'EADDRINUSE' || code === 'EACCES') && port !== undefined) return { code, port };
  return [cause, ...errors].map(findListenError).find((found) => found !== undefined);
}
