/** The parts of satteri's tree that Mingbai reads: a narrow view, so that the walk needs no casts. */
import { mdxToHast } from 'satteri';

/** One node of the parsed body. Which members it has depends on `type`. */
export interface MdNode {
  type: string;
  tagName?: string;
  /** Name of a JSX element; null for a fragment `<>`. */
  name?: string | null;
  value?: string;
  properties?: Record<string, unknown>;
  attributes?: Attribute[];
  children?: MdNode[];
  /** Lines and columns from 1; offsets from 0, in UTF-16 units. */
  position?: { start: { line: number; column: number; offset: number }; end: { offset: number } };
}

/** An attribute of a JSX element; `value` is an object when it is an expression. */
export interface Attribute {
  type: string;
  name?: string;
  value?: unknown;
}

/** Parses a prepared body; throws satteri's error, whose message begins with `line:column:`. */
export function parseTree(prepared: string): MdNode {
  const root = mdxToHast(prepared, { features: { frontmatter: false, gfm: { footnotes: false } } });
  return root as unknown as MdNode;
}
