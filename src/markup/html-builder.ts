/** What one walk over a body gathers, and to whom it reports. */
import type { Block, Heading } from '../documents/block.ts';
import type { CollectionName } from '../schema/collection-name.ts';
import type { MdNode } from './tree.ts';

export interface HtmlBuilder {
  blocks: Block[];
  headings: Heading[];
  report(node: MdNode, rule: string, message: string): void;
  refer(node: MdNode, id: string, targets: readonly CollectionName[]): void;
}
