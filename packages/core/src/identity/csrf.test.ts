import { describe, expect, it } from '@jest/globals';
import { createCsrfCheck } from './csrf.ts';

const own = 'https://shop.example';
const listed = 'https://app.shop.example';
const check = createCsrfCheck((origin) => origin === own || origin === listed);
const csrf = { 'x-csrf': '1' };

describe('createCsrfCheck', () => {
  it.each([
    ['a POST of its own pages', 'POST', { ...csrf, origin: own, 'sec-fetch-site': 'same-origin' }],
    ['a GET of its own pages, which has no Origin', 'GET', { ...csrf, 'sec-fetch-site': 'same-origin' }],
    ['a GET of a browser without Fetch Metadata', 'GET', csrf],
    ['a POST of one', 'POST', { ...csrf, origin: own }],
    ['a listed origin of the same site', 'POST', { ...csrf, origin: listed, 'sec-fetch-site': 'same-site' }],
    ['a listed origin of another site', 'GET', { ...csrf, origin: listed, 'sec-fetch-site': 'cross-site' }],
  ])('lets pass %s', (_case, method, headers) => {
    expect(() => check({ method, headers })).not.toThrow();
  });

  it.each([
    ['no header', 'POST', { origin: own, 'sec-fetch-site': 'same-origin' }],
    ['no header, GET', 'GET', { 'sec-fetch-site': 'same-origin' }],
    ['another value', 'POST', { 'x-csrf': '0', origin: own }],
    ['the header twice', 'POST', { 'x-csrf': '1, 1', origin: own }],
    ['a POST without Origin', 'POST', csrf],
    ['a foreign Origin', 'POST', { ...csrf, origin: 'https://evil.example' }],
    ['a foreign Origin, GET', 'GET', { ...csrf, origin: 'https://evil.example' }],
    ['an Origin that begins as ours', 'POST', { ...csrf, origin: `${own}.evil.example` }],
    ['our host without TLS', 'POST', { ...csrf, origin: 'http://shop.example' }],
    ['our host at another port', 'POST', { ...csrf, origin: `${own}:8443` }],
    ['an opaque origin', 'POST', { ...csrf, origin: 'null' }],
    ['another site, no Origin', 'GET', { ...csrf, 'sec-fetch-site': 'cross-site' }],
    ['the same site, no Origin', 'GET', { ...csrf, 'sec-fetch-site': 'same-site' }],
    ['no page at all', 'GET', { ...csrf, 'sec-fetch-site': 'none' }],
  ])('refuses %s', (_case, method, headers) => {
    expect(() => check({ method, headers })).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });
});
