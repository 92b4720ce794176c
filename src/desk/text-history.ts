/** Texts by revision: what an editor began with is the base when two versions are joined. */
import { hash } from 'node:crypto';

/** As many as are open at once in all windows; a text has some 10 KB. */
const MAX_TEXTS = 300;

export interface TextHistory {
  /** Notes a text; returns its revision. */
  add(text: string): string;
  get(revision: string): string | undefined;
}

export const revisionOf = (text: string): string => hash('sha256', text).slice(0, 32);

export function openTextHistory(): TextHistory {
  const texts = new Map<string, string>();
  return {
    add(text) {
      const revision = revisionOf(text);
      texts.delete(revision);
      texts.set(revision, text);
      for (const oldest of texts.keys()) {
        if (texts.size <= MAX_TEXTS) break;
        texts.delete(oldest);
      }
      return revision;
    },
    get: (revision) => texts.get(revision),
  };
}
