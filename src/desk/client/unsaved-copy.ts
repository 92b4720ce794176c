/** The copy of unsaved work in the browser's own store: it survives a crash and a closed window. */
import type { Fields } from './wire.ts';

interface Texts {
  fields: Fields;
  body: string;
}

/** What was typed, and the saved state that it began with. */
export interface UnsavedCopy {
  base: Texts;
  draft: Texts;
}

export function keepCopy(name: string, copy: UnsavedCopy): void {
  try {
    localStorage.setItem(name, JSON.stringify(copy));
  } catch {
    // A full store: the server has all but the last second.
  }
}

export function readCopy(name: string): UnsavedCopy | undefined {
  const text = localStorage.getItem(name);
  return text === null ? undefined : (JSON.parse(text) as UnsavedCopy);
}

export function dropCopy(name: string): void {
  localStorage.removeItem(name);
}
