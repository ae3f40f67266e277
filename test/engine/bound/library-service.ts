/** A REST service of books, authors and notes on loopback; every answer follows from the ids it is asked for. */
import { type Answer, type RecordingService, startRecordingService } from '../../support/recording-service.ts';
import { chance } from '../generate/chance.ts';

const bookCount = 300;
const authorCount = 40;
const pick = (key: string, prefix: string, count: number) => `${prefix}${chance(key) % count}`;

/** One reference in eight leads nowhere, and one in eight is null. */
function reference(key: string, prefix: string, count: number): string | null {
  const roll = chance(`${key} kind`) % 8;
  if (roll === 0) return null;
  return roll === 1 ? `${prefix}-gone` : pick(key, prefix, count);
}

const isKnown = (id: string) => !id.endsWith('gone') && /^[ab]\d+$/.test(id);

function book(id: string): object {
  return {
    id,
    title: `Book ${id}`,
    priceAmount: chance(id) % 9 === 0 ? null : chance(id) % 5000,
    currency: 'EUR',
    authorId: reference(`${id} author`, 'a', authorCount),
    editorId: reference(`${id} editor`, 'a', authorCount),
    sequelId: reference(`${id} sequel`, 'b', bookCount),
  };
}

function author(id: string): object {
  return {
    id,
    name: `Author ${id}`,
    born: 1900 + (chance(id) % 100),
    favouriteId: reference(`${id} favourite`, 'b', bookCount),
  };
}

function notes(parentId: string, limit: number, fields: string | undefined): object {
  const total = chance(`${parentId} notes`) % 5;
  const items = Array.from({ length: Math.min(total, limit) }, (_, index) => ({
    id: `${parentId}n${index}`,
    text: `Note ${index} of ${parentId}`,
    bookId: parentId,
    authorId: reference(`${parentId} note ${index}`, 'a', authorCount),
  }));
  return { parentId, items: items.map((item) => onlyFields(item, fields)), next: null, total };
}

/** Only the columns asked for: who reads another one sees that it is not there. */
function onlyFields(item: object, fields: string | undefined): object {
  if (fields === undefined) return item;
  const names = new Set(fields.split(','));
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
}

const answer: Answer = ({ path, query }) => {
  const { ids = '', limit = '3', fields } = query;
  const wanted = ids.split(',');
  if (path === '/shelf') {
    return {
      json: {
        items: Array.from({ length: Number(limit) }, (_, index) => onlyFields(book(`b${index}`), fields)),
        total: bookCount,
      },
    };
  }
  if (path === '/notes') return { json: { groups: wanted.map((id) => notes(id, Number(limit), fields)) } };
  if (path.startsWith('/tags/')) return tags(path.slice('/tags/'.length));
  const create = path === '/books' ? book : author;
  return { json: { items: wanted.filter(isKnown).map((id) => onlyFields(create(id), fields)) } };
};

function tags(id: string): ReturnType<Answer> {
  const roll = chance(`${id} tags`) % 6;
  if (roll === 0) return { status: 404, json: { title: 'No such book' } };
  if (roll === 1) return { status: 409, json: { title: 'Not now' } };
  return { json: { tags: Array.from({ length: roll }, (_, index) => `${id}-${index}`) } };
}

export function startLibraryService(): Promise<RecordingService> {
  return startRecordingService(answer);
}
