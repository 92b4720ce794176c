/** The parts of an article for each kind of document, in the order of its page. */

import { workedExamples } from '../../documents/amount-examples.ts';
import { amountRules } from '../../documents/amount-rules.ts';
import { amountSentence, amountSentences } from '../../documents/amount-sentence.ts';
import { amountRates } from '../../documents/amounts.ts';
import { formatDate } from '../../documents/dates.ts';
import { displayName } from '../../documents/display-name.ts';
import type { ContentDocument } from '../../documents/document.ts';
import { escapeHtml } from '../../documents/html-text.ts';
import { keyFacts } from '../../documents/key-facts.ts';
import {
  type NoticeDocument,
  type PolicyDocument,
  pick,
  type Site,
  type StoryDocument,
} from '../../documents/site.ts';
import { applyByWords, stepLines } from '../../documents/step-words.ts';
import type { AmountData } from '../../schema/amounts.ts';
import { bodyHtml } from './body.ts';
import { element, heading, listOf, paragraph, textList } from './elements.ts';
import { type ArticleContext, pictureOf } from './inline.ts';

/** The parts of a document between its summary and its end. */
export function sectionsOf(document: ContentDocument, context: ArticleContext): string {
  switch (document.collection) {
    case 'policies':
      return policySections(document as PolicyDocument, context);
    case 'stories':
      return storySections(document as StoryDocument, context);
    default:
      return noticeSections(document as NoticeDocument, context);
  }
}

function policySections(policy: PolicyDocument, context: ArticleContext): string {
  const { data, body } = policy;
  const { site } = context;
  const { hasEnded, when } = keyFacts(site, policy);
  const places = pick(site.places, data.places).map(({ name }) => name);
  const { exclusions = [] } = data;
  return [
    hasEnded ? warning(`${when}。下面的办法不能照着用。`) : '',
    heading('记住这几条') + textList(data.keyPoints, 'ol'),
    heading('谁能办') + textList(data.eligibility),
    places.length > 0 ? paragraph(`只管这些地方：${places.join('、')}`) : '',
    exclusions.length > 0 ? heading('这些不行', 'h3') + textList(exclusions) : '',
    heading('能得到什么') + textList(data.benefit),
    data.amount ? amountHtml(data.amount, site) : '',
    heading('怎么办') + conditionsOf(data) + listOf(data.steps.map(stepHtml), 'ol'),
    heading('带什么'),
    data.documents.length > 0 ? textList(data.documents) : paragraph('什么都不用带，人去就行。'),
    contactsHtml(site, data.contacts),
    body.blocks.length > 0 ? heading('慢慢说清楚') + bodyHtml(body.blocks, context) : '',
    heading('文件从哪里来') + textList(data.basis.map(sourceOf)),
    paragraph(`${formatDate(data.reviewedOn)}由${data.reviewer}逐条核对过。`, 'small'),
  ].join('');
}

function conditionsOf({ applyBy, cost }: PolicyDocument['data']): string {
  const fact = (name: string, text: string) =>
    element('p', 'p', `<strong>${name}：</strong>${escapeHtml(text)}`);
  const when = applyByWords(applyBy);
  return (when ? fact('什么时候办', when) : '') + (cost ? fact('要花钱吗', cost) : '');
}

function stepHtml(step: PolicyDocument['data']['steps'][number]): string {
  const lines = stepLines(step).map((line) => paragraph(line, 'line'));
  return [`<strong>${escapeHtml(step.title)}</strong>`, ...lines].join('');
}

/** How the amount is worked out, and the worked examples. */
function amountHtml(amount: AmountData, site: Site): string {
  const rates = amountRates(amount, site.rates);
  const worked = workedExamples(amount, rates, site.today).map(({ title, result }) =>
    paragraph(
      `例子：${title}。${[...(result?.steps ?? []), amountSentence(amountSentences(amount.every), result)].join('；')}`,
    ),
  );
  const rules = textList(amountRules(amount, rates, site.today));
  return (
    heading('大约有多少', 'h3') +
    rules +
    worked.join('') +
    paragraph('这些是估算，批下来多少，以办事的单位说的为准。', 'small')
  );
}

function sourceOf({ title, issuer, number, date, url }: PolicyDocument['data']['basis'][number]): string {
  return [`《${title}》`, issuer, number, date && formatDate(date), url].filter(Boolean).join('，');
}

function storySections({ data, body }: StoryDocument, context: ArticleContext): string {
  const { site } = context;
  const [place] = pick(site.places, data.place ? [data.place] : []);
  const { source } = data;
  return [
    paragraph(
      [displayName(data.person), place?.name, formatDate(data.date)].filter(Boolean).join('，'),
      'small',
    ),
    data.image ? pictureOf(data.image, context) : '',
    data.quote ? element('section', 'quote', paragraph(`“${data.quote}”`)) : '',
    bodyHtml(body.blocks, context),
    source
      ? paragraph(
          `据${source.publisher}${formatDate(source.date)}的报道《${source.title}》，我们用自己的话重说了一遍。`,
          'small',
        )
      : '',
  ].join('');
}

function noticeSections(notice: NoticeDocument, context: ArticleContext): string {
  const { data, body } = notice;
  const { site } = context;
  const { points, hasEnded, when } = keyFacts(site, notice);
  const places = pick(site.places, data.places).map(({ name }) => name);
  const facts = [
    ...points,
    ...(when && !hasEnded ? [when] : []),
    ...(places.length > 0 ? [`给谁的：${places.join('、')}`] : []),
  ];
  return [
    hasEnded && when ? warning(`${when}。`) : '',
    heading('时间和地点') + textList(facts),
    contactsHtml(site, data.contacts),
    body.blocks.length > 0 ? heading('还要知道的') + bodyHtml(body.blocks, context) : '',
  ].join('');
}

function contactsHtml(site: Site, ids: readonly string[]): string {
  const items = pick(site.contacts, ids).map(
    ({ name, phone, hours, for: reason }) =>
      `<strong>打${escapeHtml(phone)}</strong>（${escapeHtml([name, reason, hours].filter(Boolean).join('，'))}）`,
  );
  return items.length > 0 ? heading('找谁问') + listOf(items) : '';
}

const warning = (text: string): string => element('section', 'warning', paragraph(text, 'line'));
