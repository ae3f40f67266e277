/** How a BFF shows a service who it is, and knows it: certificates for mutual TLS (RFC 8446, 4.3.2). */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';

const pem = z.string().regex(/-----BEGIN [A-Z ]+-----/, { abort: true, error: 'must be text in PEM' });

/** All in PEM. Without `ca`, the service's certificate must be of an authority that Node trusts. */
export const serviceTls = z
  .strictObject({ ca: pem.optional(), cert: pem.optional(), key: pem.optional() })
  .superRefine(({ cert, key }, { addIssue }) => {
    if ((cert === undefined) === (key === undefined)) return;
    const missing = cert === undefined ? 'cert' : 'key';
    addIssue({ code: 'custom', path: [missing], message: 'is not set: a certificate is of use with its key only' });
  })
  .superRefine((tls, { addIssue }) => {
    const problem = findProblem(tls);
    if (problem !== undefined) addIssue({ code: 'custom', path: [problem.part], message: problem.message });
  });

export type ServiceTls = z.output<typeof serviceTls>;

type Parts = { readonly [Part in keyof ServiceTls]?: string | undefined };

/** What OpenSSL says of each part by itself, then of key and certificate together; never the part itself. */
function findProblem({ ca, cert, key }: Parts) {
  const attempts = [
    ['ca', () => ca && new X509Certificate(ca)],
    ['cert', () => cert && new X509Certificate(cert)],
    ['key', () => key && createPrivateKey(key)],
    ['key', () => cert && key && createSecureContext({ cert, key })],
  ] as const;
  for (const [part, attempt] of attempts) {
    try {
      attempt();
    } catch (reason) {
      return { part, message: `cannot be used: ${(reason as Error).message}` };
    }
  }
  return undefined;
}
