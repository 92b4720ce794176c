/** The contacts on a document's page: those of its fields and those with a button in its body. */
import { type Block, isComponent } from './block.ts';
import type { ContentDocument } from './document.ts';

/** Their ids without duplicates, those of the fields first. */
export function namedContacts({ data, body }: ContentDocument): string[] {
  const own: readonly string[] = 'contacts' in data ? data.contacts : [];
  return [...new Set([...own, ...calledIn(body.blocks)])];
}

/** The contacts with a button in a body. */
export function calledIn(blocks: readonly Block[]): string[] {
  return blocks
    .filter(isComponent)
    .flatMap(({ attributes, children }) => [
      ...(attributes.contact === undefined ? [] : [attributes.contact]),
      ...calledIn(children),
    ]);
}
