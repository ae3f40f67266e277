/** The README's tables and the code say the same: every variable, every default, every error code. */
import { errorCodes, settingsFromEnvironment } from '@facet/core';
import { serviceNames } from '@facet/domain-services';
import { describe, expect, it } from '@jest/globals';
import { readDocument, sectionOf, tableRowsOf } from './markdown.ts';

const readme = readDocument('README.md');
const tableOf = (title: string) => tableRowsOf(sectionOf(readme, title)).flatMap(toRowsOfServices);
const namesOf = (title: string) => tableOf(title).map(([name]) => name as string);

/** A row of `<SERVICE>_…` stands for one of each service; `4101 to 4107` for a number of each, in their order. */
function toRowsOfServices(row: string[]): string[][] {
  if (row[0]?.startsWith('<SERVICE>') !== true) return [row];
  return serviceNames.map((service, index) =>
    row.map((cell) =>
      cell
        .replace('<SERVICE>', service.toUpperCase())
        .replace('<service>', service)
        .replace(/(\d+) to (\d+)$/, (_, first, last) => String(Math.min(Number(first) + index, Number(last)))),
    ),
  );
}

/** The properties of a configuration's schema that are named as variables are, each with its line. */
function readVariables(path: string): Map<string, string> {
  const lines = readDocument(path).matchAll(/^ {2,4}([A-Z][A-Z_]+[A-Z]): (.+(?:\n {4,6}\..+)*)/gm);
  return new Map([...lines].map(([, name = '', text = '']) => [name, text]));
}

/** The default that a line of zod gives, as a variable would say it. */
const defaultIn = (line: string) => /\.default\('([^']*)'\)|port\((\d+)\)/.exec(line)?.slice(1).find(Boolean);

it('says which services <SERVICE> stands for', () => {
  const names = serviceNames.map((service) => `\`${service.toUpperCase()}\``).join(', ');
  expect(sectionOf(readme, 'Configuration').replace(/\s+/g, ' ')).toContain(`each service: ${names}.`);
});

describe('configuration of a BFF', () => {
  const defaults = {
    environment: 'development',
    port: 4000,
    services: Object.fromEntries(serviceNames.map((name) => [name, { origin: 'http://localhost' }])),
    identity: { issuer: 'http://localhost', audience: 'a', clientId: 'a', clientSecret: 'a' },
    session: {},
  } as const;

  it('names every variable that is read, and no other', () => {
    const read = new Set<string>();
    const environment = new Proxy({}, { get: (_, name) => void read.add(String(name)) });
    settingsFromEnvironment(environment, defaults);

    const files = [...sectionOf(readme, 'A BFF').matchAll(/`((?:<SERVICE>)?[A-Z_]+_FILE)`/g)]
      .flatMap(([, name = '']) => toRowsOfServices([name]))
      .flat();
    expect([...namesOf('A BFF'), ...files].sort()).toEqual([...read].sort());
  });

  it('gives the defaults that core has', () => {
    const { session, ...others } = settingsFromEnvironment({ SESSION_SCOPES: 'openid' }, defaults);
    const toKey = (name: string) => name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const ofSession = Object.entries(session ?? {}).map(([name, value]) => [
      `session${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      value,
    ]);
    const settings: Record<string, unknown> = { ...others, ...Object.fromEntries(ofSession) };
    const known = tableOf('A BFF').filter(([name = '']) => toKey(name) in settings && name !== 'PORT');
    expect(known.length).toBeGreaterThan(10);

    const written = known.map(([name, value]) => [name, value === 'none' ? '' : value]);
    expect(written).toEqual(known.map(([name = '']) => [name, String(settings[toKey(name)])]));
  });

  it.each(['web', 'mobile'])("gives the %s BFF's own defaults", (client) => {
    const config = readDocument(`packages/${client}-bff/src/config.ts`);
    const own = tableOf('A BFF').filter(([name = '']) =>
      /^(?:PORT|CLIENT_|IDENTITY_|(?!REDIS_)[A-Z]+_URL$)/.test(name),
    );
    expect(own).toHaveLength(5 + serviceNames.length);

    for (const [, value = ''] of own) {
      const mine = value.split(', ').find((part) => part.includes(client)) ?? value;
      expect(config).toContain(mine.replace(` ${client}`, ''));
    }
  });
});

describe.each([
  ['The domain services', 'packages/domain-services/src/config.ts', []],
  ['npm start', 'packages/dev-env/src/config.ts', ['NODE_ENV']],
] as const)('configuration of %s', (title, path, readByHand) => {
  const variables = readVariables(path);

  it('names every variable that is read, and no other', () => {
    expect(namesOf(title).sort()).toEqual([...variables.keys(), ...readByHand].sort());
    for (const name of readByHand) expect(readDocument(path)).toContain(`process.env.${name}`);
  });

  it('gives the defaults that the code has', () => {
    const compared = tableOf(title).flatMap(([name = '', value]) => {
      const inCode = defaultIn(variables.get(name) ?? '');
      return inCode === undefined ? [] : [{ name, inTable: value, inCode }];
    });
    expect(compared.length).toBeGreaterThan(4);
    expect(compared.filter(({ inTable, inCode }) => inTable !== inCode)).toEqual([]);
  });
});

describe('error codes', () => {
  it('are in the table with their status, log level and whether to retry', () => {
    const inCode = Object.entries(errorCodes).map(([code, { httpStatus, retryable, logLevel }]) => [
      code,
      String(httpStatus),
      retryable ? 'yes' : 'no',
      logLevel,
    ]);

    expect(tableOf('Error codes').map((cells) => cells.slice(0, 4))).toEqual(inCode);
  });
});
