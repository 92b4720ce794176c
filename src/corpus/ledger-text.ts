/**
 * Adds entries to the text of addresses.yml. Lines are only appended, so that comments, order and the editors' formatting are preserved.
 */
import { stringify } from 'yaml';
import type { LedgerEntry } from '../schema/addresses.ts';

const HEAD =
  '# 所有发布过的网址。网址印在纸上、发在群里，发布过就不能没有。\n' +
  '# 撤下的不要删，加上 withdrawn（哪天撤下）、reason（为什么）和 replacedBy（换成了哪里）。\n';

/** The text with the entries appended; `text` is that of a valid ledger, or undefined without one. */
export function withEntries(text: string | undefined, entries: readonly LedgerEntry[]): string {
  if (entries.length === 0) return text ?? '';
  const before = text ?? HEAD;
  const newline = before.includes('\r\n') ? '\r\n' : '\n';
  // An empty list in brackets, which a form may have written, cannot be appended to.
  const open = before.replace(/^\[\s*\][ \t]*$/m, '');
  const indent = /^([ \t]*)- /m.exec(open)?.[1] ?? '';
  const lines = stringify(entries, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => indent + line + newline);
  const end = open === '' || /\n$/.test(open) ? '' : newline;
  return open + end + lines.join('');
}
