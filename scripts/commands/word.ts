/** `npm run word -- [SLUG…] --out DIR`: policies as .docx, for offices that work in Word or WPS. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { printable } from '../../src/documents/printable.ts';
import { policyBlocks, writeWord } from '../../src/word/index.ts';
import { contentArguments } from '../arguments.ts';
import { fromEditor } from '../editor-folder.ts';
import { displayPath, writeOutputFile } from '../output-file.ts';
import { choosePolicies, documentNames, policyArguments, readSiteToPrint } from '../print/site-to-print.ts';

const options = {
  out: { type: 'string', description: '写到哪个文件夹', valueHint: 'DIR', default: 'word' },
} as const;

export const word = defineCommand({
  meta: { name: 'word', description: '把政策写成 Word 文档（.docx），能用 Word、WPS 打开、修改、打印' },
  args: { ...policyArguments, ...contentArguments, ...options },
  async run({ args }) {
    const { site } = readSiteToPrint(args, { ...policyArguments, ...options });
    const policies = choosePolicies(site.policies, args._);
    const folder = fromEditor(args.out);
    mkdirSync(folder, { recursive: true });
    const nameOf = documentNames();
    for (const policy of policies) {
      const { slug, data } = policy;
      const file = join(folder, `${nameOf(data.title, slug)}.docx`);
      writeOutputFile(file, await writeWord(data.title, policyBlocks(site, policy)));
      process.stdout.write(`${printable(displayPath(file))}\n`);
    }
  },
});
