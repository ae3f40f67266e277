/** What a worker tells its primary: that it listens, and where. */
import type { Worker } from 'node:cluster';

export interface ListeningMessage {
  /** For example `http://localhost:4000`. */
  readonly listeningAt: string;
}

export function sendListening(worker: Worker, url: string): void {
  worker.send({ listeningAt: url } satisfies ListeningMessage);
}

export function isListeningMessage(message: unknown): message is ListeningMessage {
  return typeof message === 'object' && message !== null && 'listeningAt' in message;
}
