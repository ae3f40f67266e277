import { describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyError } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';
import type { AuditEvent } from '../events.ts';
import { createRequestAudit } from './audit-requests.ts';

/** What the audit hears of a POST to a path that refuses with an error, or a status. */
async function hear(path: string, refusal: FacetError | number, headers: Readonly<Record<string, string>> = {}) {
  const heard: AuditEvent[] = [];
  const audit = createRequestAudit({ audit: (event) => heard.push(event), traceIdOf: () => 'f'.repeat(32) });
  const app = Fastify();
  app.decorateRequest('principal', null);
  audit.addCsrfAudit(app);
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    audit.onRefused(request, error instanceof FacetError ? error.code : 'UNSUPPORTED_MEDIA_TYPE');
    return reply.code(error.statusCode ?? 400).send({});
  });
  app.post(path, (_request, reply) => {
    if (typeof refusal === 'number') return reply.code(refusal).send({});
    throw refusal;
  });
  await app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });
  await app.close();
  return heard;
}

describe('createRequestAudit', () => {
  it.each([
    ['/graphql', 'UNAUTHENTICATED', 'authentication', 'refused'],
    ['/graphql', 'FORBIDDEN', 'csrf', 'refused'],
    ['/graphql', 'RATE_LIMITED', 'limit', 'refused'],
    ['/graphql', 'PERSISTED_QUERY_ONLY', 'document', 'refused'],
    ['/graphql', 'CLIENT_BUILD_RETIRED', 'build', 'refused'],
    ['/auth/callback', 'BAD_REQUEST', 'sign-in', 'refused'],
    ['/auth/callback', 'UPSTREAM_UNAVAILABLE', 'sign-in', 'failed'],
    ['/auth/backchannel-logout', 'BAD_REQUEST', 'sign-out', 'refused'],
    ['/auth/backchannel-logout', 'UPSTREAM_UNAVAILABLE', 'sign-out', 'failed'],
    ['/auth/logout', 'FORBIDDEN', 'csrf', 'refused'],
  ] as const)('hears of %s that ends with %s as %s, %s', async (path, code, event, outcome) => {
    expect(await hear(path, new FacetError(code))).toEqual([expect.objectContaining({ event, outcome, code })]);
  });

  it.each(['BAD_REQUEST', 'NOT_FOUND', 'UPSTREAM_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'] as const)(
    'hears nothing of %s, which kept nobody from anything',
    async (code) => {
      expect(await hear('/graphql', new FacetError(code))).toEqual([]);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'TEXT/PLAIN;a=b'])(
    'hears once of what any page could have sent: %s',
    async (type) => {
      const heard = await hear('/graphql', 400, { 'content-type': type });
      expect(heard).toEqual([expect.objectContaining({ event: 'csrf', outcome: 'refused' })]);
    },
  );

  it('hears nothing of what is answered, or of what only a page that may could have sent', async () => {
    expect(await hear('/graphql', 200, { 'content-type': 'text/plain' })).toEqual([]);
    expect(await hear('/graphql', 400, { 'content-type': 'text/plain', 'x-apollo-operation-name': 'A' })).toEqual([]);
  });
});
