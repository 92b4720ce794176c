/**
 * The one parser of bodies: from the text of an .mdx file, below its fields, to blocks for all outputs. Safe by construction: the text is
 * never compiled to a module and never run.
 */
import type { DocumentBody } from '../documents/block.ts';
import { findComponentDepthIssue, findDepthIssue, findLengthIssue } from '../documents/content-limits.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { type BodyParts, positionOf } from '../documents/source.ts';
import type { CollectionName } from '../schema/collection-name.ts';
import { bodyParts } from './body-parts.ts';
import { findPrivateCharacter, originalColumn, prepareChinese } from './chinese.ts';
import type { HtmlBuilder } from './html-builder.ts';
import { normalizeTree } from './normalize-tree.ts';
import { mistypedTag, plainAttributes } from './plain-attributes.ts';
import { walkNode } from './serialise.ts';
import { syntaxFault } from './syntax-error.ts';
import { type MdNode, parseTree } from './tree.ts';

/** A reference in a body to a document or record, with its position. */
export interface BodyReference {
  id: string;
  targets: readonly CollectionName[];
  line: number;
  column: number;
}

export interface ParsedBody {
  body: DocumentBody;
  references: BodyReference[];
  /** Its texts, links and pictures with their positions; empty unless requested. */
  parts: BodyParts;
  diagnostics: Diagnostic[];
}

/**
 * Parses `source`, which begins on line `firstLine` of `file`. Never throws for editors' errors. Collects the parts if `partsOffset`, the
 * offset of the body in its file, is given.
 */
export function parseBody(source: string, file: string, firstLine: number, partsOffset?: number): ParsedBody {
  const parsed: ParsedBody = {
    body: { blocks: [], headings: [] },
    references: [],
    parts: { texts: [], links: [], images: [] },
    diagnostics: [],
  };
  const beyond = findDepthIssue(source) ?? findComponentDepthIssue(source) ?? findLengthIssue(source);
  if (beyond) {
    const { line, column } = positionOf(source, beyond.offset);
    const place = { line: line + firstLine - 1, column };
    parsed.diagnostics.push({
      file,
      ...place,
      severity: 'error',
      rule: 'file/too-deep',
      message: beyond.message,
    });
    return parsed;
  }
  const prepared = prepareChinese(source);
  const place = (line: number, column: number) => ({
    line: line + firstLine - 1,
    column: originalColumn(prepared, line, column),
  });
  const report = (line: number, column: number, rule: string, message: string) =>
    parsed.diagnostics.push({ file, ...place(line, column), severity: 'error', rule, message });

  const odd = findPrivateCharacter(source);
  if (odd >= 0) {
    const before = source.slice(0, odd).split('\n');
    const message = '这里有一个看不见的怪字符，多半是从别处粘贴带来的。请删掉它，重新打这几个字。';
    report(before.length, (before.at(-1)?.length ?? 0) + 1, 'text/private-character', message);
    return parsed;
  }

  try {
    const builder: HtmlBuilder = {
      ...parsed.body,
      report: (node, rule, message) => report(...startOf(node), rule, message),
      refer: (node, id, targets) => parsed.references.push({ id, targets, ...place(...startOf(node)) }),
    };
    const tree = parseTree(prepared);
    normalizeTree(tree, prepared);
    walkNode(tree, builder);
    if (partsOffset !== undefined) parsed.parts = bodyParts(tree, prepared, partsOffset);
  } catch (error) {
    const { line, column, message } = syntaxFault(error);
    const tag = mistypedTag(source.split('\n')[line - 1] ?? '');
    const words =
      tag === undefined
        ? message
        : `「${tag}」里的等号和引号是中文的，读不懂。请写成「${plainAttributes(tag)}」。`;
    report(line, column, 'mdx/syntax', words);
  }
  return parsed;
}

function startOf(node: MdNode): [line: number, column: number] {
  const start = node.position?.start;
  return [start?.line ?? 1, start?.column ?? 1];
}
