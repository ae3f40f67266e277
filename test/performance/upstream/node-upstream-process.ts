/** The process of the Node upstream. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createPostsData, stamp, toRoutes } from './posts-data.ts';

const { PORT, POST_COUNT, BYTES } = process.env;
const bodies = new Map<string, (() => Buffer) | undefined>(
  [...toRoutes(createPostsData(Number(POST_COUNT)))].map(([path, text]) => {
    const fixed = Buffer.from(text);
    const at = fixed.indexOf(stamp);
    const differing = () => {
      const body = Buffer.from(fixed);
      body.write(randomUUID().replaceAll('-', ''), at, 'latin1');
      return body;
    };
    return [path, BYTES === 'differ' ? differing : () => fixed];
  }),
);
let calls = 0;
let bytes = 0;

createServer((request, response) => {
  const url = request.url ?? '/';
  const query = url.indexOf('?');
  response.setHeader('content-type', 'application/json');
  if (url === '/status') return response.end(JSON.stringify({ calls, bytes }));
  const body = bodies.get(query === -1 ? url : url.slice(0, query))?.();
  if (body === undefined) return response.writeHead(404).end();
  calls += 1;
  bytes += body.length;
  return response.setHeader('content-length', body.length).end(body);
}).listen(Number(PORT), '127.0.0.1');
