/**
 * Merges two versions of addresses.yml with a common base: entry by entry, because lines added at the end on both sides would otherwise
 * conflict. As text, so that comments and the editors' formatting are preserved.
 */

/** A ledger as text: the part before the first entry, and each entry with the lines after it, by its address. */
interface LedgerSections {
  head: string;
  entries: Map<string, string>;
}

/** The joined text; undefined if a version cannot be read entry by entry, or one entry was changed on both sides. */
export function joinLedgers(versions: {
  base: string;
  published: string;
  pushed: string;
}): string | undefined {
  const [base, published, pushed] = [versions.base, versions.published, versions.pushed].map(splitLedger);
  if (!base || !published || !pushed) return undefined;
  const head = either(base.head, published.head, pushed.head);
  if (head === undefined) return undefined;
  const addresses = new Set([...published.entries.keys(), ...pushed.entries.keys()]);
  const entries: string[] = [];
  for (const address of addresses) {
    const [before, there, here] = [base, published, pushed].map(({ entries }) => entries.get(address));
    // Added on both sides, perhaps on different days: the published one has precedence.
    const isNewTwice = before === undefined && there !== undefined && here !== undefined;
    const joined = isNewTwice ? there : either(before ?? GONE, there ?? GONE, here ?? GONE);
    if (joined === undefined) return undefined;
    if (joined !== GONE) entries.push(joined);
  }
  return head + entries.join('');
}

/** Placeholder for a missing entry. */
const GONE = '';

/** The version of the side that changed it; undefined if both did, and differently. */
function either(base: string, published: string, pushed: string): string | undefined {
  if (published === pushed || pushed === base) return published;
  return published === base ? pushed : undefined;
}

function splitLedger(text: string): LedgerSections | undefined {
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  // An empty list in brackets has no entries.
  const [head = '', ...blocks] = whole.replace(/^\[\s*\][ \t]*\r?\n/m, '').split(/^(?=[ \t]*-[ \t])/m);
  const isHeadless = /^[ \t]*-[ \t]/.test(head);
  const entries = new Map<string, string>();
  for (const block of isHeadless ? [head, ...blocks] : blocks) {
    const address = /^[ \t]*(?:-[ \t]+)?address:[ \t]*["']?([^\s"'#]+)/m.exec(block)?.[1];
    if (address === undefined || entries.has(address)) return undefined;
    entries.set(address, block);
  }
  return { head: isHeadless ? '' : head, entries };
}
