/** The text that a cadre pastes into a chat group: short enough for one bubble, and always with the address. */
import { countCharacters } from '../schema/formats.ts';
import type { ContentDocument } from './document.ts';
import { fullShortUrl } from './full-address.ts';
import { type AnsweringContact, keyFacts } from './key-facts.ts';
import type { Site } from './site.ts';

/** Longer messages are folded in a chat group, or not read. */
export const MAX_MESSAGE_LENGTH = 200;

/** One line of the message. */
interface MessageLine {
  text: string;
  /** Lines with the smallest rank are included first. */
  rank: number;
}

/**
 * The message of a document. If it is too long, whole lines are left out, the least important first; the short address always
 * remains.
 */
export function messageOf(site: Site, document: ContentDocument): string {
  const { title, summary } = document.data;
  const { points, isCounted, hasEnded, when, contact } = keyFacts(site, document);
  const stage = when === undefined ? [] : [{ text: endSentence(when), rank: 3 }];
  const lines: MessageLine[] = [
    { text: `【${title}】`, rank: 1 },
    // For a document that is over, this precedes the time and place.
    ...(hasEnded ? stage : []),
    { text: endSentence(summary), rank: 6 },
    ...points.map((point, index) => ({
      text: `${isCounted ? `${index + 1}. ` : ''}${endSentence(point)}`,
      rank: index < 2 ? 4 + index : 7,
    })),
    ...(hasEnded ? [] : stage),
    ...(contact === undefined ? [] : [{ text: formatContact(contact), rank: 2 }]),
    { text: `详细看：${fullShortUrl(site, document)}`, rank: 0 },
  ];
  return fit(lines, MAX_MESSAGE_LENGTH);
}

/** The lines in their order; those of the lowest rank are included first, as far as they fit. */
function fit(lines: readonly MessageLine[], maxLength: number): string {
  const kept = new Set<MessageLine>();
  let left = maxLength + 1;
  for (const part of [...lines].sort((a, b) => a.rank - b.rank)) {
    const cost = countCharacters(part.text) + 1;
    if (cost > left && part.rank > 0) continue;
    kept.add(part);
    left -= cost;
  }
  return lines
    .filter((part) => kept.has(part))
    .map(({ text }) => text)
    .join('\n');
}

function formatContact({ name, phone }: AnsweringContact): string {
  return name && countCharacters(name) <= 12 ? `有疑问，打${phone}（${name}）。` : `有疑问，打${phone}。`;
}

/** The text with a full stop, if the editor wrote none. */
function endSentence(text: string): string {
  return /[。！？…）」”]$/.test(text) ? text : `${text}。`;
}
