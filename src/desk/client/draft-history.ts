/** The earlier and later states of a form, for taking changes back and bringing them again. */

/** The most changes that can be taken back. */
const MAX_STATES = 100;

export interface DraftHistory<T> {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Notes `draft` before a change of `field`; changes of one field after another count as one, except for ''. */
  note(draft: T, field: string): void;
  /** The state before `draft`; undefined without one. */
  undo(draft: T): T | undefined;
  /** The state that was taken back last; undefined without one. */
  redo(draft: T): T | undefined;
}

export function openDraftHistory<T>(): DraftHistory<T> {
  let past: T[] = [];
  let future: T[] = [];
  let lastField = '';
  return {
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    note(draft, field) {
      if (field !== lastField || field === '') past = [...past, draft].slice(-MAX_STATES);
      lastField = field;
      future = [];
    },
    undo(draft) {
      const previous = past.at(-1);
      if (previous === undefined) return undefined;
      past = past.slice(0, -1);
      future = [...future, draft];
      lastField = '';
      return previous;
    },
    redo(draft) {
      const next = future.at(-1);
      if (next === undefined) return undefined;
      future = future.slice(0, -1);
      past = [...past, draft];
      lastField = '';
      return next;
    },
  };
}
