/** The configuration of the nginx upstream: every answer is a constant that nginx sends from memory. */

import { stamp } from './posts-data.ts';
import type { Bytes } from './upstream.ts';

/** nginx refuses words of more than 4096 bytes. */
const maxWordBytes = 3_900;

export interface NginxConfigOptions {
  readonly port: number;
  readonly folder: string;
  readonly routes: ReadonlyMap<string, string>;
  readonly bytes: Bytes;
}

export function toNginxConfig({ port, folder, routes, bytes }: NginxConfigOptions): string {
  const locations = [...routes].map(([path, body], index) => toLocation(path, toBody(body, bytes), `b${index}`));
  return `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 4096; }
http {
  access_log off;
  keepalive_requests 1000000000;
  keepalive_timeout 300s;
  tcp_nodelay on;
  variables_hash_max_size 16384;
  variables_hash_bucket_size 128;
  default_type application/json;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = /status { default_type text/plain; stub_status; }
${locations.join('\n')}
  }
}
`;
}

function toBody(body: string, bytes: Bytes): string {
  if (/['\\$]/.test(body)) throw new TypeError('A body for nginx must have no quote, backslash or dollar sign.');
  return bytes === 'differ' ? body.replace(stamp, '$request_id') : body;
}

/** Bodies are cut into words that nginx takes, which are put together in turn until one word is left. */
function toLocation(path: string, body: string, name: string): string {
  const lines: string[] = [];
  let words = cut(body, maxWordBytes);
  for (let level = 0; words.length > 1 || level === 0; level += 1) {
    const variables = words.map((word, index) => {
      lines.push(`      set $${name}_${level}_${index} '${word}';`);
      return `\${${name}_${level}_${index}}`;
    });
    words = group(variables, 100).map((some) => some.join(''));
  }
  return `    location = ${path} {\n${lines.join('\n')}\n      return 200 "${words[0]}";\n    }`;
}

/** Never cuts a variable's name in two: no cut falls behind a dollar sign. */
function cut(text: string, length: number): string[] {
  const words: string[] = [];
  for (let start = 0; start < text.length; ) {
    const dollar = text.indexOf('$', start);
    const splits = dollar >= start && dollar < start + length && dollar + '$request_id'.length > start + length;
    const end = splits ? dollar : start + length;
    words.push(text.slice(start, end));
    start = end;
  }
  return words;
}

function group<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
