/** Finds the types that a BFF's resolvers pass on instead of the client's: `XMapper` in `mappers.ts` stands for type `X`. */
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const SUFFIX = 'Mapper';

/** GraphQL type name → name of the exported type; empty where the file does not exist. */
export async function readMappers(path: string): Promise<Map<string, string>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return '';
  });
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const names = file.statements.flatMap(exportedNames).filter((name) => name.endsWith(SUFFIX) && name !== SUFFIX);
  return new Map(names.sort().map((name) => [name.slice(0, -SUFFIX.length), name]));
}

function exportedNames(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    return clause && ts.isNamedExports(clause) ? clause.elements.map((element) => element.name.text) : [];
  }
  if (!ts.isTypeAliasDeclaration(statement) && !ts.isInterfaceDeclaration(statement)) return [];
  const isExported = statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
  return isExported ? [statement.name.text] : [];
}
