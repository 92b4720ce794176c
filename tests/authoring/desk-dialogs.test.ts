/**
 * The dialogs of the desk, and what waits for approval, by the keyboard and with a screen reader's names, on a small laptop and on a tablet.
 * With DESK_PICTURES=FOLDER each is written there as a picture.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { site, temporaryFolder } from '../build/content-folder.ts';
import { axeFindings, type DeskInBrowser, openDeskInBrowser } from './desk-in-browser.ts';

const POLICY = 'policies/di-bao';
const FILE = `content/${POLICY}.mdx`;
const outside = temporaryFolder();
let open: DeskInBrowser;

const git = (folder: string, ...args: string[]) => {
  const user = ['-c', 'user.name=小李', '-c', 'user.email=li@county.example'];
  const { status, stderr, stdout } = spawnSync('git', ['-C', folder, ...user, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};

beforeAll(async () => {
  open = await openDeskInBrowser({
    files: { 'site.yml': `${site['site.yml']}approval: required-or-urgent\n` },
  });
  const [host, other] = [join(outside, 'host.git'), join(outside, 'other')];
  git(outside, 'clone', '--quiet', '--bare', open.folder, host);
  git(open.folder, 'remote', 'add', 'origin', host);
  git(open.folder, 'config', 'user.name', '小王');
  git(open.folder, 'config', 'user.email', 'wang@county.example');
  git(outside, 'clone', '--quiet', host, other);
  writeFileSync(
    join(other, FILE),
    readFileSync(join(other, FILE), 'utf8').replace(/^title: .*$/m, 'title: 小李改的标题'),
  );
  git(other, 'commit', '--quiet', '--all', '--message', '改标题');
  git(other, 'push', '--quiet', 'origin', 'HEAD:refs/heads/review/di-bao');
  git(open.folder, 'fetch', '--quiet', 'origin');
  git(
    open.folder,
    'branch',
    '--quiet',
    `--set-upstream-to=origin/${git(open.folder, 'branch', '--show-current')}`,
  );
  await open.go(POLICY);
  await open.page.locator('#field-reviewer').fill('县民政局低保中心');
  await open.saved();
});
afterAll(async () => {
  await open?.close();
  rmSync(outside, { recursive: true, force: true });
});

async function picture(name: string): Promise<void> {
  const into = process.env.DESK_PICTURES;
  if (into !== undefined) await open.page.screenshot({ path: join(into, `${name}.png`) });
}

/** Whether the focus is in the dialog, or on its way through the browser's own bar. */
const isFocusInside = () =>
  open.page.evaluate(() => {
    const at = document.activeElement;
    return at === document.body || at?.closest('dialog') !== null;
  });

interface Opened {
  address: string;
  button: string;
  title: string;
}

const dialogs: Opened[] = [
  { address: '', button: '发布（1）', title: '发布' },
  { address: POLICY, button: '发布', title: '发布' },
  { address: POLICY, button: '送审', title: '送审' },
  { address: POLICY, button: '更多', title: '更多' },
  { address: POLICY, button: '链接', title: '链接' },
];

describe.each([
  ['laptop', 1366, 768],
  ['tablet', 768, 1024],
])('on a %s', (screen, width, height) => {
  beforeAll(() => open.page.setViewportSize({ width, height }));

  test.each(dialogs)(
    '$title, opened by “$button”, holds the focus and gives it back on Escape',
    async (given) => {
      const { address, button: name, title } = given;
      await open.go(address);
      const button = open.page.getByRole('button', { name, exact: true });
      await button.focus();
      await open.page.keyboard.press('Enter');
      const dialog = open.page.getByRole('dialog', { name: title, exact: true });
      await dialog.waitFor();
      if (title === '送审') await dialog.getByLabel('送审的地址').waitFor();
      await picture(`${screen}-${address === '' ? 'list' : 'form'}-${title}`);
      expect(await axeFindings(open.page)).toEqual([]);
      const box = await dialog.boundingBox();
      expect(box?.width).toBeLessThanOrEqual(width);
      expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      for (let stop = 0; stop < 12; stop += 1) {
        await open.page.keyboard.press('Tab');
        expect(await isFocusInside(), `stop ${stop}`).toBe(true);
      }
      await dialog.getByRole('button', { name: '关上' }).focus();
      await open.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      // Whoever made a link goes on writing.
      const next = title === '链接' ? open.page.locator('.ProseMirror') : button;
      await expect.poll(() => next.evaluate((element) => element === document.activeElement)).toBe(true);
    },
  );

  test('a change that waits is told in the words of the form, and can be approved by the keyboard', async () => {
    await open.go('');
    const waiting = open.page.getByRole('region', { name: '等人同意的' });
    await waiting.getByText('加上 标题：小李改的标题').waitFor();
    expect(await waiting.textContent()).not.toMatch(/content\/|title/);
    await picture(`${screen}-waiting`);
    expect(await axeFindings(open.page)).toEqual([]);
    const approve = waiting.getByRole('button', { name: '看过了，同意并发布' });
    await approve.focus();
    expect(await approve.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(
      await open.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
  });
});

test('what is published and then taken back is answered where the keyboard goes on', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 1366, height: 768 });
  await open.go(POLICY);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/急事要先发的/).fill('路断了');
  await page.keyboard.press('Enter');
  await dialog.locator('.answer').waitFor();
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('answer');
  await picture('answer');
  await page.keyboard.press('Escape');
  await page.goto(`${open.desk.origin}/desk/#/history`);
  await page.getByText('（急事先发：路断了）').waitFor();
  // Without its first commit there would be no site.
  expect(await page.getByRole('button', { name: '撤回：开始' }).count()).toBe(0);
  await picture('history');
  expect(await axeFindings(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^撤回：/ })
    .first()
    .click();
  // Where another person must approve, the reason of urgency is asked first.
  await dialog.getByLabel(/急事要先发的/).waitFor();
  await picture('undo');
  expect(await axeFindings(page)).toEqual([]);
});
