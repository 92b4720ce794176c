/** Renders a response on the page, as elements and never as markup: a query may contain anything. */
import { dialledBy } from '../../documents/dialled-by.ts';
import { resultTypes } from '../result-types.ts';
import { highlight } from './excerpt.ts';
import { insertLineBreaks } from './insert-line-breaks.ts';
import type { Badge, Hit, SearchResponse } from './messages.ts';
import { nearestTitles } from './nearest-titles.ts';

/** A telephone number and its office. */
export interface PhoneLine {
  name: string;
  phone: string;
}

/** The elements of the search page that change, and its settings. */
export interface SearchPageElements {
  results: HTMLElement;
  message: HTMLElement;
  /** The index of all pages: shown without a query. */
  index: HTMLElement;
  /** Button for more results; shown if there are more. */
  more: HTMLElement;
  base: string;
  /** The line against fraud. */
  fraudLine: PhoneLine;
  /** The national lines of this site, the general one first. */
  lines: readonly PhoneLine[];
  /** `YYYY-MM-DD HH:mm` or a day, Beijing time. */
  now: string;
  /** What a reader can do on this page if nothing is found. */
  elsewhere?: string;
  /** Completes the line of a hit, in a search over counties. */
  complete?: (item: HTMLElement, hit: Hit) => void;
}

/** `data-state` while the first hits are shown and the others are being fetched. */
export const PARTIAL = 'begun';

type FoundResponse = Extract<SearchResponse, { hits: unknown }>;

/** Renders the hits, or a message that there are none; hits that are already shown stay. */
export function renderAnswer(elements: SearchPageElements, answer: FoundResponse, query: string): void {
  const { results } = elements;
  const { hits, count, phrases } = answer;
  if (results.dataset.state !== PARTIAL) {
    fill(results);
    renderMessage(elements, answer, query);
  }
  const others = hits.slice(results.children.length);
  const isFirst = results.children.length === 0;
  results.append(...others.map((hit, index) => resultItem(hit, phrases, elements, isFirst && index === 0)));
  results.setAttribute('data-state', hits.length < count ? PARTIAL : hits.length > 0 ? 'ready' : 'empty');
}

function renderMessage(elements: SearchPageElements, answer: FoundResponse, query: string): void {
  const { hits, count, total, isGuess, unknownNumbers, asksFraud } = answer;
  const { message, index, more } = elements;
  index.hidden = hits.length > 0 && !isGuess;
  more.hidden = total <= count;
  if (unknownNumbers.length > 0) renderUnknownNumbers(elements, answer);
  else if (asksFraud) renderFraudWarning(elements, answer, query);
  else if (isGuess && hits.length > 0) {
    const advice = '换个说法试试，也可以打电话问：';
    const near = '下面是字面上相近的，不是专门讲它的：';
    fill(message, notAbout(query), advice, callOf(lineOf(elements, answer)), near);
  } else if (hits.length > 0) {
    message.textContent = foundText(query, total, count);
  } else renderNothingFound(elements, answer, query);
}

/** Repeats the query, because the field may be out of sight. */
function foundText(query: string, total: number, count: number): string {
  const more = total > count ? `，先看最合适的 ${count} 条` : '';
  return `${query === '' ? '' : quoted(query)}找到 ${total} 条${more}。`;
}

/** Advice on requests for money or a secret, with the telephone line, above the hits. */
function renderFraudWarning(
  { message, fraudLine }: SearchPageElements,
  { hits, count, total }: FoundResponse,
  query: string,
): void {
  const advice = '先要钱、要验证码、叫您转账的，先停下，什么都别给。拿不准，打这个电话问：';
  fill(message, advice, callOf(fraudLine), hits.length > 0 ? foundText(query, total, count) : '');
}

/** The line for the matter of the query; otherwise the general one. */
function lineOf({ lines }: SearchPageElements, { line }: FoundResponse): PhoneLine {
  return lines.find(({ phone }) => phone === line) ?? lines[0] ?? { name: '', phone: '12345' };
}

function callOf({ name, phone }: PhoneLine): HTMLElement {
  const call = element('a', 'button my-2 w-full');
  call.setAttribute('href', `tel:${dialledBy(phone)}`);
  call.textContent = `打 ${phone} ${name}`.trim();
  return call;
}

/** Says that there is nothing, with the nearest titles, the groups of people and a telephone. */
function renderNothingFound(elements: SearchPageElements, answer: FoundResponse, query: string): void {
  const { message, index, elsewhere = '从下面按人找' } = elements;
  const links = Array.from(index.querySelectorAll<HTMLAnchorElement>('[data-title]'));
  const near = nearestTitles(
    query,
    links.map((link) => ({ title: link.textContent ?? '', link })),
  );
  const words =
    query === ''
      ? `没有正好合适的。少选一样试试，或者${elsewhere}，也可以打电话问：`
      : `没有找到${quoted(query)}。换个说法试试，或者${elsewhere}，也可以打电话问：`;
  fill(
    message,
    words,
    callOf(lineOf(elements, answer)),
    ...(near.length > 0 ? ['是不是想找：', ...near.map(({ link }) => link.cloneNode(true))] : []),
  );
}

/**
 * States that no page has a telephone number, and whom to call about it: a number on no page may be a real one, but a reader who looks it
 * up has doubts.
 */
function renderUnknownNumbers(
  { message, fraudLine }: SearchPageElements,
  { hits, unknownNumbers }: FoundResponse,
): void {
  const call = callOf(fraudLine);
  const advice = '拿不准是谁打来的，先别给钱，也别说密码和验证码，打这个电话问：';
  const numbers = unknownNumbers.map((number) => {
    // On one line: in large print it would break at its hyphen.
    const whole = element('span', 'whitespace-nowrap');
    whole.textContent = quoted(number);
    return whole;
  });
  fill(message, '没有一页写着这个号码：', ...numbers, `。${advice}`, call);
  if (hits.length > 0) message.append('下面这些，是按别的字找到的：');
}

function notAbout(query: string): string {
  return `没有找到专门讲${quoted(query)}的页面。`;
}

export function quoted(query: string): string {
  return `「${query.slice(0, 20)}」`;
}

/** Says that the search did not load, with a button to try again. */
export function renderFailure(
  { results, message, index, more }: SearchPageElements,
  retry: () => void,
): void {
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button mt-2';
  again.textContent = '再试一次';
  again.addEventListener('click', retry);
  fill(results);
  index.hidden = false;
  more.hidden = true;
  fill(message, '搜索没有打开，可能是网络断了。下面的目录照样能用。', again);
  results.setAttribute('data-state', 'error');
}

/** Shows the index of all pages again. */
export function renderEmptyQuery({ results, message, index, more }: SearchPageElements): void {
  fill(results);
  message.textContent = '';
  index.hidden = false;
  more.hidden = true;
  results.removeAttribute('data-state');
}

/** Telephones below one result. */
const MAX_CALL_LINKS = 3;

/**
 * A result: one link to its page, and below it the numbers in its text, because a link cannot be inside another. Only the best
 * result offers the telephone of its office too: the same number below each would hide the results.
 */
export function resultItem(
  hit: Hit,
  phrases: readonly string[],
  { base, complete }: Pick<SearchPageElements, 'base' | 'complete'>,
  isBest: boolean,
): HTMLElement {
  const { address, facts, excerpt, phones, badge } = hit;
  const item = element('li', 'card');
  const link = element('a', 'block text-ink no-underline');
  link.setAttribute('href', base.replace(/\/$/, '') + address);
  const top = element('span', 'block text-small text-soft');
  top.append(resultTypes[facts.type] ?? '', ...badgeElements(badge));
  const title = element('strong', 'phrases card-title');
  title.append(...marked(facts.title, phrases));
  insertLineBreaks(title, facts.breaks);
  const line = element('span', '');
  line.append(...marked(excerpt, phrases));
  link.append(top, title, line);
  item.append(link);
  const offered = isBest && facts.phone ? [facts.phone, ...phones] : phones;
  const byNumber = new Map(offered.map((phone) => [dialledBy(phone), phone]));
  item.append(...Array.from(byNumber.values()).slice(0, MAX_CALL_LINKS).map(callLink));
  complete?.(item, hit);
  return item;
}

function badgeElements(badge: Badge | undefined): HTMLElement[] {
  if (badge === undefined) return [];
  const shown = element('span', 'badge ml-2');
  shown.dataset.status = badge.status;
  shown.textContent = badge.label;
  return [shown];
}

function callLink(phone: string): HTMLElement {
  const call = element('a', 'call-line');
  call.setAttribute('href', `tel:${dialledBy(phone)}`);
  const icon = document.querySelector<HTMLTemplateElement>('#call-icon')?.content.cloneNode(true);
  if (icon) call.append(icon);
  call.append(`打 ${phone}`);
  return call;
}

function marked(text: string, phrases: readonly string[]): (HTMLElement | string)[] {
  return highlight(text, phrases).map((piece) => {
    if (!piece.isHighlighted) return piece.text;
    const element = document.createElement('mark');
    element.textContent = piece.text;
    return element;
  });
}

export function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

/** Chromium 80 has no replaceChildren. */
export function fill(parent: HTMLElement, ...children: (Node | string)[]): void {
  parent.textContent = '';
  parent.append(...children);
}
