/** `npm run wall-sheet -- [SLUG…] --out DIR`: the print sheets of the built site as A3 PDFs for the wall. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { addressOf } from '../../src/documents/address.ts';
import { printable } from '../../src/documents/printable.ts';
import type { PolicyDocument } from '../../src/documents/site.ts';
import { createWallSheet, extractSheet, readStylesheet } from '../../src/share/print-sheet/index.ts';
import { contentArguments } from '../arguments.ts';
import { fromEditor } from '../editor-folder.ts';
import { displayPath, writeOutputFile } from '../output-file.ts';
import { printFonts } from '../print/print-fonts.ts';
import { choosePolicies, documentNames, policyArguments, readSiteToPrint } from '../print/site-to-print.ts';
import { withPrinter } from '../print/with-printer.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  out: { type: 'string', description: '写到哪个文件夹', valueHint: 'DIR', default: 'wall-sheets' },
} as const;

export const wallSheet = defineCommand({
  meta: { name: 'wall-sheet', description: '把做好的打印单放大成 A3（PDF），贴墙上用（先 npm run build）' },
  args: { ...policyArguments, ...contentArguments, ...options },
  async run({ args }) {
    const { site, settings } = readSiteToPrint(args, { ...policyArguments, ...options });
    const policies = choosePolicies(site.policies, args._);
    const css = readStylesheet(settings.outDir);
    const sheets = policies.map((policy) => ({ policy, sheet: readSheet(settings.outDir, policy) }));
    const folder = fromEditor(args.out);
    await withPrinter(async (print) => {
      mkdirSync(folder, { recursive: true });
      const nameOf = documentNames();
      for (const { policy, sheet } of sheets) {
        const { slug, data } = policy;
        const file = join(folder, `${nameOf(data.title, slug)}.pdf`);
        writeOutputFile(file, await print(createWallSheet(sheet, css, data.title, printFonts())));
        process.stdout.write(`${printable(displayPath(file))}\n`);
      }
    });
  },
});

/** The sheet in the built page; throws UsageError if the page is not there. */
function readSheet(outDir: string, { slug, data }: PolicyDocument): string {
  const page = join(outDir, addressOf('policies', slug), 'index.html');
  const sheet = existsSync(page) ? extractSheet(readFileSync(page, 'utf8')) : undefined;
  if (sheet !== undefined) return sheet;
  throw new UsageError(
    printable(`${displayPath(outDir)} 里没有《${data.title}》做好的网页。先 npm run build，再来一次。`),
  );
}
