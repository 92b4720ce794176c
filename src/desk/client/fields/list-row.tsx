/** @jsxImportSource preact */
/** One row of a list that can be put in order: by buttons, by Alt and the arrow keys, or by dragging its handle. */
import type { ComponentChildren } from 'preact';

export interface ListActions {
  /** Moves an item to another place. */
  move: (from: number, to: number) => void;
  remove: (index: number) => void;
}

interface Props extends ListActions {
  index: number;
  count: number;
  /** What the row is called, 第 2 步. */
  name: string;
  children: ComponentChildren;
}

export function ListRow({ index, count, name, move, remove, children }: Props) {
  const moveTo = (to: number) => {
    if (to >= 0 && to < count) move(index, to);
  };
  return (
    <li
      class="row"
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        moveTo(event.key === 'ArrowUp' ? index - 1 : index + 1);
      }}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('text/x-row')) event.preventDefault();
      }}
      onDrop={(event) => {
        const from = event.dataTransfer?.getData('text/x-row') ?? '';
        if (from === '') return;
        event.preventDefault();
        event.stopPropagation();
        const at = Number(from);
        if (Number.isInteger(at) && at < count && at !== index) move(at, index);
      }}
    >
      <span
        class="handle"
        draggable
        title="按住拖动"
        aria-hidden="true"
        onDragStart={(event) => event.dataTransfer?.setData('text/x-row', String(index))}
      >
        ⠿
      </span>
      <div class="row-body">{children}</div>
      <span class="row-buttons">
        <button
          type="button"
          disabled={index === 0}
          aria-label={`${name}往上移`}
          onClick={() => moveTo(index - 1)}
        >
          ↑
        </button>
        <button
          type="button"
          disabled={index === count - 1}
          aria-label={`${name}往下移`}
          onClick={() => moveTo(index + 1)}
        >
          ↓
        </button>
        <button type="button" aria-label={`去掉${name}`} onClick={() => remove(index)}>
          ✕
        </button>
      </span>
    </li>
  );
}

/** The list with one item moved. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}
