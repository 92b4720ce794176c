import { expect, test } from 'vitest';
import { applyOverBase, conflictOverBase, type OverBase, readOverBase } from './over-base.ts';

const base = `---
title: 省里的低保
summary: 收入低的可以申请。 # 省里的说明
keyPoints:
  - 去乡镇政府申请
  - 每月打到卡里
contacts: [tel-12345]
steps:
  - title: 去乡镇政府
    where: 便民服务中心
  - title: 等通知
hours: 白天
---

省里说的话。

<Part name="在哪里办">

去乡镇政府。

</Part>
`;
const own = `---
# 我们县只改电话
inherits: rest
contacts: [tel-xian] # 县民政局
---
`;
const over = (text = own): OverBase => ({ collection: 'policies', own: text, base });
const edit = (text: string, ...edits: [path: (string | number)[], value?: unknown][]) =>
  applyOverBase(
    over(text),
    edits.map(([path, value]) => ({ path, value })),
    undefined,
    { order: ['title', 'summary', 'keyPoints', 'contacts', 'steps', 'hours', 'inherits'] },
  );
const body = (text: string, next: string) => applyOverBase(over(text), [], next, { isExact: true });

test('the form shows the words of the base where the county has none of its own', () => {
  const { fields, body: shown } = readOverBase(over());
  expect(fields).toMatchObject({ title: '省里的低保', contacts: ['tel-xian'], hours: '白天' });
  expect(shown).toContain('省里说的话。');
});

test('a changed field is written, and no other line of the file changes', () => {
  expect(edit(own, [['title'], '县里的低保'])).toBe(own.replace('contacts:', 'title: 县里的低保\ncontacts:'));
  expect(edit(own, [['steps', 0, 'where'], '县政务大厅'])).toBe(
    own
      .replace('---\n', '---\n')
      .replace(
        /\n---\n$/,
        '\nsteps:\n  - title: 去乡镇政府\n    where: 县政务大厅\n  - title: 等通知\n---\n',
      ),
  );
});

test('a field put back to what the base says is removed from the file', () => {
  const changed = edit(own, [['title'], '县里的低保'], [['steps', 1], undefined]);
  expect(edit(changed, [['title'], '省里的低保'], [['steps'], readOverBase(over()).fields.steps])).toBe(own);
  expect(edit(own, [['contacts'], ['tel-12345']])).toBe('---\n# 我们县只改电话\ninherits: rest\n---\n');
});

test('a field that does not apply in the county is left there without a value, and can be put back', () => {
  const emptied = edit(own, [['hours'], undefined]);
  expect(emptied).toBe(own.replace(/\n---\n$/, '\nhours:\n---\n'));
  expect(readOverBase(over(emptied)).fields.hours || undefined).toBeUndefined();
  expect(edit(emptied, [['hours'], '白天'])).toBe(own);
  expect(edit(emptied, [['hours'], '全天'])).toBe(own.replace(/\n---\n$/, '\nhours: 全天\n---\n'));
});

test('a change in the middle of a list that the county has is written within its lines', () => {
  const changed = edit(own, [['keyPoints', 0], '去村里申请']);
  const commented = changed.replace('- 去村里申请', '- 去村里申请 # 村里代办');
  expect(edit(commented, [['keyPoints', 1], '每季打到卡里'])).toBe(
    commented.replace('每月打到卡里', '每季打到卡里'),
  );
});

test('one named paragraph of the body is written alone; put back, it is gone', () => {
  const shown = readOverBase(over()).body;
  const changed = body(own, shown.replace('去乡镇政府。', '去永安镇。'));
  expect(changed).toBe(`${own}\n<Part name="在哪里办">\n\n去永安镇。\n\n</Part>\n`);
  expect(body(changed, shown)).toBe(own);
});

test('nothing changed leaves every byte, also with the line ends of Windows', () => {
  expect(applyOverBase(over(), [], undefined)).toBe(own);
  const windows = `\ufeff${own.replaceAll('\n', '\r\n')}`;
  expect(applyOverBase(over(windows), [], undefined)).toBe(windows);
  expect(edit(windows, [['title'], '县里的低保'])).toBe(
    windows.replace('contacts:', 'title: 县里的低保\r\ncontacts:'),
  );
});

test('a record is changed like a document', () => {
  const record: OverBase = {
    collection: 'contacts',
    own: 'inherits: rest\n',
    base: 'id: tel-1\nname: 省里的热线\nphone: "12345"\nfor: 低保\n',
  };
  const changed = applyOverBase(record, [{ path: ['phone'], value: '0357-5123456' }], undefined);
  expect(changed).toBe('inherits: rest\nphone: 0357-5123456\n');
  expect(applyOverBase({ ...record, own: changed }, [{ path: ['phone'], value: '12345' }], undefined)).toBe(
    'inherits: rest\n',
  );
});

test('in a conflict, the words of the base stand for a side that says nothing', () => {
  const conflict = { path: ['title'], base: undefined, ours: '县里的低保', theirs: undefined };
  expect(conflictOverBase(over(), conflict)).toEqual({
    path: ['title'],
    base: '省里的低保',
    ours: '县里的低保',
    theirs: '省里的低保',
  });
});
