/** The editor of a body as ProseMirror's view: keys, typing rules, tables, and what is pasted. */
import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { type Node, Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { post } from '../api.ts';
import { fileKindOf } from '../file-kind.ts';
import { toggleBold } from './commands.ts';
import { componentView } from './component-view.tsx';
import { knownComponents } from './known-components.ts';
import { readMdx } from './read-mdx.ts';
import { bodySchema } from './schema.ts';

const { nodes } = bodySchema;

const insertBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hardBreak.create()).scrollIntoView());
  return true;
};

const plugins = [
  inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*·•]\s$/, nodes.bulletList),
      wrappingInputRule(/^(\d+)[.、]\s$/, nodes.orderedList, (match) => ({ start: Number(match[1]) })),
      textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (match) => ({ level: match[1]?.length ?? 2 })),
    ],
  }),
  keymap({
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Mod-b': toggleBold,
    Enter: splitListItem(nodes.listItem),
    'Shift-Enter': chainCommands(exitCode, insertBreak),
    // Tab leaves the editor, but for lists and tables: a keyboard must find the way out.
    Tab: chainCommands(goToNextCell(1), sinkListItem(nodes.listItem)),
    'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(nodes.listItem)),
  }),
  keymap(baseKeymap),
  history(),
  tableEditing(),
];

interface EditorOptions {
  labelledBy: string;
  /** Called after each change of the document. */
  onChange: (doc: Node) => void;
  /** Called after each change of the selection or document. */
  onUpdate: (view: EditorView) => void;
  onFile: (file: File) => void;
  onFailure: (message: string) => void;
}

export function openEditor(place: HTMLElement, doc: Node, options: EditorOptions): EditorView {
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({ doc, plugins }),
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': options.labelledBy,
      spellcheck: 'false',
    },
    nodeViews: { component: componentView, button: componentView },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) options.onChange(view.state.doc);
      options.onUpdate(view);
    },
    handlePaste(_, event) {
      const file = event.clipboardData?.files[0];
      const html = event.clipboardData?.getData('text/html') ?? '';
      if (file?.type.startsWith('image/') && html === '') {
        options.onFile(file);
        return true;
      }
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // What was copied in this editor is understood as it is, and plain words are typed.
      if (html === '' ? !isTable(text) : html.includes('data-pm-slice')) return false;
      pasteForeign(view, html === '' ? { text } : { html }).catch((error: Error) =>
        options.onFailure(error.message),
      );
      return true;
    },
    handleDrop(_, event) {
      const file = event.dataTransfer?.files[0];
      if (file === undefined || fileKindOf(file) !== 'picture') return false;
      event.preventDefault();
      options.onFile(file);
      return true;
    },
  });
  return view;
}

/** Whether a text is the cells of a spreadsheet. */
const isTable = (text: string): boolean => text.split('\n', 1)[0]?.includes('\t') === true;

/** Pastes a web page, a chat article or a table of a spreadsheet as the import would read it. */
async function pasteForeign(view: EditorView, copied: { html: string } | { text: string }): Promise<void> {
  const { body } = await post<{ body: string }>('paste', copied);
  const { content } = readMdx(body, knownComponents);
  const isOneParagraph = content.childCount === 1 && content.firstChild?.type === nodes.paragraph;
  view.dispatch(
    view.state.tr
      .replaceSelection(new Slice(content, isOneParagraph ? 1 : 0, isOneParagraph ? 1 : 0))
      .scrollIntoView(),
  );
}

/** Shows another document, as after somebody else's change. */
export function replaceDocument(view: EditorView, doc: Node): void {
  view.updateState(EditorState.create({ doc, plugins: view.state.plugins }));
}
