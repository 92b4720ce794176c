/** A county whose policy, contact and topics come from its province's repository, for tests of the desk. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTestRepository, type TestRepository } from '../../src/corpus/bases/repository-fixture.ts';
import { mingbai, onePolicy, site, writeFiles } from '../build/content-folder.ts';

const policy = onePolicy['policies/di-bao.mdx'] ?? '';

/** What the province writes. */
const provinceFiles: Readonly<Record<string, string>> = {
  ...onePolicy,
  'site.yml': 'name: 示例省明白纸\nurl: https://www.province.example/\n',
  'policies/di-bao.mdx': `${policy}
省里说：哪里都一样。

<Part name="在哪里办">

去乡镇政府。

</Part>
`,
  'pages/zen-me-ban.mdx':
    '---\ntitle: 不会写字怎么办\nsummary: 请人代写也行。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n请村干部代写。\n',
};

/** The county's own files, without its province. */
const countyFiles: Readonly<Record<string, string>> = {
  ...site,
  'pages/wo-men-xian.mdx':
    '---\ntitle: 我们县的窗口\nsummary: 在县城东街。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n在县城东街。\n',
};

export interface CountyClone {
  /** The editor's clone. */
  folder: string;
  /** The folder of the county's live site. */
  site: string;
  git(...args: string[]): string;
  /** The province publishes these files, and the county takes its new version. */
  changeProvince(files: Readonly<Record<string, string>>): Promise<void>;
  /** A file as the province has it. */
  inProvince(file: string): string;
}

/**
 * A county's repository with its push server below `top`, the repository of its province, and an editor's clone. `MINGBAI_BASES` has to name a
 * folder for what is fetched of the province.
 */
export async function cloneCounty(top: string): Promise<CountyClone> {
  const [repository, siteDir, folder] = [join(top, 'county.git'), join(top, 'site'), join(top, 'editor')];
  const province = makeTestRepository(top, 'province');
  commitTo(province, provinceFiles);
  const base = `file://${province.bare}`;
  writeFiles(join(top, 'content'), countyFiles);
  const made = await mingbai('serve-git', repository, '--site', siteDir, '--content', join(top, 'content'));
  const clone = /git clone .* (\S+) mingbai/.exec(made.out)?.[0]?.replace(/ mingbai$/, ` ${folder}`);
  if (clone === undefined) throw new Error(made.out + made.err);
  writeFileSync(join(repository, 'mingbai/bases'), `${base}\n`);
  spawnSync('sh', ['-c', clone]);
  const git = (...args: string[]) => {
    const ran = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return ran.stdout;
  };
  const update = async () => {
    const { code, out, err } = await mingbai('bases', '--update', '--content', join(folder, 'content'));
    if (code !== 0) throw new Error(out + err);
  };
  git('config', 'user.name', '小王');
  git('config', 'user.email', 'wang@county.example');
  appendFileSync(join(folder, 'content/site.yml'), `extends: ${base}//content\n`);
  await update();
  git('add', '--all');
  git('commit', '--quiet', '--message', '用上级的');
  git('push', '--quiet');
  return {
    folder,
    git,
    site: join(siteDir, 'current'),
    async changeProvince(files) {
      commitTo(province, files);
      await update();
    },
    inProvince: (file) => province.git('show', `HEAD:content/${file}`),
  };
}

function commitTo(province: TestRepository, files: Readonly<Record<string, string>>): void {
  province.commit(Object.fromEntries(Object.entries(files).map(([file, text]) => [`content/${file}`, text])));
}
