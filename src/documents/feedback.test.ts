/** A reader who does not understand, or finds a mistake, gets to the right place with the page filled in. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedbackLinks, fillAddress } from './feedback.ts';

const page = { title: '低保 & 救助', url: 'https://a.example/policies/di-bao/' };
const consult = 'https://b.example/ask?t={title}&u={address}';
const TITLE = '%E4%BD%8E%E4%BF%9D%20%26%20%E6%95%91%E5%8A%A9';
const URL_TEXT = 'https%3A%2F%2Fa.example%2Fpolicies%2Fdi-bao%2F';

test.each([
  [{}, {}],
  [{ telephone: '12345' }, { ask: 'tel:12345', report: 'tel:12345' }],
  [
    { telephone: '12345', textTo: '106 12345' },
    {
      ask: `sms:10612345?body=${encodeURIComponent(`没看懂：${page.title} ${page.url}`)}`,
      report: `sms:10612345?body=${encodeURIComponent(`有错：${page.title} ${page.url}`)}`,
    },
  ],
  [
    { telephone: '12345', consult },
    { ask: `https://b.example/ask?t=${TITLE}&u=${URL_TEXT}`, report: 'tel:12345' },
  ],
  [{ faults: 'https://b.example/faults' }, { report: 'https://b.example/faults' }],
])('with %o', (ways, links) => {
  expect(feedbackLinks(ways, page)).toEqual(links);
});

test('whatever a title is, the form gets exactly it', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, (title) => {
      const { searchParams } = new URL(fillAddress(consult, { title, url: page.url }));
      expect([searchParams.get('t'), searchParams.get('u')]).toEqual([title, page.url]);
    }),
  );
});
