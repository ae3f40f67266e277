/** Dates as people read them; never relative, so that an answer does not depend on when it was made. */
import { dateFormat } from './formats.ts';
import { invalidAnswer } from './invalid-answer.ts';

/** `12 Mar 2026`, for an RFC 3339 date and time. Throws UPSTREAM_INVALID_RESPONSE for what is none. */
export function toDateText(dateTime: string, locale: string): string {
  const date = new Date(dateTime);
  if (Number.isNaN(date.getTime())) throw invalidAnswer('date', dateTime);
  return dateFormat(locale).format(date);
}
