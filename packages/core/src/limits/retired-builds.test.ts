import { afterAll, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { FacetError } from '../errors/facet-error.ts';
import { addRetiredBuilds, type RetiredBuild } from './retired-builds.ts';

/** The first language that the header begins with. */
const createToLocale = (languages: readonly string[]) => (accepted: string | undefined) =>
  languages.find((language) => accepted?.startsWith(language)) ?? (languages[0] as string);

const builds: RetiredBuild[] = [
  { platform: 'ios', version: '1.0.0' },
  { platform: 'ios', version: '1.1.0', messages: { en: 'Unsafe: update now.', de: 'Unsicher: jetzt aktualisieren.' } },
];

const app = Fastify();
afterAll(() => app.close());
app.setErrorHandler((error, _request, reply) => {
  const { code, message } = FacetError.from(error);
  return reply.code(410).send({ code, message });
});
addRetiredBuilds(app, { builds, createToLocale });
app.get('/', () => 'answered');

async function ask(name?: string, version?: string, language = 'en-GB') {
  const headers = {
    'accept-language': language,
    ...(name && { 'apollographql-client-name': name }),
    ...(version && { 'apollographql-client-version': version }),
  };
  const { body, headers: answered } = await app.inject({ url: '/', headers });
  return body === 'answered' ? body : { ...JSON.parse(body), language: answered['content-language'] };
}

describe('addRetiredBuilds', () => {
  it('tells their users to update, in their language', async () => {
    for (const [language, word] of [
      ['en', 'update'],
      ['de', 'aktualisieren'],
      ['fr', 'jour'],
      ['es', 'Actualícela'],
    ]) {
      const message = expect.stringContaining(word as string);
      expect(await ask('ios', '1.0.0', language)).toEqual({ code: 'CLIENT_BUILD_RETIRED', message, language });
    }
    expect(await ask('ios', '1.1.0', 'de-DE')).toMatchObject({ message: 'Unsicher: jetzt aktualisieren.' });
    expect(await ask('ios', '1.1.0', 'fr')).toMatchObject({ message: 'Unsafe: update now.', language: 'en' });
  });

  it('answers all others', async () => {
    for (const [name, version] of [['ios', '1.2.0'], ['android', '1.0.0'], ['ios'], [undefined, '1.0.0'], []]) {
      expect(await ask(name, version)).toBe('answered');
    }
  });
});
