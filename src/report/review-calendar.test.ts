/** The days of review in the office's calendar. */
import { expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { createSite } from '../documents/site.ts';
import { reviewCalendar } from './review-calendar.ts';

const { documents, ...county } = readCorpus('content');
const site = createSite(documents, county, '2026-11-28');
const text = reviewCalendar(site);
/** Long lines are folded by RFC 5545. */
const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
const values = (name: string) =>
  lines.flatMap((line) => (line.startsWith(name) ? line.slice(name.length) : []));

test('every policy and guide once, in order of its day, with two weeks of notice', () => {
  const days = [...site.policies, ...site.guides].map(({ data }) => data.reviewBy.replaceAll('-', '')).sort();
  expect(values('DTSTART;VALUE=DATE:')).toEqual(days);
  expect(values('TRIGGER:')).toEqual(days.map(() => '-P14D'));
  expect(new Set(values('UID:')).size).toBe(days.length);
});

test('the reviewer and the page of a policy', () => {
  const [policy] = site.policies;
  const [about] = values('DESCRIPTION:').filter((value) => value.includes(`policies/${policy?.slug}/`));
  expect(about).toContain(`核对人：${policy?.data.reviewer}`);
  expect(about).toContain(`上次核对：${policy?.data.reviewedOn}`);
});

test('the same content gives the same calendar', () => {
  expect(reviewCalendar(site)).toBe(text);
});
