/** Instructions for editors in a clone, next to the content. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BRANCH, MERGED_BRANCH, runGit } from '../../src/publish/git/index.ts';
import { projectDir } from '../../src/settings.ts';

/** Settings of an editor's clone: pushes are merged on the server, and a plain `git pull` works. */
const CLONE_SETTINGS = {
  'pull.rebase': 'true',
  'remote.origin.push': `${BRANCH}:${MERGED_BRANCH}`,
} as const;

/** The command that clones the repository at `address`. */
export function cloneCommand(address: string, folder = 'mingbai'): string {
  const settings = Object.entries(CLONE_SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  return `git clone ${settings.join(' ')} ${address} ${folder}`;
}

/** The command that sets the push setting in a clone made without it. */
export const PUSH_SETTING_COMMAND = `git config remote.origin.push ${CLONE_SETTINGS['remote.origin.push']}`;

/** Prints how to check before a push; a repository with the whole project has the handbook. */
export function printToolHint(gitDir: string, commit: string, say: (line: string) => void): void {
  const has = (path: string) => runGit(gitDir, ['ls-tree', commit, path]).out !== '';
  if (has('scripts/mingbai.ts')) return;
  // Repositories of earlier versions have no README.md.
  const help = has('README.md') ? '看仓库里的 README.md' : '先运行 npm install -g 程序的文件夹';
  say(`推以前自己先看、先查：npx mingbai start，npx mingbai check。没装过程序的，${help}。`);
}

/** The files of the repository in `gitDir`, by name; its content is that of `contentDir`. */
export function servedFiles(gitDir: string, contentDir: string): Record<string, string> {
  return {
    'README.md': readme(gitDir, existsSync(join(contentDir, 'README.md'))),
    // `npm start` works as well.
    'package.json': `${JSON.stringify({ private: true, scripts: SCRIPTS }, undefined, 2)}\n`,
    '.gitignore': 'dist/\nnode_modules/\n.mingbai/\n.DS_Store\nThumbs.db\n~$*\n*.zip\n*.zim\n',
  };
}

const SCRIPTS = Object.fromEntries(
  ['start', 'dev', 'check', 'new', 'import', 'build', 'bundle'].map((name) => [name, `npx mingbai ${name}`]),
);

function readme(gitDir: string, hasHandbook: boolean): string {
  const getProgram = existsSync(join(projectDir, '.git'))
    ? `git clone 用户名@服务器:${projectDir} mingbai-program`
    : '# 请管网站的人把程序的文件夹（不带 node_modules）发给您，放在这里，叫 mingbai-program';
  return `# 这里是网站的内容

\`content/\` 是文字，\`public/\` 是照片和录音。推上来就检查，没有错误就发布。${hasHandbook ? '怎么写，看 [编辑手册](content/README.md)。' : ''}

## 第一次

先装好 [Node](https://nodejs.org/)（20 以上）和 [Git](https://git-scm.com/)。把“用户名@服务器”换成您登录那台服务器用的。

1. 取内容（整行照抄，前面几个 \`-c\` 让两个人同时改也推得上）：

   \`\`\`sh
   ${cloneCommand(`用户名@服务器:${gitDir}`)}
   \`\`\`

2. 装程序，只装一次，以后在任何文件夹都能用 \`npx mingbai\`：

   \`\`\`sh
   ${getProgram}
   npm install -g ./mingbai-program
   \`\`\`

   说没有权限（EACCES）的，前面加 \`sudo\`。就在服务器上改的，只要 \`npm install -g ${projectDir}\`。

## 每一次

\`\`\`sh
cd mingbai
git pull                           # 先取回别人改的
npx mingbai start                  # 在浏览器里看整个网站；一边改一边看用 npx mingbai dev
npx mingbai check                  # 有没有写错
git add content public
git commit -m "改了什么"
git push                           # 检查、发布；有错误用中文说在第几行
\`\`\`

新写一篇 \`npx mingbai new\`，把 Word 变成草稿 \`npx mingbai import 文件.docx\`。
`;
}
