/**
 * The text message (SMS) of a document, for phones without a chat app: one message if what matters fits in it, else the fewest. Parts are
 * counted as operators do.
 */
import type { ContentDocument } from './document.ts';
import { fullShortUrl } from './full-address.ts';
import { keyFacts } from './key-facts.ts';
import type { Site } from './site.ts';

/** UTF-16 units in a message with Chinese characters (UCS-2): 140 octets, 3GPP TS 23.038. */
export const MAX_SMS_UNITS = 70;
/** UTF-16 units in each part of a longer one: six octets are the header that joins the parts, 3GPP TS 23.040. */
export const MAX_SMS_PART_UNITS = 67;

/** The number of messages that an operator sends, and charges, for a text with Chinese characters. No part ends within a character. */
export function countSmsParts(text: string): number {
  if (text.length <= MAX_SMS_UNITS) return 1;
  let parts = 1;
  let units = 0;
  for (const character of text) {
    if (units + character.length > MAX_SMS_PART_UNITS) {
      parts += 1;
      units = 0;
    }
    units += character.length;
  }
  return parts;
}

/** The text message of a document: title, telephone and address, and of the rest what costs no further message. */
export function textMessageOf(site: Site, document: ContentDocument): string {
  const { points, hasEnded, when, contact } = keyFacts(site, document);
  const address = fullShortUrl(site, document);
  const stage = when === undefined ? [] : [when];
  // What is over invites nobody.
  const optional = hasEnded ? [] : [...stage, ...points];
  const needed = [
    document.data.title,
    ...(hasEnded ? stage : []),
    ...(contact === undefined ? [] : [`问${contact.phone}`]),
  ];
  const join = (chosen: readonly string[]) => {
    const [title = '', ...rest] = needed;
    // A space ends the address for phones that make it a link.
    return `${[title, ...optional.filter((text) => chosen.includes(text)), ...rest].map(endSentence).join('')} ${address}`;
  };
  const parts = countSmsParts(join([]));
  const chosen: string[] = [];
  for (const text of optional) if (countSmsParts(join([...chosen, text])) === parts) chosen.push(text);
  return join(chosen);
}

const endSentence = (text: string): string => (/[。！？…]$/.test(text) ? text : `${text}。`);
