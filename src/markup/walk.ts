/** What one walk over a body gathers, and to whom it reports. */
import type { Block, Heading } from '../documents/block.ts';
import type { CollectionName } from '../schema/collection-name.ts';
import type { Node } from './tree.ts';

export interface Walk {
  blocks: Block[];
  headings: Heading[];
  report(node: Node, rule: string, message: string): void;
  refer(node: Node, id: string, targets: readonly CollectionName[]): void;
}
