/** `npm run word -- [SLUG…] --out DIR`: policies as .docx, for offices that work in Word or WPS. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { readCorpus } from '../../src/corpus/index.ts';
import { hasErrors } from '../../src/documents/diagnostic.ts';
import { printable } from '../../src/documents/printable.ts';
import { createSite, type PolicyDocument } from '../../src/documents/site.ts';
import { safeName } from '../../src/share/policy-zip/safe-name.ts';
import { policyBlocks, writeWord } from '../../src/word/index.ts';
import { contentArguments, refuseMissingContent, settingsFrom } from '../arguments.ts';
import { fromEditor } from '../editor-folder.ts';
import { displayPath, writeOutputFile } from '../output-file.ts';
import { reportDiagnostics } from '../report.ts';
import { UsageError } from '../usage-error.ts';

const positionals = {
  slugs: { type: 'positional', required: false, description: '哪几个政策，写文件名；不写就是全部' },
} as const;

const options = {
  out: { type: 'string', description: '写到哪个文件夹', valueHint: 'DIR', default: 'word' },
} as const;

export const word = defineCommand({
  meta: { name: 'word', description: '把政策写成 Word 文档（.docx），能用 Word、WPS 打开、修改、打印' },
  args: { ...positionals, ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom({ ...args, out: undefined }, { ...positionals, ...options });
    refuseMissingContent(settings);
    const {
      documents,
      site: about,
      diagnostics,
      ...county
    } = readCorpus(settings.contentDir, settings.contentName);
    if (hasErrors(diagnostics)) {
      reportDiagnostics(diagnostics, process.stderr);
      throw new UsageError('内容里有错误，没有写。请照上面说的改好再来一次。');
    }
    const site = createSite(documents, { ...county, site: about }, settings.today);
    const policies = choose(site.policies, args._);
    const folder = fromEditor(args.out);
    mkdirSync(folder, { recursive: true });
    const taken = new Set<string>();
    for (const policy of policies) {
      const { slug, data } = policy;
      const name = safeName(data.title, slug);
      const file = join(folder, `${taken.has(name) ? `${name} ${slug}` : name}.docx`);
      taken.add(name);
      writeOutputFile(file, await writeWord(data.title, policyBlocks(site, policy)));
      process.stdout.write(`${printable(displayPath(file))}\n`);
    }
  },
});

/** The policies with these names; all without any. Throws UsageError for an unknown name. */
function choose(policies: readonly PolicyDocument[], slugs: readonly string[]): readonly PolicyDocument[] {
  const unknown = slugs.filter((slug) => !policies.some((policy) => policy.slug === slug));
  if (unknown.length > 0) {
    throw new UsageError(
      `没有「${unknown.join('、')}」这个政策。可以写：${policies.map(({ slug }) => slug).join('、')}。`,
    );
  }
  return slugs.length === 0 ? policies : policies.filter(({ slug }) => slugs.includes(slug));
}
