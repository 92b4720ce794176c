/** What the reading of one OpenDocument text collects on its way. */
import type { Element } from 'hast';
import { omissionOf } from '../omission-reasons.ts';
import type { Addition, Omission, OmissionKind } from '../source-document.ts';
import type { ListStyles, OpenList } from './odt-lists.ts';
import type { OdtStyles } from './odt-styles.ts';

export interface OdtState {
  styles: OdtStyles;
  listStyles: ListStyles;
  parts: ReadonlyMap<string, Uint8Array>;
  pictures: Map<string, Uint8Array>;
  omissions: Omission[];
  additions: Addition[];
  notes: string[];
  /** Characters in parts beside the text: formulas. */
  otherCharacters: number;
  /** Paragraphs of the footnotes, for the end of the text. */
  footnotes: Element[];
  /** Lists by their id, and the last one of each style. */
  listsById: Map<string, OpenList>;
  lastLists: Map<string, OpenList>;
  outline: OpenList;
}

export function omit(state: OdtState, kind: OmissionKind, text: string, near = ''): void {
  if (text.trim() === '' && kind !== 'drawing' && kind !== 'embedded') return;
  state.omissions.push(omissionOf(kind, text, near));
}
