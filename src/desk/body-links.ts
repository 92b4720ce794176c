/** The links and policy buttons in bodies that lead to a document, and the bodies with another document in its place. */
import { type ContentFile, readForRules } from '../corpus/index.ts';
import { addressOf } from '../documents/address.ts';
import { spliceFile, unixLines } from './edit-document.ts';
import type { Place } from './relocate.ts';
import type { Splice } from './text-splices.ts';

/** A file of the content with its text. */
export type BodyFile = Pick<ContentFile, 'collection' | 'slug' | 'path' | 'file'> & { text: string };

/** Whether the body of a file has a link to the document. */
export function hasLinkTo(file: BodyFile, place: Place): boolean {
  return linkSplices(file, place, place.slug).length > 0;
}

/** Whether the body of a file has a button to the document, which must name one that exists. */
export function hasButtonTo(file: BodyFile, place: Place): boolean {
  return buttonSplices(file, place, place.slug).length > 0;
}

/** The text with `to` in every button to the document, and with `withLinks` in every link; nothing else changes. */
export function redirectBody(file: BodyFile, place: Place, to: string, withLinks: boolean): string {
  const splices = [...buttonSplices(file, place, to), ...(withLinks ? linkSplices(file, place, to) : [])];
  return splices.length === 0 ? file.text : spliceFile(file.text, splices);
}

const plainOf = ({ text }: BodyFile): string => unixLines(text.replace(/^\ufeff/, ''));

function buttonSplices(file: BodyFile, { collection, slug }: Place, to: string): Splice[] {
  if (collection !== 'policies' || !file.text.includes('<PolicyLink')) return [];
  return Array.from(
    plainOf(file).matchAll(/<PolicyLink\s+policy\s*=\s*"([^"]*)"/g),
    ({ 0: tag, 1: id, index }) => ({
      from: index + tag.length - 1 - (id?.length ?? 0),
      to: index + tag.length - 1,
      text: to,
      id,
    }),
  ).filter(({ id }) => id === slug);
}

function linkSplices(file: BodyFile, { collection, slug }: Place, to: string): Splice[] {
  const address = addressOf(collection, slug).slice(0, -1);
  if (!file.text.includes(address)) return [];
  const plain = plainOf(file);
  const links = readForRules(file, plain)?.links ?? [];
  return links.flatMap(({ address: href, text: words, offset }): Splice[] => {
    const rest = href.startsWith(address) ? href.slice(address.length) : undefined;
    if (rest === undefined || !/^\/?(?:[?#]|$)/.test(rest)) return [];
    // The words of a link may themselves be the address.
    const after = words.includes(address) ? Math.max(offset, plain.indexOf('](', offset)) : offset;
    const from = plain.indexOf(address, after);
    const text = addressOf(collection, to).slice(0, -1);
    return from < 0 ? [] : [{ from, to: from + address.length, text }];
  });
}
