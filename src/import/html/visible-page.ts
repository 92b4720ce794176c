/** Leaves out of a web page what a browser does not show, and what its author struck out; each with its reason and its place. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { treeText } from '../../markup/index.ts';
import { beginningOf, omissionOf } from '../omission-reasons.ts';
import { countCharacters, type Omission, type OmissionKind } from '../source-document.ts';
import { isProgram, pageText } from './page-text.ts';
import { hiddenByStyleSheet } from './style-sheet.ts';

const BLOCK = /^(?:p|div|li|td|th|h[1-6]|section|article|blockquote|dd|dt|body|caption|figcaption)$/;

export interface VisiblePage {
  root: Root;
  omissions: Omission[];
  sourceCharacters: number;
}

/** The page as it is seen. */
export function visiblePage(page: Root): VisiblePage {
  const omissions: Omission[] = [];
  const isHidden = hiddenByStyleSheet(page);
  const visit = <N extends RootContent>(nodes: readonly N[], waiting: Omission[]): N[] =>
    nodes.flatMap((node): N[] => {
      if (node.type === 'comment' || node.type === 'doctype') return [];
      if (node.type !== 'element') return [node];
      // A program is left empty, so that its removal is reported with its kind.
      if (isProgram(node.tagName)) return [{ ...node, children: [] }];
      const kind = whyLeftOut(node) ?? (isHidden(node) ? 'hidden' : undefined);
      if (kind !== undefined) {
        const text = pageText(node);
        const omission = omissionOf(kind, text);
        if (countCharacters(text) > 0) {
          omissions.push(omission);
          waiting.push(omission);
        }
        return [];
      }
      const isBlock = BLOCK.test(node.tagName);
      const inside: Omission[] = isBlock ? [] : waiting;
      const cleaned: Element = { ...node, children: visit<ElementContent>(node.children, inside) };
      if (isBlock) giveNear(inside, cleaned);
      return [cleaned as Element & N];
    });
  return {
    root: { ...page, children: visit(page.children, []) },
    omissions,
    sourceCharacters: countCharacters(pageText(page)),
  };
}

function giveNear(omissions: readonly Omission[], block: Element): void {
  const text = treeText(block).replace(/\s+/g, ' ');
  for (const omission of omissions) omission.near = beginningOf(text);
}

/** Why an element is left out, by itself and not by a style sheet. */
function whyLeftOut(element: Element): OmissionKind | undefined {
  const { tagName, properties } = element;
  const style = String(properties.style ?? '').toLowerCase();
  const classes = [properties.className].flat().map(String);
  if (tagName === 'del' || properties.dataDelete !== undefined) return 'deleted';
  if (tagName === 's' || tagName === 'strike') return 'struck';
  if (/text-decoration(?:-line)?\s*:[^;]*line-through/.test(style)) return 'struck';
  if (classes.some((name) => /^MsoToc\d|^MsoTof/i.test(name))) return 'table-of-contents';
  if (classes.some((name) => /^(?:msocomtxt|msocomanchor|MsoCommentText|MsoCommentReference)$/i.test(name)))
    return 'comment';
  if (properties.hidden !== undefined && properties.hidden !== false && properties.hidden !== null)
    return 'hidden';
  if (/(?:^|;)\s*display\s*:\s*none/.test(style) || /mso-hide\s*:\s*all/.test(style)) return 'hidden';
  if (tagName === 'dialog' && !properties.open) return 'hidden';
  if (tagName === 'noscript') return 'page-frame';
  // An article of the chat app is hidden until its script runs; anything else that says so is meant.
  if (/(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)/.test(style)) {
    const isArticle = properties.id === 'js_content' || classes.includes('rich_media_content');
    return isArticle ? undefined : 'hidden';
  }
  return undefined;
}
