/** The blog of the recipe, on loopback: repeated parameters, an envelope, page numbers, people one at a time. */
import type { ServerResponse } from 'node:http';
import { type RecordingService, startRecordingService } from '../support/recording-service.ts';

const perPage = 20;
const users = Array.from({ length: 15 }, (_, index) => ({
  id: index + 1,
  first_name: 'Ada',
  last_name: `Byron ${index + 1}`,
}));
const posts = Array.from({ length: 45 }, (_, index) => ({
  id: index + 1,
  user_id: 1 + (index % users.length),
  title: `Post ${index + 1}`,
  body: 'Once upon a time.',
}));

export interface BlogService extends Pick<RecordingService, 'origin' | 'calls' | 'close'> {
  /** Paths and queries as they came over the wire, since the last `forget`. */
  readonly targets: string[];
  forget(): void;
  /** From now on, users are answered only when released. */
  holdUsers(): HeldUsers;
}

export interface HeldUsers {
  /** Requests for users that wait for their answer. */
  count(): number;
  /** Resolves when so many wait. */
  reach(count: number): Promise<void>;
  /** Answers those that wait, and all later ones at once. */
  release(): void;
}

export async function startBlogService(): Promise<BlogService> {
  const targets: string[] = [];
  let hold: ((answer: () => void) => void) | undefined;

  const service = await startRecordingService(({ path }) => ({
    send: (response) => {
      const target = response.req.url as string;
      targets.push(target);
      const answer = () => sendJson(response, toAnswer(target));
      if (hold === undefined || !path.startsWith('/users/')) answer();
      else hold(answer);
    },
  }));

  function holdUsers(): HeldUsers {
    const held: (() => void)[] = [];
    let onArrival = () => {};
    hold = (answer) => {
      held.push(answer);
      onArrival();
    };
    return {
      count: () => held.length,
      reach: (count) =>
        new Promise((resolve) => {
          onArrival = () => held.length >= count && resolve();
          onArrival();
        }),
      release: () => {
        hold = undefined;
        for (const answer of held.splice(0)) answer();
      },
    };
  }

  return { ...service, targets, forget: () => targets.splice(0), holdUsers };
}

function toAnswer(target: string): { status: number; json: unknown } {
  const { pathname, searchParams } = new URL(target, 'http://localhost');
  const user = users.find(({ id }) => pathname === `/users/${id}`);
  if (user !== undefined) return { status: 200, json: { data: user } };
  if (pathname !== '/posts') return { status: 404, json: { error: 'no such thing' } };
  const pages = Math.ceil(posts.length / perPage);
  const numbers = (name: string) => searchParams.getAll(name).map(Number);
  const [ids, authors, [page = 1]] = [numbers('id'), numbers('author'), numbers('page')];
  if (page < 1) return { status: 400, json: { error: 'page starts at 1' } };
  if (ids.length > 0) return { status: 200, json: { data: posts.filter(({ id }) => ids.includes(id)), pages: 1 } };
  if (authors.length > 0) {
    return { status: 200, json: { data: posts.filter(({ user_id }) => authors.includes(user_id)), pages: 1 } };
  }
  return { status: 200, json: { data: posts.slice((page - 1) * perPage, page * perPage), pages } };
}

function sendJson(response: ServerResponse, { status, json }: { status: number; json: unknown }): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(json));
}
