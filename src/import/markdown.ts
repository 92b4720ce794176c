/**
 * Converts a cleaned page to the body of an .mdx file: Markdown with the same text, in which nothing runs. hast-util-to-mdast and
 * mdast-util-to-markdown, the libraries of remark, escape Markdown; the braces and angle brackets of MDX are escaped in addition.
 */
import type { Root as Page } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Root, RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { parseBody } from '../markup/index.ts';
import { TO_WRITE } from '../schema/starting-file.ts';

export interface MarkdownBody {
  /** The text of the first heading of the highest level, if any. */
  title: string | undefined;
  markdown: string;
  /** Each paragraph, heading, item and cell as a line, in order. */
  lines: string[];
  /** Its tables: rows of cells, the head first. */
  tables: string[][][];
  /** All of its text, without the title. */
  text: string;
}

/** The body of a cleaned page; an initial heading of the first level becomes the title. */
export function bodyOf(page: Page): MarkdownBody {
  const tree = toMdast(page) as Root;
  const nodes = tree.children.flatMap(onlyWhatIsAllowed);
  const first = titleIndex(nodes);
  const title = first >= 0 ? oneLine(plain(nodes[first] as Nodes)) || undefined : undefined;
  const rest = nodes.filter((_, index) => index !== first || title === undefined);
  const root: Root = { type: 'root', children: levelHeadings(rest) };
  return {
    title,
    markdown: withoutModules(withoutEscapes(serialise(root))),
    lines: linesOf(rest),
    tables: tablesOf(rest),
    text: rest.map((node) => plain(node)).join('\n'),
  };
}

/** The place of the title: the only heading of the first level, or the first one if no text stands above it; -1 without one. */
function titleIndex(nodes: readonly RootContent[]): number {
  const isTitle = (node: RootContent) => node.type === 'heading' && node.depth === 1;
  const first = nodes.findIndex(isTitle);
  const isOnly = nodes.filter(isTitle).length === 1;
  const isAboveAll = nodes.slice(0, Math.max(0, first)).every((node) => plain(node).trim() === '');
  return isOnly || isAboveAll ? first : -1;
}

/** A title of several lines on one: Chinese lines are joined, Latin words keep a space between them. */
function oneLine(title: string): string {
  return (
    title
      .replace(/(?<=[\w.,])\s*\n\s*(?=\w)/g, ' ')
      .replace(/\s*\n\s*/g, '')
      // 通　　知 is spread over its line.
      .replace(/(?<=[\p{Script=Han}》”])(\p{Script=Han})[ \u3000]+(?=\p{Script=Han}$)/u, '$1')
      .trim()
  );
}

function serialise(root: Root): string {
  return toMarkdown(root, {
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    rule: '-',
    unsafe: [{ character: '{' }, { character: '}' }, { character: '<' }, { character: '~' }],
  });
}

/**
 * Replaces escapes that a body does not need: numeric character references, **日期：**&#x516D;月, which remark writes so that stars next to punctuation work; in a body they work
 * without. Unchanged if the body would be parsed differently.
 */
function withoutEscapes(markdown: string): string {
  const read = (text: string) => JSON.stringify(parseBody(text, '', 1).body);
  const written = unescaped(markdown);
  if (written === markdown || read(written) === read(markdown)) return written;
  // One paragraph that needs its escapes leaves the others theirs.
  return markdown
    .split('\n\n')
    .map((block) => (read(unescaped(block)) === read(block) ? unescaped(block) : block))
    .join('\n\n');
}

function unescaped(markdown: string): string {
  return (
    markdown
      .replace(/(?<!\\)&#x([0-9A-F]+);/g, (number, hex: string) => {
        const character = String.fromCodePoint(Number.parseInt(hex, 16));
        return /[\p{L}\p{N}\p{P}]/u.test(character) && !/[!-/:-@[-`{-~]/.test(character) ? character : number;
      })
      // The mark of a note: 300[1]元.
      .replace(/\\\[((?:尾注)?\d{1,3})\](?![(:[])/g, '[$1]')
  );
}

/** A line that begins with `import` or `export` would be a module's: its first letter is written as a numeric reference. */
function withoutModules(markdown: string): string {
  return markdown.replace(/^([ \t>-]*)(im|ex)(?=port\b)/gm, (_, before: string, word: string) => {
    return `${before}&#${word.charCodeAt(0)};${word.slice(1)}`;
  });
}

function onlyWhatIsAllowed<N extends RootContent>(node: N): N[] {
  if (node.type === 'html') return [];
  if (node.type === 'delete') return node.children.flatMap(onlyWhatIsAllowed) as RootContent[] as N[];
  if (node.type === 'code')
    return [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }] as RootContent[] as N[];
  if (node.type === 'inlineCode') return [{ type: 'text', value: node.value }] as RootContent[] as N[];
  if (node.type === 'image')
    return [{ ...node, title: null, alt: node.alt?.trim() || `${TO_WRITE}图上是什么` }];
  if (node.type === 'link')
    return [{ ...node, title: null, children: node.children.flatMap(onlyWhatIsAllowed) }];
  if ('children' in node)
    return [{ ...node, children: (node.children as RootContent[]).flatMap(onlyWhatIsAllowed) } as N];
  return [node];
}

/** Moves the headings of a body to the second to fourth level, without gaps. */
function levelHeadings(nodes: readonly RootContent[]): RootContent[] {
  const depths = [...new Set(nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : [])))].sort();
  return nodes.map((node) =>
    node.type === 'heading'
      ? { ...node, depth: Math.min(4, 2 + depths.indexOf(node.depth)) as 2 | 3 | 4 }
      : node,
  );
}

function linesOf(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      return plain(node)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    }
    return 'children' in node ? linesOf(node.children as RootContent[]) : [];
  });
}

function tablesOf(nodes: readonly RootContent[]): string[][][] {
  return nodes.flatMap((node): string[][][] => {
    if (node.type === 'table') {
      return [
        node.children.map((row) => row.children.map((cell) => plain(cell).replace(/\s+/g, ' ').trim())),
      ];
    }
    return 'children' in node ? tablesOf(node.children as RootContent[]) : [];
  });
}

function plain(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => plain(child)).join('') : '';
}
