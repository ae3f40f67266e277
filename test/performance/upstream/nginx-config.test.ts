import { describe, expect, it } from '@jest/globals';
import { type NginxConfigOptions, toNginxConfig } from './nginx-config.ts';
import { createPostsData, stamp, toRoutes } from './posts-data.ts';

const configOf = (postCount: number, bytes: NginxConfigOptions['bytes']) =>
  toNginxConfig({ port: 8080, folder: '/tmp/x', routes: toRoutes(createPostsData(postCount)), bytes });

/** What nginx would answer: variables are put in until there is none left but its own. */
function answerOf(config: string, path: string): string {
  const location = config.slice(config.indexOf(`location = ${path} {`));
  const values = new Map(
    [...location.matchAll(/set \$(\S+) '([^']*)';/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const fill = (text: string): string => text.replaceAll(/\$\{(\w+)\}/g, (_, name) => fill(values.get(name) ?? ''));
  return fill(/return 200 "([^"]*)"/.exec(location)?.[1] ?? '');
}

describe('toNginxConfig', () => {
  it.each([1, 100, 10_000])('answers with all of %d posts', (postCount) => {
    const data = createPostsData(postCount);

    expect(JSON.parse(answerOf(configOf(postCount, 'repeat'), '/posts'))).toEqual(
      data.posts.map((post, index) => (index === 0 ? { ...post, stamp } : post)),
    );
  });

  it('keeps every word short enough for nginx', () => {
    const words = configOf(10_000, 'differ')
      .split('\n')
      .flatMap((line) => line.trim().split(/ (?=['"$])/));

    expect(words.filter((word) => word.length > 4_096)).toEqual([]);
  });

  it("has nginx's request id in each answer where bytes differ, and nowhere else", () => {
    const count = (text: string) => text.split('$request_id').length - 1;

    expect(count(configOf(100, 'differ'))).toBe(toRoutes(createPostsData(100)).size);
    expect(count(configOf(100, 'repeat'))).toBe(0);
    expect(answerOf(configOf(100, 'differ'), '/users/1')).toContain('"stamp":"$request_id"');
  });

  it('refuses what nginx would read otherwise', () => {
    const routes = new Map([['/a', '{"price":"$5"}']]);

    expect(() => toNginxConfig({ port: 1, folder: '/tmp', routes, bytes: 'repeat' })).toThrow(
      'no quote, backslash or dollar',
    );
  });
});
