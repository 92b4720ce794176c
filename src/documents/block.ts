/**
 * The body of a document as data: safe HTML, and the components that editors may use in it. The markup parser creates it, pages
 * render it; nothing in it can run.
 */

/** A stretch of finished HTML; addresses in it are from the site root, without the base path. */
export interface HtmlBlock {
  html: string;
}

/** A component with its attributes and its content. */
export interface ComponentBlock {
  component: ComponentName;
  attributes: Record<string, string>;
  children: Block[];
}

export type Block = HtmlBlock | ComponentBlock;

/** The components that Mingbai gives editors. */
export const componentNames = ['Note', 'Warning', 'Example', 'Question', 'Call', 'PolicyLink'] as const;
export type ComponentName = (typeof componentNames)[number];

/** Whether a block is a component. */
export function isComponent(block: Block): block is ComponentBlock {
  return 'component' in block;
}

/** A heading of the body, for tables of contents and anchors. */
export interface Heading {
  /** 2 to 4. */
  depth: number;
  /** The anchor, without `#`. */
  id: string;
  text: string;
}

/** A parsed body. */
export interface DocumentBody {
  blocks: Block[];
  headings: Heading[];
}
