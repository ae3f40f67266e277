/** Gives every JSON answer one spelling, so that types and tables need to know only `application/json`. */
import { follow, isOfType, METHODS, type MediaType, type OpenApiDocument, type ResponseObject } from './openapi.ts';

const JSON_TYPE = 'application/json';

/** Renames `application/json; charset=utf-8`, `application/hal+json`, `*\/*` … of 200 and 201 answers, in place. */
export function toJsonAnswers(document: OpenApiDocument): void {
  for (const item of Object.values(document.paths ?? {})) {
    for (const method of METHODS) {
      const responses = item?.[method]?.responses;
      if (!responses) continue;
      if (responses['2XX'] && !responses['200']) renameKey(responses, '2XX', '200');
      for (const status of ['200', '201']) {
        const answer = responses[status];
        if (answer) renameJson(follow(document, answer), document);
      }
    }
  }
}

/** Whether an operation's 200 or 201 answer is JSON; reads a document that {@link toJsonAnswers} has seen. */
export function hasJsonAnswer(
  document: OpenApiDocument,
  responses: Record<string, ResponseObject> | undefined,
): boolean {
  return ['200', '201'].some((status) => {
    const answer = responses?.[status];
    return answer !== undefined && follow(document, answer)?.content?.[JSON_TYPE] !== undefined;
  });
}

function renameJson(answer: ResponseObject | undefined, document: OpenApiDocument): void {
  const content = answer?.content;
  if (!content || content[JSON_TYPE]) return;
  const found = Object.entries(content).find(([type, media]) => isJson(type, media, document));
  if (found) renameKey(content, found[0], JSON_TYPE);
}

function isJson(type: string, media: MediaType | null, document: OpenApiDocument): boolean {
  const name = (type.split(';')[0] ?? '').trim().toLowerCase();
  if (name === JSON_TYPE || /^application\/.+\+json$/.test(name)) return true;
  if (name !== '*/*' && name !== 'application/*') return false;
  const schema = media?.schema && follow(document, media.schema);
  return schema !== undefined && !(isOfType(schema, 'string') && schema.format === 'binary');
}

function renameKey(record: Record<string, unknown>, from: string, to: string): void {
  record[to] = record[from];
  delete record[from];
}
