/**
 * Splits a long body into parts: on a policy's page each is folded below its heading, so that a phone shows the whole in few
 * screens. The text before the first heading, and every warning, is not folded.
 */
import type { ExplainedBlock } from './glossary-terms.ts';

/** A part under a heading of the second level. */
export interface BodyPart {
  /** Its anchor. */
  id: string;
  /** HTML within the heading. */
  heading: string;
  blocks: ExplainedBlock[];
}

export interface FoldedBody {
  lead: ExplainedBlock[];
  parts: BodyPart[];
  warnings: ExplainedBlock[];
}

/** A body with fewer parts is short enough as it is. */
export const MIN_FOLDED_PARTS = 2;

const HEADING = /^\s*<h2 id="([^"]*)"[^>]*>(.*)<\/h2>\s*$/s;

/** Splits a body, in pieces from `explainBlocks`, at its headings; with too few of them all of it is the lead. */
export function foldBody(blocks: readonly ExplainedBlock[]): FoldedBody {
  const body: FoldedBody = { lead: [], parts: [], warnings: [] };
  for (const block of blocks) {
    const [, id, heading] = ('html' in block && HEADING.exec(block.html)) || [];
    if (id !== undefined && heading !== undefined) body.parts.push({ id, heading, blocks: [] });
    else if ('component' in block && block.component.component === 'Warning') body.warnings.push(block);
    else (body.parts.at(-1)?.blocks ?? body.lead).push(block);
  }
  return body.parts.length < MIN_FOLDED_PARTS ? { lead: [...blocks], parts: [], warnings: [] } : body;
}
