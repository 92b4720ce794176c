/** `npm run handbook`: updates the handbook's tables from the schema, the rules and the content. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { fillRules } from '../../src/check/index.ts';
import { readCorpus } from '../../src/corpus/index.ts';
import { fillHandbook } from '../../src/markup/index.ts';
import { contentArguments, settingsFrom } from '../arguments.ts';

export const handbook = defineCommand({
  meta: { name: 'handbook', description: '按字段、规则和内容重写手册里的表格' },
  args: contentArguments,
  run({ args }) {
    const { contentDir, contentName } = settingsFrom(args);
    const path = join(contentDir, 'README.md');
    const { documents } = readCorpus(contentDir, contentName);
    writeFileSync(path, fillRules(fillHandbook(readFileSync(path, 'utf8'), documents)));
    process.stdout.write('手册里的表格已经更新。\n');
  },
});
