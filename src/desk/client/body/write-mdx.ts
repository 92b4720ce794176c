/** Writes a document of the editor as the MDX text of a body. */
import type { BlockContent, PhrasingContent, RootContent, TableRow } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Mark, Node } from 'prosemirror-model';
import { type KnownComponents, readMdx } from './read-mdx.ts';

/** The body, each block followed by a blank line, with a line end at its end; '' for an empty document. */
export function writeMdx(doc: Node, components: KnownComponents): string {
  const text = writeBlocks(doc, components);
  return text === '' ? '' : `${text}\n`;
}

function writeBlocks(parent: Node, components: KnownComponents): string {
  const blocks: string[] = [];
  parent.forEach((node) => {
    const text = writeBlock(node, components);
    if (text !== '') blocks.push(text);
  });
  return blocks.join('\n\n');
}

function writeBlock(node: Node, components: KnownComponents): string {
  const { name, attributes } = node.attrs as { name: string; attributes: Record<string, string> };
  if (node.type.name === 'source') return String(node.attrs.text);
  if (node.type.name === 'button') return `<${name}${writeAttributes(attributes)} />`;
  if (node.type.name === 'component')
    return `<${name}${writeAttributes(attributes)}>\n\n${writeBlocks(node, components)}\n\n</${name}>`;
  return writeMarkdown(node, components);
}

function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${value.replace(/"/g, '”').replace(/\n/g, '')}"`)
    .join('');
}

/** Around the number of a part that is written as it is. */
const [PRESERVED_BEGIN, PRESERVED_END] = ['\uF8F0', '\uF8F1'];

/** A block as Markdown, with as few escapes as it needs to be read back the same. */
function writeMarkdown(node: Node, components: KnownComponents): string {
  const preserved: string[] = [];
  const escaped = toMarkdown(
    { type: 'root', children: [blockOf(node, preserved)] },
    {
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
      bullet: '-',
      rule: '-',
      listItemIndent: 'one',
      unsafe: [{ character: '{' }, { character: '}' }, { character: '<' }, { character: '~' }],
    },
  ).trimEnd();
  const restored = (text: string) =>
    text.replace(
      new RegExp(`${PRESERVED_BEGIN}(\\d+)${PRESERVED_END}`, 'g'),
      (_, at: string) => preserved[Number(at)] ?? '',
    );
  const isSame = (text: string) => {
    const doc = readMdx(text, components);
    return doc.childCount === 1 && doc.child(0).eq(node);
  };
  const candidates = [plain(withoutReferences(escaped)), withoutReferences(escaped), escaped].map(restored);
  return withoutModules(candidates.find(isSame) ?? restored(escaped));
}

/** Without the references, **日期：**&#x516D;月, that remark writes so that stars next to punctuation work: in a body they do. */
function withoutReferences(text: string): string {
  return text.replace(/&#x([0-9A-F]+);/g, (reference, hex: string) => {
    const character = String.fromCodePoint(Number.parseInt(hex, 16));
    return /[^\s!-~]/.test(character) ? character : reference;
  });
}

/** Escaped texts in which a mark may be one of a pair; a single ~ is none, as in 5~10日. */
const MAY_PAIR: Readonly<Record<string, RegExp>> = { '*': /\*.*\*/s, _: /_.*_/s, '~': /~\\~/ };

/**
 * Without backslashes before marks that mean nothing there. Two stars, underscores or tildes can be a pair for the parser of bodies where
 * they are none for the reader of the editor, and a backslash of the text before a mark can be its escape: there they stay.
 */
function plain(text: string): string {
  return text.replace(/(?<!\\)\\([[\]()_*~&#+.>-])/g, (escaped, mark: string) =>
    MAY_PAIR[mark]?.test(text) ? escaped : mark,
  );
}

/** A line that begins with `import` or `export` would be a module's. */
function withoutModules(text: string): string {
  return text.replace(
    /^([ \t>-]*)([ie])(?=(?:m|x)port\b)/gm,
    (_, before: string, letter: string) => `${before}&#${letter.charCodeAt(0)};`,
  );
}

function blockOf(node: Node, preserved: string[]): RootContent {
  const children = () => {
    const list: BlockContent[] = [];
    node.forEach((child) => {
      list.push(blockOf(child, preserved) as BlockContent);
    });
    return list;
  };
  switch (node.type.name) {
    case 'heading':
      return { type: 'heading', depth: node.attrs.level, children: inlineOf(node, preserved) };
    case 'quote':
      return { type: 'blockquote', children: children() };
    case 'rule':
      return { type: 'thematicBreak' };
    case 'bulletList':
    case 'orderedList':
      return listOf(node, preserved);
    case 'table':
      return tableOf(node, preserved);
    case 'component':
    case 'button':
    case 'source':
      // Not made by the editor within a list or a quotation; read back it would not be the same.
      return { type: 'paragraph', children: [{ type: 'text', value: node.textContent }] };
    default:
      return { type: 'paragraph', children: inlineOf(node, preserved) };
  }
}

function listOf(node: Node, preserved: string[]): RootContent {
  const isLoose = node.attrs.isLoose === true;
  const isOrdered = node.type.name === 'orderedList';
  const children: { type: 'listItem'; spread: boolean; children: BlockContent[] }[] = [];
  node.forEach((item) => {
    const content: BlockContent[] = [];
    item.forEach((child) => {
      content.push(blockOf(child, preserved) as BlockContent);
    });
    children.push({ type: 'listItem', spread: isLoose, children: content });
  });
  return {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered ? node.attrs.start : null,
    spread: isLoose,
    children,
  };
}

function tableOf(node: Node, preserved: string[]): RootContent {
  const rows: TableRow[] = [];
  node.forEach((row) => {
    const cells: TableRow['children'] = [];
    row.forEach((cell) => {
      cells.push({
        type: 'tableCell',
        children: cell.firstChild ? inlineOf(cell.firstChild, preserved) : [],
      });
    });
    rows.push({ type: 'tableRow', children: cells });
  });
  return { type: 'table', children: rows };
}

const markOrder = ['link', 'strong', 'emphasis'] as const;

/** The inline content, with marks that go on over several nodes written once. */
function inlineOf(parent: Node, preserved: string[]): PhrasingContent[] {
  const list: Node[] = [];
  parent.forEach((node) => {
    list.push(node);
  });
  return nest(list, [], preserved);
}

function nest(list: readonly Node[], done: readonly Mark[], preserved: string[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let at = 0; at < list.length; ) {
    const node = list[at] as Node;
    const mark = markOrder
      .map((name) => node.marks.find((each) => each.type.name === name && !each.isInSet(done)))
      .find((each) => each !== undefined);
    if (mark === undefined) {
      out.push(leafOf(node, preserved));
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < list.length && mark.isInSet(list[end]?.marks ?? [])) end += 1;
    out.push(wrapped(mark, nest(list.slice(at, end), [...done, mark], preserved)));
    at = end;
  }
  return out;
}

function wrapped(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  if (mark.type.name === 'link')
    return { type: 'link', url: mark.attrs.href, title: mark.attrs.title, children } as PhrasingContent;
  return { type: mark.type.name as 'strong' | 'emphasis', children };
}

function leafOf(node: Node, preserved: string[]): PhrasingContent {
  switch (node.type.name) {
    case 'image':
      return { type: 'image', url: node.attrs.src, alt: node.attrs.alt };
    case 'hardBreak':
      return { type: 'break' };
    case 'inlineSource':
      return {
        type: 'text',
        value: `${PRESERVED_BEGIN}${preserved.push(node.attrs.text) - 1}${PRESERVED_END}`,
      };
    default:
      return { type: 'text', value: node.text ?? '' };
  }
}
