/** The recipe "Put Facet in front of your own REST services", followed step by step as the README writes it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BlogService, startBlogService } from './blog-service.ts';
import { codeBlocksOf, commandsOf, readDocument, sectionOf } from './markdown.ts';
import { killRemaining, type RunningProcess, startShell } from './start-process.ts';

const maxUserLines = 80;
const folder = 'test/recipes/own-services';
const recipe = sectionOf(readDocument('README.md'), 'Put Facet in front of your own REST services');
const [generate = '', start = '', ask = ''] = commandsOf(recipe);

describe('the recipe for your own REST services', () => {
  it(`needs at most ${maxUserLines} lines, and shows all of them`, () => {
    const shown = codeBlocksOf(recipe).filter(({ file }) => file?.startsWith(folder));
    const files = [`${folder}/schema.graphql`, `${folder}/rows.ts`, `${folder}/main.ts`];
    expect(shown).toEqual(files.map((file) => expect.objectContaining({ file, text: readDocument(file) }) as never));

    const lineCount = shown.map(({ text }) => text.split('\n').length - 1).reduce((sum, count) => sum + count, 0);
    expect(lineCount).toBeLessThanOrEqual(maxUserLines);
  });

  it('has its generated files up to date', async () => {
    const { code, stdout } = await startShell(`${generate} --check`).ended;

    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('2 generated files are up to date.') });
  });

  describe('when started', () => {
    let blog: BlogService;
    let bff: RunningProcess;
    let url: string;

    const query = async (text: string) => {
      blog.forget();
      const body = JSON.stringify({ query: text });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json() as Promise<{
        data: never;
        errors?: { path: unknown; extensions: { code: string } }[];
      }>;
    };

    beforeAll(async () => {
      blog = await startBlogService();
      const patience = { REQUEST_TIMEOUT_MS: '15000', ATTEMPT_TIMEOUT_MS: '15000' };
      bff = startShell(start.replace('http://localhost:8080', blog.origin), { PORT: '0', ...patience });
      url = (await bff.says(/"url":"(http:[^"]+)"/))[1] as string;
    });
    afterAll(async () => {
      bff.kill('SIGTERM');
      await bff.ended;
      await blog.close();
      killRemaining();
    });

    it("answers the README's own question", async () => {
      const { stdout } = await startShell(ask.replace('http://localhost:4000', url)).ended;

      expect(JSON.parse(stdout)).toEqual({
        data: { posts: { posts: expect.arrayContaining([expect.anything()]), pages: 3 } },
      });
    });

    it('passes page numbers through', async () => {
      const { data } = await query('{ posts(page: 3) { posts { id } pages } }');

      expect(data).toEqual({ posts: { posts: [41, 42, 43, 44, 45].map((id) => ({ id })), pages: 3 } });
      expect(blog.targets).toEqual(['/posts?page=3']);
    });

    it('asks for many keys in one call with a repeated parameter', async () => {
      const { data } = await query(
        '{ a: post(id: 7) { title } b: post(id: 3) { title } none: post(id: 99) { title } }',
      );

      expect(data).toEqual({ a: { title: 'Post 7' }, b: { title: 'Post 3' }, none: null });
      expect(blog.targets).toEqual(['/posts?id=3&id=7&id=99']);
    });

    it("brings a list of users' posts in one call, each user its own", async () => {
      const { data } = await query('{ posts(page: 3) { posts { author { name posts { id } } } } }');

      const byAuthor = (id: number) => ({
        name: `Ada Byron ${id}`,
        posts: [id, id + 15, id + 30].map((id) => ({ id })),
      });
      expect(data).toEqual({ posts: { posts: [11, 12, 13, 14, 15].map((id) => ({ author: byAuthor(id) })) } });
      expect(blog.targets.filter((target) => !target.startsWith('/users/'))).toEqual([
        '/posts?page=3',
        '/posts?author=11&author=12&author=13&author=14&author=15',
      ]);
    });

    it('asks for each user once, at most 10 at a time', async () => {
      const users = blog.holdUsers();
      const answer = query('{ posts { posts { author { id } } } }');
      await users.reach(10);
      // A whole round trip: an eleventh call that left with the others would have arrived before its answer.
      await (
        await fetch(`${url}/graphql?query={post(id:1){id}}`, { headers: { 'apollo-require-preflight': '1' } })
      ).text();
      expect(users.count()).toBe(10);
      users.release();

      const { data, errors } = await answer;
      const authors = Array.from({ length: 20 }, (_, index) => ({ author: { id: 1 + (index % 15) } }));
      expect({ data, errors }).toEqual({ data: { posts: { posts: authors } }, errors: undefined });
      expect(blog.targets.filter((target) => target.startsWith('/users/'))).toHaveLength(15);
    });

    it('gives a clear code for what the service refuses, and nothing of its text', async () => {
      const { data, errors } = await query('{ posts(page: 0) { pages } post(id: 1) { title } }');

      expect(data).toEqual({ posts: null, post: { title: 'Post 1' } });
      expect(errors).toEqual([
        expect.objectContaining({ path: ['posts'], extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
      ]);
      expect(JSON.stringify(errors)).not.toContain('page starts at 1');
    });

    it('sends no token, since no identity provider is set', () => {
      expect(blog.calls.length).toBeGreaterThan(0);
      expect(blog.calls.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
    });
  });
});
