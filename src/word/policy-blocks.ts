/** A policy as blocks for a word processor, in the order of its page and with the same words. */

import { addressOf } from '../documents/address.ts';
import type { Block } from '../documents/block.ts';
import { isComponent } from '../documents/block.ts';
import { formatDate } from '../documents/dates.ts';
import { fullShortUrl, fullUrl } from '../documents/full-address.ts';
import { type PolicyDocument, pick, pickDocuments, type Site } from '../documents/site.ts';
import { policyStatusWords } from '../documents/status-words.ts';
import { applyByWords, stepLines } from '../documents/step-words.ts';
import type { WordBlock, WordText } from './blocks.ts';
import { htmlBlocks, type NextList } from './html-blocks.ts';

/** The blocks on the day of the site. */
export function policyBlocks(site: Site, policy: PolicyDocument): WordBlock[] {
  const { data, body } = policy;
  let lists = 0;
  const nextList = () => {
    lists += 1;
    return lists;
  };
  const numbered = (entries: readonly WordText[][]) => {
    const list = { id: nextList(), start: 1 };
    return entries.map((texts): WordBlock => ({ kind: 'item', level: 0, list, texts }));
  };
  const contacts = pick(site.contacts, data.contacts);
  const places = pick(site.places, data.places).map(({ name }) => name);
  return [
    { kind: 'title', texts: [{ text: data.title }] },
    paragraph(data.summary),
    paragraph(`${formatDate(site.today)}：${policyStatusWords(data, site.today, false).sentence}`),
    ...section('记住这几条', numbered(data.keyPoints.map((text) => [{ text }]))),
    ...section('谁能办', [
      ...bullets(data.eligibility),
      ...(places.length > 0 ? [paragraph(`只管这些地方：${places.join('、')}`)] : []),
    ]),
    ...section('这些不行', bullets(data.exclusions ?? [])),
    ...section('能得到什么', bullets(data.benefit)),
    ...section('怎么办', [...whenAndCost(policy), ...numbered(data.steps.map(stepTexts))]),
    ...section(
      '带什么',
      data.documents.length > 0 ? bullets(data.documents) : [paragraph('什么都不用带，人去就行。')],
    ),
    ...section('找谁问', bullets(contacts.map(({ name, phone }) => `${name} ${phone}`))),
    ...section('慢慢说清楚', bodyBlocks(site, body.blocks, nextList)),
    ...section(
      '文件从哪里来',
      data.basis.map((rule) => bulletOf(basisTexts(rule))),
    ),
    paragraph(`${formatDate(data.reviewedOn)}由${data.reviewer}逐条核对过。`),
    paragraph(`${site.about.name} ${fullShortUrl(site, policy)}`),
    ...(site.about.demo ? [paragraph('示例，乡镇政府和县里说了才算。')] : []),
  ];
}

const paragraph = (text: string): WordBlock => ({ kind: 'paragraph', texts: [{ text }] });
const bulletOf = (texts: WordText[]): WordBlock => ({ kind: 'item', level: 0, texts });
const bullets = (entries: readonly string[]) => entries.map((text) => bulletOf([{ text }]));

/** A section with its heading; nothing without content. */
function section(title: string, content: WordBlock[]): WordBlock[] {
  return content.length === 0 ? [] : [{ kind: 'heading', depth: 1, texts: [{ text: title }] }, ...content];
}

function whenAndCost({ data: { applyBy, cost } }: PolicyDocument): WordBlock[] {
  const when = applyByWords(applyBy);
  return [
    ...(when ? [paragraph(`什么时候办：${when}`)] : []),
    ...(cost ? [paragraph(`要花钱吗：${cost}`)] : []),
  ];
}

function stepTexts(step: PolicyDocument['data']['steps'][number]): WordText[] {
  return [{ text: step.title, isBold: true }, ...stepLines(step).map((text) => ({ text: `\n${text}` }))];
}

function basisTexts({
  title,
  issuer,
  number,
  date,
  url,
}: PolicyDocument['data']['basis'][number]): WordText[] {
  const rest = [issuer, ...(number ? [number] : []), ...(date ? [formatDate(date)] : [])];
  return [{ text: `《${title}》`, ...(url && { href: url }) }, { text: `，${rest.join('，')}` }];
}

/** The body; a component becomes its words. */
function bodyBlocks(site: Site, blocks: readonly Block[], nextList: NextList): WordBlock[] {
  const full = (address: string) => (address.startsWith('/') ? fullUrl(site, address) : address);
  return blocks.flatMap((block): WordBlock[] => {
    if (!isComponent(block)) return htmlBlocks(block.html, nextList, full);
    const { component, attributes, children } = block;
    if (component === 'Call') {
      return pick(site.contacts, [attributes.contact ?? '']).map(({ name, phone }) =>
        paragraph(`${name} ${phone}`),
      );
    }
    if (component === 'PolicyLink') {
      return pickDocuments(site.policies, [attributes.policy ?? '']).map(({ slug, data }) => ({
        kind: 'paragraph',
        texts: [{ text: '看政策：' }, { text: data.title, href: full(addressOf('policies', slug)) }],
      }));
    }
    const title = component === 'Question' ? attributes.ask : attributes.title;
    const head: WordBlock[] = title ? [{ kind: 'paragraph', texts: [{ text: title, isBold: true }] }] : [];
    return [...head, ...bodyBlocks(site, children, nextList)];
  });
}
