/** The text that a cadre pastes into a chat group: short enough for one bubble, and always with the way back. */
import { countCharacters } from '../schema/written.ts';
import type { Document } from './document.ts';
import { fullShortUrl } from './full-address.ts';
import { type Answering, gistOf } from './gist.ts';
import type { Site } from './site.ts';

/** More than this is folded away in a chat group, or not read. */
export const MESSAGE_CHARACTERS = 200;

/** One line of the message. */
interface Part {
  text: string;
  /** The smaller, the sooner it is kept when there is not room for all. */
  rank: number;
}

/**
 * The message of a document. Where not everything fits, whole lines are left out, the least important first; the short
 * address is never among them.
 */
export function messageOf(site: Site, document: Document): string {
  const { title, summary } = document.data;
  const { points, isCounted, isOver, when, contact } = gistOf(site, document);
  const stage = when === undefined ? [] : [{ text: endSentence(when), rank: 3 }];
  const parts: Part[] = [
    { text: `【${title}】`, rank: 1 },
    // What is over is said to be before anybody reads when and where.
    ...(isOver ? stage : []),
    { text: endSentence(summary), rank: 6 },
    ...points.map((point, index) => ({
      text: `${isCounted ? `${index + 1}. ` : ''}${endSentence(point)}`,
      rank: index < 2 ? 4 + index : 7,
    })),
    ...(isOver ? [] : stage),
    ...(contact === undefined ? [] : [{ text: sayContact(contact), rank: 2 }]),
    { text: `详细看：${fullShortUrl(site, document)}`, rank: 0 },
  ];
  return fit(parts, MESSAGE_CHARACTERS);
}

/** The lines in their order, of which those of the lowest rank are kept first as far as there is room. */
function fit(parts: readonly Part[], most: number): string {
  const kept = new Set<Part>();
  let room = most + 1;
  for (const part of [...parts].sort((a, b) => a.rank - b.rank)) {
    const cost = countCharacters(part.text) + 1;
    if (cost > room && part.rank > 0) continue;
    kept.add(part);
    room -= cost;
  }
  return parts
    .filter((part) => kept.has(part))
    .map(({ text }) => text)
    .join('\n');
}

function sayContact({ name, phone }: Answering): string {
  return name && countCharacters(name) <= 12 ? `有疑问，打${phone}（${name}）。` : `有疑问，打${phone}。`;
}

/** With a full stop, where the editor set none. */
function endSentence(text: string): string {
  return /[。！？…）」”]$/.test(text) ? text : `${text}。`;
}
