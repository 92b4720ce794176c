/** The contacts that a document's page shows: those of its fields and those for which its body has a button. */
import { type Block, isComponent } from './block.ts';
import type { Document } from './document.ts';

/** Their ids, each once, those of the fields first. */
export function namedContacts({ data, body }: Document): string[] {
  const own: readonly string[] = 'contacts' in data ? data.contacts : [];
  return [...new Set([...own, ...calledIn(body.blocks)])];
}

/** The contacts for which a body has a button. */
export function calledIn(blocks: readonly Block[]): string[] {
  return blocks
    .filter(isComponent)
    .flatMap(({ attributes, children }) => [
      ...(attributes.contact === undefined ? [] : [attributes.contact]),
      ...calledIn(children),
    ]);
}
