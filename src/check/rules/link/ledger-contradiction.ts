/** Entries of the ledger that contradict each other, themselves or the site. */
import type { AnnotatedFile } from '../../../documents/source.ts';
import type { LedgerEntry } from '../../../schema/addresses.ts';
import { addressesOf } from '../../addresses.ts';
import { findCycles } from '../../cycles.ts';
import type { CheckedContent, Rule } from '../../rule.ts';

const OLD =
  '- address: /policies/lao-de/\n  since: 2026-01-01\n  withdrawn: 2026-02-01\n  reason: 活动取消了。\n';
const example = (text: string) => ({ files: { 'addresses.yml': text } });

export const rule: Rule = {
  name: 'link/ledger-contradiction',
  severity: 'error',
  finds: 'addresses.yml 里前后对不上：同一个网址写了两次，撤下比发布还早，换成了自己，说撤下了文件却还在。',
  why: '扫旧二维码的人会看到错的话，或者被带着转圈。',
  write: '照提示改成真的；这个文件平时由发布自己记，不用手写。',
  bad: [
    example(
      `${OLD}- address: ▶/policies/lao-de/\n  since: 2026-01-01\n  withdrawn: 2026-02-01\n  reason: 取消了。\n`,
    ),
    example(OLD.replace('2026-02-01', '▶2025-12-01')),
    example(`${OLD}  replacedBy: ▶/policies/lao-de/\n`),
    example('- address: /li-zi/\n  since: 2026-01-01\n  withdrawn: ▶2026-02-01\n  reason: 活动取消了。\n'),
    example('- address: /li-zi/\n  since: 2026-01-01\n  reason: ▶活动取消了。\n'),
  ],
  good: [
    example(`${OLD}  replacedBy: /li-zi/\n`),
    // A withdrawn address may redirect through another withdrawn one.
    example(
      `${OLD}  replacedBy: /policies/geng-xin/\n${OLD.replace('lao-de', 'geng-xin')}  replacedBy: /li-zi/\n`,
    ),
  ],
  check: (content, report) => {
    const ledger = content.allSources.find(({ file }) => file === `${content.contentName}/addresses.yml`);
    if (ledger === undefined) return;
    for (const { index, field, message } of contradictions(content)) {
      report(ledger, offsetOf(ledger, index, field), message);
    }
  },
};

/** The error in one entry of the ledger, and its field. */
interface Contradiction {
  index: number;
  field: keyof LedgerEntry;
  message: string;
}

function contradictions(content: CheckedContent): Contradiction[] {
  const { ledger } = content.site;
  const first = new Map<string, number>();
  const cycles = circlesIn(ledger);
  return ledger.flatMap((entry, index) => {
    const twin = first.get(entry.address);
    if (twin === undefined) first.set(entry.address, index);
    const found = [
      twin === undefined ? undefined : ({ field: 'address', message: writtenTwice(entry, twin) } as const),
      withinEntry(entry),
      againstSite(entry, content),
      cycles.get(entry.address),
    ];
    return found.flatMap((each) => (each === undefined ? [] : [{ index, ...each }]));
  });
}

type Finding = Omit<Contradiction, 'index'>;

function writtenTwice({ address }: LedgerEntry, twin: number): string {
  return `${address} 在第 ${twin + 1} 条已经写过，两条说的不一样就不知道该信哪条。请删掉一条。`;
}

function withinEntry({ since, withdrawn, reason, replacedBy }: LedgerEntry): Finding | undefined {
  if (withdrawn === undefined) {
    if (reason === undefined && replacedBy === undefined) return undefined;
    const message =
      '写了撤下的原因或者换成了哪里，却没有写哪天撤下，读的人看不到这句话。请加上 withdrawn: 哪天。';
    return { field: reason === undefined ? 'replacedBy' : 'reason', message };
  }
  if (withdrawn >= since) return undefined;
  return {
    field: 'withdrawn',
    message: `撤下的日子 ${withdrawn} 比发布的日子 ${since} 还早。请把日子改对。`,
  };
}

function againstSite({ address, withdrawn }: LedgerEntry, content: CheckedContent): Finding | undefined {
  if (withdrawn === undefined) return undefined;
  const file = addressesOf(content).documents.get(address)?.file;
  if (file === undefined) return undefined;
  const message = `这里说 ${address} 撤下了，${file} 却还在发布。真要撤下，请删掉那个文件；没有撤下，请删掉 withdrawn 和 reason。`;
  return { field: 'withdrawn', message };
}

/** For each withdrawn address in a redirect cycle, the message. */
function circlesIn(ledger: readonly LedgerEntry[]): Map<string, Finding> {
  const next = new Map(
    ledger
      .filter(({ withdrawn }) => withdrawn !== undefined)
      .map(({ address, replacedBy }) => [address, replacedBy]),
  );
  return new Map(
    findCycles(next).flatMap((circle) => {
      const way = circle.length === 1 ? '它自己' : `${circle.join(' → ')}，又回到头上`;
      const message = `撤下的网址换成了${way}，读的人被带着转圈。请写真正接着用的网址，没有就删掉 replacedBy。`;
      return circle.map((address) => [address, { field: 'replacedBy', message }] as const);
    }),
  );
}

function offsetOf({ values }: AnnotatedFile, index: number, field: string): number {
  return values.get(`${index}.${field}`) ?? values.get(`${index}.address`) ?? 0;
}
