/** What the buttons of the body editor do. */
import { setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { Attrs, Node } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import { isInTable } from 'prosemirror-tables';
import { knownComponents } from './known-components.ts';
import { bodySchema } from './schema.ts';

const { nodes, marks } = bodySchema;

/** Whether the selection lies in a node of this type. */
export function isWithin({ selection }: EditorState, name: string, attrs: Attrs = {}): boolean {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === name && Object.entries(attrs).every(([key, value]) => node.attrs[key] === value))
      return true;
  }
  return false;
}

export function isMarked({ selection, doc, storedMarks }: EditorState, name: 'strong' | 'link'): boolean {
  const { from, to, empty, $from } = selection;
  if (empty) return marks[name].isInSet(storedMarks ?? $from.marks()) !== undefined;
  return doc.rangeHasMark(from, to, marks[name]);
}

export const toParagraph: Command = setBlockType(nodes.paragraph);
export const toggleBold: Command = toggleMark(marks.strong);

/** A heading, or a paragraph again. */
export function toggleHeading(level: number): Command {
  return (state, dispatch) =>
    (isWithin(state, 'heading', { level }) ? toParagraph : setBlockType(nodes.heading, { level }))(
      state,
      dispatch,
    );
}

/** A list, or its item out of it. */
export function toggleList(name: 'bulletList' | 'orderedList'): Command {
  return (state, dispatch) =>
    (isWithin(state, name) ? liftListItem(nodes.listItem) : wrapInList(nodes[name]))(state, dispatch);
}

/** The selected paragraphs in a box, or a button below them. */
export function insertComponent(name: string): Command {
  return (state, dispatch, view) => {
    if (knownComponents.hasChildren(name) === true)
      return wrapIn(nodes.component, { name, attributes: {} })(state, dispatch, view);
    return insertBlock(nodes.button.create({ name, attributes: {} }))(state, dispatch, view);
  };
}

/** A table of two columns and three rows, its head included. */
export const insertTable: Command = (state, dispatch, view) => {
  if (isInTable(state)) return false;
  const row = (type: typeof nodes.table_cell) =>
    nodes.table_row.create(
      null,
      [0, 1].map(() => type.create(null, nodes.paragraph.create())),
    );
  const table = nodes.table.create(null, [
    row(nodes.table_header),
    row(nodes.table_cell),
    row(nodes.table_cell),
  ]);
  return insertBlock(table)(state, dispatch, view);
};

/** Puts a block behind the top-level block of the selection, or in its place if that is an empty paragraph. */
function insertBlock(block: Node): Command {
  return ({ selection, tr }, dispatch) => {
    const { $from } = selection;
    if ($from.depth === 0) return false;
    const [from, to] = [$from.before(1), $from.after(1)];
    const isEmpty = $from.node(1).type === nodes.paragraph && $from.node(1).content.size === 0;
    if (dispatch) {
      const at = isEmpty ? from : to;
      if (isEmpty) tr.replaceWith(from, to, block);
      else tr.insert(to, block);
      if (block.type.name === 'table') tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** A link over the selection, or over its own text where nothing is selected. */
export function setLink(href: string, text: string): Command {
  return ({ selection, tr }, dispatch) => {
    const link = marks.link.create({ href });
    if (dispatch) {
      const { from, to, empty } = selection;
      if (empty) tr.insert(from, bodySchema.text(text, [link]));
      else tr.removeMark(from, to, marks.link).addMark(from, to, link);
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

export const removeLink: Command = ({ selection, tr }, dispatch) => {
  dispatch?.(tr.removeMark(selection.from, selection.to, marks.link));
  return true;
};

export function insertPicture(src: string, alt: string): Command {
  return ({ tr }, dispatch) => {
    dispatch?.(tr.replaceSelectionWith(nodes.image.create({ src, alt }), false).scrollIntoView());
    return true;
  };
}
