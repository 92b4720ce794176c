/**
 * Reads the MDX text of a body into a document of the editor. What the editor cannot show as it looks, such as code or tags within a
 * sentence, becomes a part that keeps its text.
 */
import type { BlockContent, PhrasingContent, RootContent, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Mark, Node } from 'prosemirror-model';
import { originalOffsets, prepareChinese, restoreAttribute, restoreText } from '../../../markup/chinese.ts';
import { bodySchema } from './schema.ts';
import { type BodyPart, splitComponents } from './split-components.ts';

/** Thrown for a block that is kept as text. */
class KeptAsText extends Error {}

const { nodes, marks } = bodySchema;

/** The components that the editor knows: with content or without. */
export interface KnownComponents {
  hasChildren(name: string): boolean | undefined;
}

/** Never throws: in the worst case the whole body is one part that keeps its text. */
export function readMdx(body: string, components: KnownComponents): Node {
  const content = readParts(body, components);
  return nodes.doc.create(null, content.length > 0 ? content : nodes.paragraph.create());
}

function readParts(body: string, components: KnownComponents): Node[] {
  return splitComponents(body).flatMap((part) =>
    part.kind === 'markdown' ? readMarkdown(part.text) : readComponent(part, components),
  );
}

function readComponent(part: Extract<BodyPart, { kind: 'component' }>, components: KnownComponents): Node[] {
  const hasChildren = components.hasChildren(part.name);
  const attrs = { name: part.name, attributes: part.attributes };
  if (hasChildren === false && part.inner === undefined) return [nodes.button.create(attrs)];
  if (hasChildren === true && part.inner !== undefined) {
    const inner = readParts(part.inner, components);
    return [nodes.component.create(attrs, inner.length > 0 ? inner : nodes.paragraph.create())];
  }
  return [sourceOf(part.text)];
}

const sourceOf = (text: string) => nodes.source.create({ text });

const INLINE_TAG = /<[A-Z]\w*(?:\s+\w+\s*=\s*"[^"]*")*\s*\/>/g;
/** Around the number of an inline tag while Markdown is parsed: private characters that no body may hold. */
const [TAG_BEGIN, TAG_END] = ['\uF8F0', '\uF8F1'];
const TAG_NUMBER = new RegExp(`${TAG_BEGIN}(\\d+)${TAG_END}`);

function readMarkdown(text: string): Node[] {
  const tags: string[] = [];
  const withNumbers = text.replace(INLINE_TAG, (tag) => `${TAG_BEGIN}${tags.push(tag) - 1}${TAG_END}`);
  const prepared = prepareChinese(withNumbers);
  const original = originalOffsets(prepared);
  const tree = fromMarkdown(prepared, {
    extensions: [gfmTable(), { disable: { null: ['codeIndented', 'htmlFlow', 'htmlText', 'autolink'] } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const restoreTags = (part: string) =>
    part.replace(new RegExp(TAG_NUMBER, 'g'), (_, number: string) => tags[Number(number)] ?? '');
  // A definition belongs to links in other blocks: such a text is not taken apart.
  if (tree.children.some(({ type }) => type === 'definition')) return [sourceOf(text.trim())];
  return tree.children.map((node) => {
    const from = original(node.position?.start.offset ?? 0);
    const source = withNumbers.slice(from, original(node.position?.end.offset ?? 0));
    try {
      if (/(?<!\\)(?:\\\\)*[<{}]|~~/.test(source)) throw new KeptAsText();
      return readBlock(node, tags);
    } catch (error) {
      if (!(error instanceof KeptAsText)) throw error;
      return sourceOf(restoreTags(source));
    }
  });
}

function readBlock(node: RootContent, tags: readonly string[]): Node {
  const blocks = (children: readonly RootContent[]) => children.map((child) => readBlock(child, tags));
  switch (node.type) {
    case 'paragraph':
      return nodes.paragraph.create(null, readInline(node.children, tags));
    case 'heading':
      if (node.depth < 2 || node.depth > 4) throw new KeptAsText();
      return nodes.heading.create({ level: node.depth }, readInline(node.children, tags));
    case 'blockquote':
      return nodes.quote.createChecked(null, blocks(node.children));
    case 'thematicBreak':
      return nodes.rule.create();
    case 'list': {
      const isLoose = node.spread === true || node.children.some((item) => item.spread === true);
      const items = node.children.map((item) => listItem(blocks(item.children as BlockContent[])));
      if (node.ordered !== true) return nodes.bulletList.create({ isLoose }, items);
      return nodes.orderedList.create({ isLoose, start: node.start ?? 1 }, items);
    }
    case 'table':
      if (node.align?.some((align) => align !== null)) throw new KeptAsText();
      return nodes.table.create(
        null,
        node.children.map((row, index) => {
          const type = index === 0 ? nodes.table_header : nodes.table_cell;
          const width = node.children[0]?.children.length ?? 0;
          if (row.children.length !== width) throw new KeptAsText();
          return nodes.table_row.create(
            null,
            row.children.map((cell: TableCell) =>
              type.create(null, nodes.paragraph.create(null, readInline(cell.children, tags))),
            ),
          );
        }),
      );
    default:
      throw new KeptAsText();
  }
}

function listItem(content: Node[]): Node {
  const first = content[0];
  if (first === undefined) return nodes.listItem.create(null, nodes.paragraph.create());
  if (first.type !== nodes.paragraph) throw new KeptAsText();
  return nodes.listItem.create(null, content);
}

function readInline(
  children: readonly PhrasingContent[],
  tags: readonly string[],
  active: readonly Mark[] = [],
): Node[] {
  return children.flatMap((node): Node[] => {
    switch (node.type) {
      case 'text':
        return readText(node.value, tags, active);
      case 'strong':
        return readInline(node.children, tags, marks.strong.create().addToSet(active));
      case 'emphasis':
        return readInline(node.children, tags, marks.emphasis.create().addToSet(active));
      case 'link': {
        const link = marks.link.create({ href: restoreAttribute(node.url), title: node.title ?? null });
        return readInline(node.children, tags, link.addToSet(active));
      }
      case 'image':
        if (node.title) throw new KeptAsText();
        return [
          nodes.image.create(
            { src: restoreAttribute(node.url), alt: restoreText(node.alt ?? '') },
            null,
            active,
          ),
        ];
      case 'break':
        return [nodes.hardBreak.create(null, null, active)];
      default:
        throw new KeptAsText();
    }
  });
}

function readText(value: string, tags: readonly string[], active: readonly Mark[]): Node[] {
  return restoreText(value)
    .split(TAG_NUMBER)
    .flatMap((piece, index): Node[] => {
      if (index % 2 === 1)
        return [nodes.inlineSource.create({ text: tags[Number(piece)] ?? '' }, null, active)];
      return piece === '' ? [] : [bodySchema.text(piece, active)];
    });
}
