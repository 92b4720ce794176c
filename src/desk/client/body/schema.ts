/** The documents of the body editor: nothing can be made in them that a body may not hold. */
import { type NodeSpec, Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

/** A part that the editor does not take apart: its text in the file is kept as it is. */
const sourceAttrs = { attrs: { text: { validate: 'string' } }, atom: true } as const;

const cells = tableNodes({ tableGroup: 'block', cellContent: 'paragraph', cellAttributes: {} });

const nodes = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    group: 'block',
    content: 'inline*',
    attrs: { level: { default: 2, validate: 'number' } },
    defining: true,
    parseDOM: [1, 2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level: Math.max(2, level) } })),
    toDOM: (node) => [`h${node.attrs.level}`, 0],
  },
  bulletList: {
    group: 'block',
    content: 'listItem+',
    attrs: { isLoose: { default: false, validate: 'boolean' } },
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  orderedList: {
    group: 'block',
    content: 'listItem+',
    attrs: { isLoose: { default: false, validate: 'boolean' }, start: { default: 1, validate: 'number' } },
    parseDOM: [{ tag: 'ol' }],
    toDOM: ({ attrs }) => ['ol', { start: attrs.start }, 0],
  },
  listItem: {
    content: 'paragraph block*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  quote: {
    group: 'block',
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  component: {
    group: 'block',
    content: 'block+',
    attrs: { name: { validate: 'string' }, attributes: { default: {} } },
    defining: true,
    isolating: true,
    toDOM: ({ attrs }) => ['section', { 'data-name': attrs.name }, 0],
  },
  /** A component without content. */
  button: {
    group: 'block',
    attrs: { name: { validate: 'string' }, attributes: { default: {} } },
    atom: true,
    toDOM: ({ attrs }) => ['section', { 'data-name': attrs.name }],
  },
  source: { ...sourceAttrs, group: 'block', toDOM: ({ attrs }) => ['pre', { class: 'as-is' }, attrs.text] },
  inlineSource: {
    ...sourceAttrs,
    group: 'inline',
    inline: true,
    toDOM: ({ attrs }) => ['code', { class: 'as-is' }, attrs.text],
  },
  image: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { src: { validate: 'string' }, alt: { default: '', validate: 'string' } },
    toDOM: ({ attrs }) => ['span', { class: 'picture', title: attrs.src }, `照片：${attrs.alt}`],
  },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  ...cells,
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>;

export const bodySchema = new Schema({
  nodes: nodes as Record<keyof typeof nodes, NodeSpec>,
  marks: {
    link: {
      attrs: { href: { validate: 'string' }, title: { default: null, validate: 'string|null' } },
      inclusive: false,
      toDOM: ({ attrs }) => ['a', { href: attrs.href, title: attrs.href }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
});
