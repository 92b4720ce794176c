/** The copy of unsaved work in the browser's own store: it survives a crash and a closed window. */
import type { Draft } from './session-view.ts';
import type { DocumentState } from './wire.ts';

/** What was typed, and the saved state that it began with. */
export interface UnsavedCopy {
  base: Pick<DocumentState, 'revision' | 'text' | 'fields' | 'body'>;
  draft: Draft;
}

export function keepCopy(name: string, { base, draft }: UnsavedCopy): void {
  const { revision, text, fields, body } = base;
  try {
    localStorage.setItem(name, JSON.stringify({ base: { revision, text, fields, body }, draft }));
  } catch {
    // A full store: the server has all but the last second.
  }
}

/** Undefined without a copy, or for one that another version of the desk wrote. */
export function readCopy(name: string): UnsavedCopy | undefined {
  try {
    const copy = JSON.parse(localStorage.getItem(name) ?? 'null') as UnsavedCopy | null;
    return typeof copy?.base?.text === 'string' ? copy : undefined;
  } catch {
    return undefined;
  }
}

export function dropCopy(name: string): void {
  localStorage.removeItem(name);
}
