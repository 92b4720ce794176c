/** `npm run booklet -- --audience ID | --place ID | --all --out FILE.pdf`: an A5 booklet, printed by the Chromium of the machine. */
import { defineCommand } from 'citty';
import { printable } from '../../src/documents/printable.ts';
import type { Site } from '../../src/documents/site.ts';
import { type BookletReaders, bookletOf, findReaders } from '../../src/share/booklet/index.ts';
import { contentArguments } from '../arguments.ts';
import { layOutBooklet } from '../booklet/lay-out-booklet.ts';
import { readPrintedPages } from '../booklet/printed-pages.ts';
import { fromEditor } from '../editor-folder.ts';
import { displayPath, writeOutputFile } from '../output-file.ts';
import { printFonts } from '../print/print-fonts.ts';
import { readSiteToPrint } from '../print/site-to-print.ts';
import { withPrinter } from '../print/with-printer.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  audience: { type: 'string', description: '给哪群人的，写 audiences 里的 id', valueHint: 'ID' },
  place: { type: 'string', description: '给哪个地方的，写 places 里的 id', valueHint: 'ID' },
  all: { type: 'boolean', description: '全部政策', default: false },
  out: { type: 'string', description: '写成哪个文件', valueHint: 'FILE.pdf', default: 'booklet.pdf' },
} as const;

export const booklet = defineCommand({
  meta: { name: 'booklet', description: '把政策印成 A5 的小册子（PDF），两页说一件事' },
  args: { ...contentArguments, ...options },
  async run({ args }) {
    const { site } = readSiteToPrint(args, options);
    const content = bookletOf(site, readersOf(site, args));
    if (content.chapters.length === 0) throw new UsageError('这里面现在没有能办的政策，没有印。');
    await withPrinter(async (print) => {
      const { pdf, plan, longTitles } = await layOutBooklet(content, printFonts(), {
        print,
        read: readPrintedPages,
      });
      const file = fromEditor(args.out);
      writeOutputFile(file, pdf);
      report(
        `${displayPath(file)}：${plan.policies.size} 个政策，${plan.total} 页。用 A4 纸双面印，打印时选“小册子”，对折就成。`,
      );
      if (longTitles.length > 0) report(`两页放不下，多占了几页：${longTitles.join('、')}`);
    });
  },
});

/** Those whom the options name; throws UsageError unless they name one. */
function readersOf(
  site: Site,
  { audience, place, all }: { audience?: string | undefined; place?: string | undefined; all: boolean },
): BookletReaders {
  const named = [audience !== undefined, place !== undefined, all].filter(Boolean).length;
  if (named !== 1) throw new UsageError('写明印给谁，三样写一样：--audience ID、--place ID、--all。');
  if (all) return 'everybody';
  const [kind, id] =
    audience === undefined ? (['place', place ?? ''] as const) : (['audience', audience] as const);
  const readers = findReaders(site, kind, id);
  if (readers !== undefined) return readers;
  const records =
    kind === 'audience'
      ? site.audiences.map((record) => [record.id, record.title])
      : site.places.map((record) => [record.id, record.name]);
  const choices = records.map(([known, name]) => `${known}（${name}）`).join('、');
  throw new UsageError(`没有「${id}」。可以写：${choices}。`);
}

function report(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}
