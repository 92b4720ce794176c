/** `npm run handbook`: writes the tables of the editors' handbook anew from the schema and the rules. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { fillRules } from '../../src/check/index.ts';
import { fillHandbook } from '../../src/markup/index.ts';
import { projectDir } from '../../src/settings.ts';

export const handbook = defineCommand({
  meta: { name: 'handbook', description: '按字段和规则的定义重写手册里的表格' },
  run() {
    const path = join(projectDir, 'content', 'README.md');
    writeFileSync(path, fillRules(fillHandbook(readFileSync(path, 'utf8'))));
    process.stdout.write('手册里的表格已经更新。\n');
  },
});
