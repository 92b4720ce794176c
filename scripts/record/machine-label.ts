/**
 * The label in the file of a machine's voice, as 人工智能生成合成内容标识办法, in force since 1 September 2025, asks: the field AIGC with the
 * seven elements of GB 45438-2025, appendix E, in the order given there, as JSON.
 */
import { hash } from 'node:crypto';
import type { Site } from '../../src/documents/site.ts';

/** Label: 1 means that it was generated. */
const GENERATED = '1';
/** Digits of the hash in a number. */
const NUMBER_LENGTH = 16;

/**
 * The label for words of the site, `name` the document or kind. The producer is the address of the site without its scheme: values have to
 * be printable ASCII without blanks, quotes and backslashes, so a Chinese name does not serve. The number is the same for the same words.
 * Whoever publishes first is named as the propagator too, with the same number. The reserved fields are for signatures; we have none.
 */
export function machineLabel(site: Site, name: string, script: readonly string[]): string {
  const { host, pathname } = new URL(site.about.url);
  const producer = (host + pathname).replace(/\/$/, '');
  const id = `${name}-${hash('sha256', script.join('\n')).slice(0, NUMBER_LENGTH)}`;
  return JSON.stringify({
    Label: GENERATED,
    ContentProducer: producer,
    ProduceID: id,
    ReservedCode1: '',
    ContentPropagator: producer,
    PropagateID: id,
    ReservedCode2: '',
  });
}
