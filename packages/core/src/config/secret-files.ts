/** Secrets that stand in files, as container platforms mount them: `CLIENT_SECRET_FILE` instead of `CLIENT_SECRET`. */
import { readFileSync, statSync } from 'node:fs';

const maxSecretBytes = 65_536;

type Environment = Readonly<Record<string, string | undefined>>;

export interface SecretsRead {
  /** The files' contents, by the variables' own names. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What is wrong, by variable. */
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * Reads the file that `<NAME>_FILE` names, for each of the names; one line end at its end is not part of the secret.
 * An empty variable counts as not set. Reports what is no file, cannot be read, is empty, is longer than 64 KiB, or stands
 * beside the variable itself.
 */
export function readSecretFiles(environment: Environment, names: readonly string[]): SecretsRead {
  const secrets: Record<string, string> = {};
  const problems = new Map<string, string>();
  for (const name of names) {
    const file = environment[`${name}_FILE`]?.trim() ?? '';
    if (file === '') continue;
    const secret = readSecret(file);
    if (isSet(environment[name])) problems.set(name, `is set, and ${name}_FILE, too: remove one of them`);
    else if (typeof secret !== 'string')
      problems.set(name, `cannot be read from ${file} (${name}_FILE): ${secret.why}`);
    else secrets[name] = secret;
  }
  return { secrets, problems };
}

function readSecret(file: string): string | { readonly why: string } {
  try {
    const found = statSync(file);
    if (!found.isFile()) return { why: 'it is no file' };
    if (found.size > maxSecretBytes) return { why: `it is longer than ${maxSecretBytes} bytes` };
    const secret = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    return isSet(secret) ? secret : { why: 'the file is empty' };
  } catch (reason) {
    return { why: String((reason as NodeJS.ErrnoException).code ?? reason) };
  }
}

function isSet(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
