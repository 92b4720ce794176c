/** Collects the results of one walk over a body and reports its errors. */
import type { Block, Heading } from '../documents/block.ts';
import type { CollectionName } from '../schema/collection-name.ts';
import type { MdNode } from './tree.ts';

export interface HtmlBuilder {
  blocks: Block[];
  headings: Heading[];
  report(node: MdNode, rule: string, message: string): void;
  refer(node: MdNode, id: string, targets: readonly CollectionName[]): void;
}

/** Appends HTML to the last HTML block. */
export function addHtml(builder: HtmlBuilder, html: string): void {
  const last = builder.blocks.at(-1);
  if (last && 'html' in last) last.html += html;
  else if (html.trim() !== '') builder.blocks.push({ html });
}
