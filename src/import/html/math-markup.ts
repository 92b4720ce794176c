/** Formulas of MathML in one line, as those of Word are written: a fraction as (a)/(b), a root as √(a), powers as superscripts. */
import type { ElementContent, Root, RootContent } from 'hast';
import { treeText } from '../../markup/index.ts';
import { element, textNode } from '../hast-elements.ts';

/** The tree with formulas as text; `add` receives signs that were added, `omit` the sources of formulas in other notations. */
export function writeMathMarkup(root: Root, add: (text: string) => void, omit: (text: string) => void): Root {
  const visit = <N extends RootContent>(nodes: readonly N[]): N[] =>
    nodes.map((node): N => {
      if (node.type !== 'element') return node;
      if (node.tagName === 'math') return element('span', written(node.children)) as unknown as N;
      return { ...node, children: visit(node.children) };
    });
  const sign = (text: string): ElementContent => {
    add(text);
    return textNode(text);
  };
  const bracketed = (node: ElementContent | undefined): ElementContent[] => {
    if (node === undefined) return [];
    const inner = written([node]);
    return [...treeText(node).trim()].length > 1 ? [sign('('), ...inner, sign(')')] : inner;
  };
  const written = (nodes: readonly ElementContent[]): ElementContent[] => nodes.flatMap(writtenNode);
  const writtenNode = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    const parts = node.children.filter((child) => child.type === 'element');
    const [first, second, third] = parts;
    if (/^annotation/.test(node.tagName)) {
      omit(treeText(node));
      return [];
    }
    if (node.tagName === 'mfrac') return [...bracketed(first), sign('/'), ...bracketed(second)];
    if (node.tagName === 'msqrt') return [sign('√('), ...written(parts), sign(')')];
    if (node.tagName === 'mroot')
      return [element('sup', written(parts.slice(1))), sign('√('), ...written(parts.slice(0, 1)), sign(')')];
    const low = node.tagName === 'msub' || node.tagName === 'msubsup' ? second : undefined;
    const high = node.tagName === 'msup' ? second : node.tagName === 'msubsup' ? third : undefined;
    if (low === undefined && high === undefined) return written(node.children);
    return [
      ...(first ? written([first]) : []),
      ...(low ? [element('sub', written([low]))] : []),
      ...(high ? [element('sup', written([high]))] : []),
    ];
  };
  return { ...root, children: visit(root.children) };
}
