/**
 * The way back: where a reader asks, or reports a mistake. The portal's own forms, with title and address of the page filled in, a text
 * message, or a call; nothing is sent by the site.
 */
import type { SiteData } from '../schema/site.ts';
import { dialledBy } from './dialled-by.ts';

/** The page that a reader asks about; `url` is its full address. */
export interface FeedbackPage {
  title: string;
  url: string;
}

export interface FeedbackLinks {
  /** For a question. */
  ask?: string;
  /** For a mistake, or a telephone that nobody answers. */
  report?: string;
}

type Ways = Pick<SiteData, 'consult' | 'faults' | 'textTo' | 'telephone'>;

/** The links of a page: the form for each purpose, else a text message, else the telephone of the site. Empty without any of them. */
export function feedbackLinks(
  { consult, faults, textTo, telephone }: Ways,
  page: FeedbackPage,
): FeedbackLinks {
  const text = (words: string) =>
    textTo && `sms:${dialledBy(textTo)}?body=${encodeURIComponent(`${words}：${page.title} ${page.url}`)}`;
  const call = telephone && `tel:${dialledBy(telephone)}`;
  const ask = (consult && fillAddress(consult, page)) || text('没看懂') || call;
  const report = (faults && fillAddress(faults, page)) || text('有错') || call;
  return { ...(ask && { ask }), ...(report && { report }) };
}

/** The address of a form with `{title}` and `{address}` filled in. */
export function fillAddress(address: string, { title, url }: FeedbackPage): string {
  return address
    .split('{title}')
    .join(encodeURIComponent(title))
    .split('{address}')
    .join(encodeURIComponent(url));
}
