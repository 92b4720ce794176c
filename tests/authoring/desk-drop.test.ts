/** What is dragged onto the desk or pasted into it, by the mouse and the clipboard of a real browser. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasLocation } from '../../src/public-folder/find-location.ts';
import { type DeskInBrowser, openDeskInBrowser } from './desk-in-browser.ts';
import { paragraph, wordFile } from './word-file.ts';

/** Three seconds of silence: frames of MPEG-1 layer 3 at 128 kbit/s and 44.1 kHz. */
const silence = (seconds: number) => {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0xc4]);
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 44_100) / 1152) }, () => frame));
};
const POLICY = 'content/policies/di-bao.mdx';

let open: DeskInBrowser;
let outside = '';
beforeAll(async () => {
  open = await openDeskInBrowser();
  outside = join(open.folder, '..', `${open.folder.split('/').at(-1)}-outside`);
  mkdirSync(outside, { recursive: true });
  const origin = open.desk.origin;
  await open.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
});
afterAll(() => open?.close());

/** Writes a file outside the county's folder. */
function office(name: string, bytes: Uint8Array): string {
  const path = join(outside, name);
  writeFileSync(path, bytes);
  return path;
}

/** Drags a file from the system's folder onto an element, as the mouse does. */
async function drop(path: string, onto: Locator): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  const box = await onto.boundingBox();
  if (box === null) throw new Error('nothing to drop on');
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 60)];
  const session = await open.page.context().newCDPSession(open.page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  await session.detach();
}

/** Puts rich text or plain text on the clipboard and pastes it with the keyboard. */
async function paste(types: Readonly<Record<string, string>>, into: Locator): Promise<void> {
  await open.page.evaluate(async (texts) => {
    const blobs = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, types);
  await into.click();
  await open.page.keyboard.press('Control+End');
  await open.page.keyboard.press('Enter');
  await open.page.keyboard.press('Control+V');
}

const body = () => open.page.locator('.ProseMirror');

test('a Word file that is dropped on the list becomes a draft', async () => {
  await open.go('');
  const path = office(
    '关于清明防火的通知.docx',
    wordFile(paragraph('关于清明防火的通知', 'a3') + paragraph('不带火种上山。')),
  );
  await drop(path, open.page.getByLabel('从文件里读'));
  await open.page.locator('.report').waitFor();
  await body().getByText('不带火种上山').waitFor();
});

test('a spreadsheet that is dropped asks what its rows are', async () => {
  await open.go('');
  const path = office('各乡镇电话.csv', Buffer.from('单位,电话\n对竹镇便民服务中心,0357-5123456\n'));
  await drop(path, open.page.getByLabel('从文件里读'));
  await open.page.getByRole('dialog', { name: /各乡镇电话/ }).waitFor();
  await open.page.keyboard.press('Escape');
});

test('a file that misses its place leaves the desk as it is', async () => {
  await open.go('policies/di-bao');
  await drop(office('别的.docx', wordFile(paragraph('别的', 'a3'))), open.page.locator('main.form h1'));
  await open.page.waitForTimeout(300);
  expect(open.page.url()).toContain('#/policies/di-bao');
  expect(await open.page.locator('#field-title').inputValue()).toContain('低保');
});

test('a photograph that is dropped into the body is small, tells no place, and has words for those who do not see it', async () => {
  await open.go('policies/di-bao');
  const photograph = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#4a7' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 39/1 0/1' } })
    .jpeg()
    .toBuffer();
  await drop(office('大厅.jpg', photograph), body());
  await open.page.getByRole('dialog', { name: '照片上是什么' }).getByRole('textbox').fill('便民大厅的门');
  await open.page.keyboard.press('Enter');
  await expect.poll(() => open.text(POLICY)).toMatch(/!\[便民大厅的门\]\(\/images\/[\w-]+\.\w+\)/);
  const folder = join(open.folder, 'public', 'images');
  const [name = ''] = readdirSync(folder);
  const { width = 0 } = await sharp(join(folder, name)).metadata();
  expect(width).toBeLessThan(3000);
  expect(hasLocation(await sharp(join(folder, name)).toBuffer())).toBe(false);
});

test('a recording that is dropped on the form becomes the recording of the policy, with its length', async () => {
  await open.go('policies/di-bao');
  await drop(office('念低保.mp3', silence(3)), open.page.locator('main.form h1'));
  await expect
    .poll(() => open.text(POLICY))
    .toMatch(/audio:\n\s+src: \/audio\/nian-di-bao\.mp3\n\s+seconds: "?3"?\n/);
  expect(existsSync(join(open.folder, 'public', 'audio', 'nian-di-bao.mp3'))).toBe(true);
  await open.page.locator('.answer', { hasText: '3 秒' }).waitFor();
});

test('a recording that old phones cannot play is refused with what to do', async () => {
  const wave = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), Buffer.alloc(100)]);
  await drop(office('念.wav', wave), open.page.locator('main.form h1'));
  await open.page.locator('.answer', { hasText: 'MP3' }).waitFor();
});

test('rich text of a web page is pasted as headings, lists, links and tables, without its styles and scripts', async () => {
  await open.go('policies/di-bao');
  const html =
    '<div style="font-family:x"><h2>怎么领</h2><p style="color:red">去<b>镇上</b>问，见<a href="https://www.gov.cn/a?utm=1">原文</a>。</p><ul><li>身份证</li><li>户口本</li></ul><script>alert(1)</script></div>';
  await paste({ 'text/html': html, 'text/plain': '怎么领' }, body());
  await expect.poll(() => open.text(POLICY)).toContain('## 怎么领');
  const text = open.text(POLICY);
  expect(text).toMatch(/去\*\*镇上\*\*问，见\[原文\]\(https:\/\/www\.gov\.cn\/a/);
  expect(text).toMatch(/[-*] 身份证\n[-*] 户口本/);
  expect(text).not.toMatch(/alert|color:red|style=/);
});

test('an article of a chat is pasted as its paragraphs', async () => {
  const html =
    '<section data-role="outer" style="margin:0"><section><p style="text-align:center"><span style="font-size:16px;letter-spacing:1px">好消息！</span></p><p><br></p><section><span leaf="">今年的补贴</span><span leaf="">开始发了。</span></section></section></section>';
  await paste({ 'text/html': html, 'text/plain': '好消息！' }, body());
  await expect.poll(() => open.text(POLICY)).toContain('今年的补贴开始发了。');
  expect(open.text(POLICY)).toContain('好消息！');
  expect(open.text(POLICY)).not.toMatch(/<section|<span|letter-spacing/);
});

test.each([
  [
    'the rich text of a spreadsheet',
    {
      'text/html':
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0><tr><td>几口人</td><td>多少钱</td></tr><tr><td>一口人</td><td>300</td></tr></table></body></html>',
      'text/plain': '几口人\t多少钱\n一口人\t300\n',
    },
    '一口人',
  ],
  ['the plain cells of a spreadsheet', { 'text/plain': '车次\t几点\n一路\t8:00\n二路\t9:00\n' }, '二路'],
])('%s become a table of the body', async (_, types, cell) => {
  await paste(types, body());
  await body().locator('td', { hasText: cell }).waitFor();
  await expect.poll(() => open.text(POLICY)).toMatch(new RegExp(`\\| *${cell} *\\|`));
});
