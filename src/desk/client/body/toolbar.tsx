/** @jsxImportSource preact */
/** The buttons above the body, one stop of the Tab key: arrows go from one to the next. */
import type { Command } from 'prosemirror-state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import type { ComponentName } from '../../../documents/block.ts';
import {
  insertComponent,
  insertTable,
  isMarked,
  isWithin,
  removeLink,
  toggleBold,
  toggleHeading,
  toggleList,
} from './commands.ts';
import { componentLabels, helpOf } from './known-components.ts';

interface Props {
  view: EditorView;
  onLink: () => void;
  onPicture: () => void;
}

interface Tool {
  label: string;
  help?: string;
  run: Command | (() => void);
  isPressed?: boolean;
}

export function Toolbar({ view, onLink, onPicture }: Props) {
  const { state } = view;
  const texts: Tool[] = [
    { label: '小标题', run: toggleHeading(2), isPressed: isWithin(state, 'heading', { level: 2 }) },
    { label: '更小的标题', run: toggleHeading(3), isPressed: isWithin(state, 'heading', { level: 3 }) },
    { label: '加粗', run: toggleBold, isPressed: isMarked(state, 'strong') },
    { label: '列表', run: toggleList('bulletList'), isPressed: isWithin(state, 'bulletList') },
    { label: '编号', run: toggleList('orderedList'), isPressed: isWithin(state, 'orderedList') },
    isMarked(state, 'link')
      ? { label: '去掉链接', run: removeLink }
      : { label: '链接', help: '连到本站的另一篇，或者别的网址', run: onLink },
    { label: '照片', run: onPicture },
    { label: '表格', run: insertTable },
  ];
  const table: Tool[] = isInTable(state)
    ? [
        { label: '加一行', run: addRowAfter },
        { label: '加一列', run: addColumnAfter },
        { label: '去掉这行', run: deleteRow },
        { label: '去掉这列', run: deleteColumn },
        { label: '去掉表格', run: deleteTable },
      ]
    : [];
  const boxes: Tool[] = (Object.keys(componentLabels) as ComponentName[]).map((name) => ({
    label: componentLabels[name],
    help: helpOf(name),
    run: insertComponent(name),
  }));
  return (
    <div class="toolbar" role="toolbar" aria-label="正文的写法" onKeyDown={moveBetweenTools}>
      {[...texts, ...table, ...boxes].map(({ label, help, run, isPressed }, index) => (
        <button
          key={label}
          type="button"
          title={help}
          tabIndex={index === 0 ? 0 : -1}
          aria-pressed={isPressed}
          // The selection in the text stays.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (run === onLink || run === onPicture) (run as () => void)();
            else {
              (run as Command)(view.state, view.dispatch, view);
              view.focus();
            }
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function moveBetweenTools(event: KeyboardEvent): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  const tools = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('button')];
  const at = tools.indexOf(document.activeElement as HTMLElement);
  tools[(at + (event.key === 'ArrowRight' ? 1 : tools.length - 1)) % tools.length]?.focus();
  event.preventDefault();
}
