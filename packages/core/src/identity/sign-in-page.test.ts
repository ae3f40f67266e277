import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ErrorCode, errorCodes } from '../errors/error-codes.ts';
import { toSignInPage } from './sign-in-page.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const codes = Object.keys(errorCodes) as ErrorCode[];
const page = (code: ErrorCode, returnTo = '/') => toSignInPage({ code, traceId, returnTo });

describe('toSignInPage', () => {
  it.each(codes)('is whole for %s: a language, a title, one heading, what to do, and the number to quote', (code) => {
    const html = page(code);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html.match(/<h1>[^<]+<\/h1>/g)).toHaveLength(1);
    expect(html.match(/<p>[A-Z][^<]+\.<\/p>/g)).toHaveLength(2);
    expect(html).toContain('<a href="/auth/login">Sign in again</a>');
    expect(html).toContain('<a href="/">Go to the start page</a>');
    expect(html).toContain(`<code>${traceId}</code>`);
  });

  it('has different words for what a person would do differently about', () => {
    const told = [
      ...(['BAD_REQUEST', 'UNAUTHENTICATED', 'RATE_LIMITED', 'UPSTREAM_UNAVAILABLE'] as const),
      ...(['UPSTREAM_INVALID_RESPONSE', 'INTERNAL_SERVER_ERROR'] as const),
    ];
    expect(new Set(told.map((code) => page(code))).size).toBe(told.length);
  });

  it('lets nothing that it is given be more than the text of a link', () => {
    const markup = page('BAD_REQUEST').replace(/href="[^"]*"/g, '');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        const html = page('BAD_REQUEST', `/${path}`);
        expect(html.replace(/href="[^"]*"/g, '')).toBe(markup);
        const [, href = ''] = /href="([^"]*)"/.exec(html) ?? [];
        const { pathname, searchParams } = new URL(href, 'https://shop.example');
        expect(pathname).toBe('/auth/login');
        expect(searchParams.get('returnTo') ?? '/').toBe(`/${path}`.toWellFormed());
      }),
    );
  });
});
