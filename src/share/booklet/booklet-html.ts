/**
 * A booklet as one HTML page that Chromium prints: the style is in it, and it asks for nothing but the font. Each part begins on a new page
 * and has an id that the contents link to, because a PDF names only what is linked.
 */
import { formatDate } from '../../documents/dates.ts';
import { fullShortUrl, homeUrl } from '../../documents/full-address.ts';
import { escapeHtml } from '../../documents/html-text.ts';
import { type PolicyDocument, pick, type Site } from '../../documents/site.ts';
import { policyStatusWords } from '../../documents/status-words.ts';
import { applyByWords, stepLines } from '../../documents/step-words.ts';
import type { CollectionData } from '../../schema/collections.ts';
import type { FontFiles } from '../print-sheet/index.ts';
import { qrPath } from '../qr.ts';
import type { Booklet, IndexLetter } from './booklet.ts';
import { bookletStyle } from './booklet-style.ts';
import type { PagePlan } from './page-plan.ts';

/** How a booklet is printed: the size of each policy, and the pages once they are known. */
export interface BookletPrint {
  fonts: FontFiles;
  /** Points, by slug. */
  sizes: ReadonlyMap<string, number>;
  /** Absent while pages are counted: there are no numbers and no blank pages. */
  plan?: PagePlan;
}

/** Ids of the parts, which are the named destinations in the PDF. */
export const partIds = {
  policy: (slug: string): string => `policy-${slug}`,
  index: 'index',
  contacts: 'contacts',
} as const;

/** The booklet as HTML. */
export function bookletHtml(booklet: Booklet, { fonts, sizes, plan }: BookletPrint): string {
  const { site, title, chapters, index, contacts } = booklet;
  const policies = chapters.flatMap((chapter) => chapter.policies);
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(`${site.about.name}：${title}`)}</title>`,
    `<style>${bookletStyle(fonts)}</style></head><body>`,
    cover(booklet),
    instructions(site),
    contents(booklet, plan),
    blankPages(plan?.blanks.contents),
    ...policies.flatMap((policy) => [
      policyPart(site, policy, sizes.get(policy.slug)),
      blankPages(plan?.blanks.policies.get(policy.slug)),
    ]),
    indexPart(index, plan),
    contactsPart(contacts),
    blankPages(plan?.blanks.back),
    back(site),
    '</body></html>',
  ].join('\n');
}

const part = (name: string, content: string, attributes = '') =>
  `<section class="part ${name}"${attributes}>${content}</section>`;
const paragraph = (text: string, name?: string) =>
  `<p${name ? ` class="${name}"` : ''}>${escapeHtml(text)}</p>`;
const heading = (text: string) => `<h2>${escapeHtml(text)}</h2>`;
const listOf = (items: readonly string[], tag: 'ul' | 'ol' = 'ul') =>
  `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;

function qr(address: string): string {
  const { sideModules, path } = qrPath(address);
  return `<svg class="qr" viewBox="0 0 ${sideModules} ${sideModules}" role="img" aria-label="二维码：${escapeHtml(address)}"><path d="${path}"/></svg>`;
}

const withoutScheme = (address: string) => address.replace(/^https?:\/\//, '');

function cover({ site, title }: Booklet): string {
  const { name, owner, demo } = site.about;
  return part(
    'cover',
    [
      paragraph(name, 'cover-site'),
      `<h1>${escapeHtml(title)}</h1>`,
      paragraph(`照${formatDate(site.today)}的内容印的`),
      owner ? paragraph(owner) : '',
      demo ? paragraph('示例，乡镇政府和县里说了才算。') : '',
    ].join(''),
  );
}

/** The page inside the cover. */
function instructions(site: Site): string {
  const { telephone } = site.about;
  return part(
    'instructions',
    [
      heading('这本册子怎么用'),
      listOf(
        [
          '先看目录，找自家的事。两页说一件事。',
          '不知道公家怎么叫，翻后面的“大家怎么叫它”。',
          '政策会变。用手机扫那一页的码，看到的是最新的。',
          telephone ? `看不明白，打 <b>${escapeHtml(telephone)}</b> 问。` : '看不明白，打那一页上的电话问。',
        ],
        'ol',
      ),
      '<p class="write">本村电话：<span></span></p><p class="write">找谁：<span></span></p>',
    ].join(''),
  );
}

/** A line with the page number at its end; without a number while pages are counted, at the same width. */
const line = (id: string, text: string, page: number | undefined) =>
  `<li><a href="#${id}">${escapeHtml(text)}</a><span>${page ?? ''}</span></li>`;

function contents({ chapters, index }: Booklet, plan: PagePlan | undefined): string {
  const lines = chapters.map(({ title, policies }) =>
    [
      `<h3>${escapeHtml(title)}</h3><ul>`,
      ...policies.map(({ slug, data }) => line(partIds.policy(slug), data.title, plan?.policies.get(slug))),
      '</ul>',
    ].join(''),
  );
  const rest = [
    index.length > 0 ? line(partIds.index, '大家怎么叫它', plan?.index) : '',
    line(partIds.contacts, '电话', plan?.contacts),
  ];
  return part('contents', `${heading('目录')}${lines.join('')}<h3>查一查</h3><ul>${rest.join('')}</ul>`);
}

function policyPart(site: Site, policy: PolicyDocument, sizePt: number | undefined): string {
  const { slug, data } = policy;
  const when = applyByWords(data.applyBy);
  const texts = (entries: readonly string[]) => listOf(entries.map(escapeHtml));
  const section = (title: string, content: string) => heading(title) + content;
  const places = pick(site.places, data.places).map(({ name }) => name);
  const address = fullShortUrl(site, policy);
  const content = [
    // First, so that it floats beside the title.
    `<div class="code">${qr(address)}<p>扫一扫看最新的</p></div>`,
    `<h1>${escapeHtml(data.title)}</h1>`,
    paragraph(data.summary),
    paragraph(
      `${policyStatusWords(data, site.today, false).sentence}（${formatDate(site.today)}）`,
      'status',
    ),
    `<div class="points">${listOf(data.keyPoints.map(escapeHtml), 'ol')}</div>`,
    section('谁能办', texts(data.eligibility)),
    places.length > 0 ? paragraph(`只管这些地方：${places.join('、')}`) : '',
    data.exclusions?.length ? section('这些不行', texts(data.exclusions)) : '',
    section('能得到什么', texts(data.benefit)),
    section(
      '带什么',
      data.documents.length > 0
        ? `<div class="pairs">${texts(data.documents)}</div>`
        : paragraph('什么都不用带，人去就行。'),
    ),
    heading('怎么办'),
    when ? paragraph(`什么时候办：${when}`) : '',
    data.cost ? paragraph(`要花钱吗：${data.cost}`) : '',
    listOf(data.steps.map(stepItem), 'ol'),
    section(
      '找谁问',
      `<div class="pairs">${listOf(pick(site.contacts, data.contacts).map(contactItem))}</div>`,
    ),
    paragraph(`全文和最新的：${withoutScheme(address)}`, 'address'),
  ];
  const size = sizePt === undefined ? '' : ` style="font-size:${sizePt}pt"`;
  return part('policy', content.join(''), ` id="${partIds.policy(slug)}"${size}`);
}

function stepItem(step: PolicyDocument['data']['steps'][number]): string {
  return [`<b>${escapeHtml(step.title)}</b>`, ...stepLines(step).map(escapeHtml)].join('<br>');
}

function contactItem({ name, phone, hours }: CollectionData['contacts']): string {
  return `${escapeHtml(name)} <b class="phone">${escapeHtml(phone)}</b>${hours ? `<br>${escapeHtml(hours)}` : ''}`;
}

function indexPart(index: readonly IndexLetter[], plan: PagePlan | undefined): string {
  if (index.length === 0) return '';
  const letters = index.map(({ letter, words }) => {
    const items = words.map(({ word, slugs }) => {
      const pages = slugs.flatMap((slug) => plan?.policies.get(slug) ?? []).toSorted((a, b) => a - b);
      return `<li>${escapeHtml(word)}<span>${pages.join('、')}</span></li>`;
    });
    return `<h3>${letter}</h3><ul>${items.join('')}</ul>`;
  });
  const content = `${heading('大家怎么叫它')}${paragraph('照拼音的头一个字母排，后面是页码。')}<div class="letters">${letters.join('')}</div>`;
  return part('index', content, ` id="${partIds.index}"`);
}

function contactsPart(contacts: readonly CollectionData['contacts'][]): string {
  return part(
    'contacts',
    `${heading('电话')}${listOf(contacts.map(contactItem))}`,
    ` id="${partIds.contacts}"`,
  );
}

/** Pages to write on. */
function blankPages(count = 0): string {
  return part('notes', `<p>记一记</p>${'<hr>'.repeat(NOTE_LINES)}`).repeat(count);
}

/** Lines on a page of notes. */
const NOTE_LINES = 11;

function back(site: Site): string {
  const home = homeUrl(site);
  const { name, telephone } = site.about;
  return part(
    'back',
    [
      qr(home),
      paragraph('扫一扫，用手机看：能放大字，能念出来。'),
      paragraph(withoutScheme(home)),
      paragraph(name, 'cover-site'),
      telephone ? `<p>电话 <b class="phone">${escapeHtml(telephone)}</b></p>` : '',
    ].join(''),
  );
}
