/**
 * The script for the village loudspeaker. Listeners cannot go back, so the points and the telephone number are said twice, in
 * sentences of one breath, a line each, without figures that are hard to read out.
 */
import type { ContentDocument } from './document.ts';
import { type AnsweringContact, type KeyFacts, keyFacts } from './key-facts.ts';
import type { Site } from './site.ts';
import { speakCount, speakNumber } from './spoken-number.ts';
import { spokenSentences } from './spoken-sentences.ts';

/**
 * Characters a minute, pauses included. An assumption, not a measurement: radio news runs at about 250; a loudspeaker out of doors,
 * with echo and old listeners, needs about two thirds of that.
 */
export const CHARACTERS_A_MINUTE = 160;

/** The script of a document, a sentence a line; the last line, in brackets, gives its duration. */
export function broadcastOf(site: Site, document: ContentDocument): string {
  const lines = scriptLines(site, document, keyFacts(site, document));
  return [...lines, `（慢慢念一遍，${speakMinutes(lines.join(''))}。）`].join('\n');
}

/**
 * The script for a recording, a sentence a line. Other than the one for a day it does not say whether one can apply now: a recording
 * is heard for months.
 */
export function recordingScript(site: Site, document: ContentDocument): string[] {
  const { when: _, ...facts } = keyFacts(site, document);
  return scriptLines(site, document, { ...facts, hasEnded: false });
}

function scriptLines(site: Site, document: ContentDocument, facts: KeyFacts): string[] {
  const { title, summary } = document.data;
  const { points: all, isCounted, hasEnded, when, contact } = facts;
  // A document that is over calls nobody.
  const points = hasEnded ? [] : all;
  const phones = [...site.contacts.map(({ phone }) => phone), ...(contact ? [contact.phone] : [])];
  const speak = (text: string) => spokenSentences(text, phones);
  const stage = when === undefined ? [] : speak(when);
  const toRemember = points.flatMap((point, index) =>
    speak(isCounted ? `第${speakNumber(String(index + 1))}，${point}` : point),
  );
  return [
    '乡亲们，请听好。',
    ...speak(document.collection === 'stories' ? `说一件身边的事，${title}` : `今天说的是，${title}`),
    ...(hasEnded ? stage : []),
    ...speak(summary),
    ...(points.length > 0 ? ['下面的话，请您记住。', ...toRemember] : []),
    ...(hasEnded ? [] : stage),
    ...(points.length > 0 ? ['再说一遍。', ...toRemember] : []),
    ...(contact === undefined ? [] : speakContact(contact, speak)),
    '听明白了，也告诉左邻右舍。',
    '谢谢大家。',
  ];
}

/** The contact, twice: the second time the number alone, slowly. */
function speakContact({ name, phone }: AnsweringContact, speak: (text: string) => string[]) {
  return [
    '有不明白的，打电话问。',
    ...speak(`${name ?? '号码是'}，${phone}`),
    ...speak(`再说一遍，${phone}`),
  ];
}

/** 约半分钟, 约一分钟, 约一分半钟: rounded up to the next half. */
function speakMinutes(script: string): string {
  const spoken = script.replace(/[，。、\s]/g, '');
  const halves = Math.max(1, Math.ceil([...spoken].length / (CHARACTERS_A_MINUTE / 2)));
  const whole = Math.floor(halves / 2);
  if (whole === 0) return '约半分钟';
  return halves % 2 === 0 ? `约${speakCount(String(whole))}分钟` : `约${speakCount(String(whole))}分半钟`;
}
