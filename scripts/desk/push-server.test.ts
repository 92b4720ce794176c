/** The server answers editors with a terminal; at the desk there is none. */
import { expect, test } from 'vitest';
import { remoteWords } from './push-server.ts';

const said = (...lines: string[]) => remoteWords(lines.map((line) => `remote: ${line}        \n`).join(''));

test('an editor at the desk reads where the page is, without commands, progress and rule names', () => {
  expect(
    said(
      '正在检查、生成网站…',
      'content/policies/di-bao.mdx:63:5 warning schema/repeated 「身份证」写了两遍。',
      '发布好了，第 2 版，用了 3.1 秒。现在能看到：',
      'https://www.county.example/policies/di-bao/',
      '推以前自己先看、先查：npx mingbai start，npx mingbai check。没装过程序的，看仓库里的 README.md。',
      '两个人同时改也推得上，请在这个文件夹里运行一次：git config remote.origin.push refs/heads/main:refs/for/main',
    ),
  ).toBe(
    '请看 policies/di-bao.mdx：「身份证」写了两遍。\n发布好了，第 2 版，用了 3.1 秒。现在能看到：\nhttps://www.county.example/policies/di-bao/',
  );
});

test('a merged push says so, without the command that fetches it', () => {
  expect(said('别人刚才也发布了修改，和您的不在一处，已经合在一起发布了。请取回合好的：git pull')).toBe(
    '别人刚才也发布了修改，和您的不在一处，已经合在一起发布了。',
  );
});

test('a refusal says what to mend, and to press again', () => {
  expect(
    said(
      'content/policies/di-bao.mdx:2:8 error schema/wrong-value 「标题」太长。',
      '有错误，没有收下，网站没有变。请照上面说的改好，提交，再推一次。',
    ),
  ).toBe(
    '要改 policies/di-bao.mdx：「标题」太长。\n有错误，没有收下，网站没有变。请照上面说的改好，再按一次。',
  );
});

test('what git itself says does not reach the editor', () => {
  expect(remoteWords('To /srv/county.git\nremote: 发布好了。\n * [new branch] x -> y\n')).toBe('发布好了。');
});
