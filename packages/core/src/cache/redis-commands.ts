/** What stores need of a Redis connection: types only. */

export interface RedisCommands {
  state(): 'up' | 'down';
  /** Which run of which server it is connected to; another one after a restart, which may bring old data back. */
  runId(): string;
  /** Rejects for an error, when it is down, and when the reply does not come in time; texts in replies are Buffers. */
  send(command: readonly (string | Buffer)[]): Promise<unknown>;
  /** Sends a command, perhaps twice; rejects where Redis is in trouble for longer than a moment. */
  sendPatiently(command: readonly (string | Buffer)[]): Promise<unknown>;
}
