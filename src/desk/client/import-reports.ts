/** What was read from the office's file of a document, for its form. */
import type { DocumentKey } from './wire.ts';

export interface Imported extends DocumentKey {
  ledger: string;
  summary: string[];
  notes: string[];
}

/** The report of the last import of each document, by its address within the desk. */
export const importReports = new Map<string, Imported>();
