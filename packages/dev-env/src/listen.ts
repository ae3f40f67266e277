/** Listening as a promise. */
import { once } from 'node:events';
import type { Server } from 'node:http';

/** Resolves when the server accepts connections; rejects with the listen error (EADDRINUSE, EACCES, …). */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}
