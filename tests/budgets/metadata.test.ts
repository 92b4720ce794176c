/** Metadata for machines: the tags of the national guideline, cards for chat groups, structured data, feeds and lists. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allAddresses, filesOf, siteDir } from '../support/built-site.ts';

const read = (file: string) => readFileSync(join(siteDir, file), 'utf8');
const meta = (html: string) =>
  new Map(
    Array.from(html.matchAll(/<meta (?:name|property)="([^"]+)" content(?:="([^"]*)")?/g), (match) => [
      match[1],
      match[2] ?? '',
    ]),
  );
const jsonLd = (html: string) =>
  Array.from(html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs), (match) =>
    JSON.parse(match[1] ?? ''),
  );

const siteTags = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const columnTags = [...siteTags, 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const articleTags = [...columnTags, 'ArticleTitle', 'PubDate', 'ContentSource', 'Description', 'Url'];

describe('the national tags', () => {
  test.each([
    ['the home page', 'index.html', siteTags],
    ['a list', 'policies/index.html', columnTags],
    ['a policy', 'policies/di-bao/index.html', [...articleTags, 'Keywords', 'Author']],
    ['a story', 'stories/xu-ping-da-gong/index.html', articleTags],
    ['a notice', 'notices/shen-fu-miao-hui-2027/index.html', articleTags],
    ['a guide', 'about/index.html', articleTags],
  ])('%s', (_, file, names) => {
    const tags = meta(read(file));
    expect(names.filter((name) => !tags.has(name))).toEqual([]);
    if (tags.has('PubDate')) expect(tags.get('PubDate')).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
  });
});

test('every page has a title of at most 30 characters, a description, and a card', () => {
  for (const file of filesOf('.html')) {
    const html = read(file);
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
    expect([...title].length, `${file}: ${title}`).toBeLessThanOrEqual(30);
    const tags = meta(html);
    expect(tags.get('og:title'), file).toBe(title);
    expect(tags.get('description'), file).toMatch(/\S/);
    expect(tags.get('og:url'), file).toMatch(/^https:\/\/mingbai\.example\//);
  }
});

test('every document has its date of publication in a machine-readable <time>', () => {
  const documents = allAddresses().filter((address) =>
    /^\/(?:policies|stories|notices)\/(?!status)[^/]+\/$/.test(address),
  );
  expect(documents.length).toBeGreaterThan(15);
  for (const address of documents) {
    expect(read(`${address}index.html`), address).toMatch(/发布：<time datetime="\d{4}-\d{2}-\d{2}">/);
  }
});

test('structured data has the type of each kind of document', () => {
  const types = (file: string) => jsonLd(read(file)).map((data) => data['@type']);
  expect(types('policies/di-bao/index.html')).toEqual(['Article', 'GovernmentService', 'FAQPage']);
  expect(types('stories/xu-ping-da-gong/index.html')).toEqual(['Article']);
  expect(types('notices/shen-fu-miao-hui-2027/index.html')).toEqual(['Event']);
});

test('the data of all policies name their JSON Schema, which is beside them', () => {
  const { $schema, policies } = JSON.parse(read('policies.json')) as {
    $schema: string;
    policies: { url: string }[];
  };
  expect($schema).toBe('https://mingbai.example/policies.schema.json');
  expect(JSON.parse(read('policies.schema.json')).$schema).toContain('2020-12');
  const addresses = policies.map(({ url }) => new URL(url).pathname.slice(1));
  for (const address of addresses) expect(read(`${address}index.html`)).toContain('<h1');
  expect(addresses.length).toBeGreaterThan(5);
});

test('the feed, the manifest and robots.txt exist', () => {
  expect(read('rss.xml')).toMatch(/^<\?xml.*<rss.*<item>.*<pubDate>/s);
  expect(JSON.parse(read('manifest.webmanifest'))).toMatchObject({ start_url: '/', lang: 'zh-CN' });
  expect(read('robots.txt')).toContain('Sitemap: https://mingbai.example/sitemap-index.xml');
});
