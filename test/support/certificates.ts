/** Certificates of authorities that exist for one test, made with the `openssl` that Debian has. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installedProgram } from '@facet/core/testing';

const program = installedProgram('openssl', 'openssl');
export const describeWithOpenssl = program.describeWith;

const openssl = (args: readonly string[]) => promisify(execFile)(program.path(), args);
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];

/** In PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface Authority {
  /** Its own certificate, in PEM. */
  readonly ca: string;
  /** A certificate for a name, as service and as client; `days` from now on, 1 by default. */
  issue(name: string, days?: number): Promise<Certificate>;
}

/** Creates one; nothing of it stays behind. Rejects with what `openssl` says where that fails. */
export async function createAuthority(): Promise<Authority> {
  const own = await inFolder(async (folder) => {
    const files = ['-keyout', join(folder, 'key'), '-out', join(folder, 'cert')];
    await openssl(['req', '-x509', ...newKey, ...files, '-subj', '/CN=An authority of a test', '-days', '1']);
    return readPair(folder);
  });
  return { ca: own.cert, issue: (name, days = 1) => inFolder((folder) => issue(folder, own, name, days)) };
}

async function issue(folder: string, own: Certificate, name: string, days: number): Promise<Certificate> {
  const [key, request, cert, ca, caKey] = ['key', 'request', 'cert', 'ca', 'ca-key'].map((file) => join(folder, file));
  await Promise.all([writeFile(String(ca), own.cert), writeFile(String(caKey), own.key)]);
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  await openssl(['req', '-new', ...newKey, '-keyout', String(key), '-out', String(request), ...subject]);
  const signing = ['-CA', String(ca), '-CAkey', String(caKey), '-CAcreateserial', '-days', String(days)];
  const files = ['-in', String(request), '-out', String(cert), '-copy_extensions', 'copy'];
  await openssl(['x509', '-req', ...signing, ...files]);
  return readPair(folder);
}

async function readPair(folder: string): Promise<Certificate> {
  const [cert, key] = await Promise.all(['cert', 'key'].map((file) => readFile(join(folder, file), 'utf8')));
  return { cert: String(cert), key: String(key) };
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'facet-certificates-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
