import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, type FieldEdit, readParts } from './edit-document.ts';

const SAMPLE = `---
# 政策：一个政策一个文件。
title: 家里困难，可以申请低保   # 前 14 个字要紧
summary: "一家人挣得太少：可以申请"

# 至少一个
audiences: [kun-nan, 'lao-ren']
keyPoints:
  # 先写最要紧的
  - 去乡镇政府申请，不收钱   # 打电话也行
  - '有人来家里看'

  - 批下来按月发钱
steps:
  - title: 交材料
    detail: |
      写一份申请，
      带上户口本。
  - title: 等通知   # 二十天
    days: 20
image: { src: /a.jpg, alt: 村委会 }
cost:
draft: true
# 下面可以不写
---

## 这是怎么回事

一家人**平均**挣的钱。

* 户口本
* 身份证

<Warning>

别信中介。

</Warning>
`;
const files = globSync(
  'content/{policies,stories,pages,notices,actions,audiences,places,contacts,glossary}/*.{mdx,yml}',
);
const texts = [SAMPLE, ...files.map((file) => readFileSync(file, 'utf8'))];
const edit = (path: FieldEdit['path'], value?: unknown): FieldEdit => ({ path, value });
const changedLines = (before: string, after: string) =>
  after.split('\n').filter((line) => !before.split('\n').includes(line));
const lostLines = (before: string, after: string) => changedLines(after, before);

test('a document that was opened and not changed is the same, byte for byte', () => {
  for (const text of texts) {
    const { fields, body } = readParts(text);
    const same = Object.entries(fields).map(([name, value]) => edit([name], value));
    expect(applyEdits(text, same, body)).toBe(text);
  }
});

test('a changed title keeps the comment behind it, and everything else', () => {
  const after = applyEdits(SAMPLE, [edit(['title'], '低保怎么申请')]);
  expect(changedLines(SAMPLE, after)).toEqual(['title: 低保怎么申请   # 前 14 个字要紧']);
  expect(lostLines(SAMPLE, after)).toEqual(['title: 家里困难，可以申请低保   # 前 14 个字要紧']);
});

test('a value keeps the quotes that it had', () => {
  const after = applyEdits(SAMPLE, [edit(['summary'], '说 "好": 也行'), edit(['keyPoints', 1], "it's")]);
  expect(changedLines(SAMPLE, after)).toEqual([String.raw`summary: "说 \"好\": 也行"`, "  - 'it''s'"]);
});

test('lists: an item is added, removed and moved with the comment above it', () => {
  const { keyPoints } = readParts(SAMPLE).fields as { keyPoints: string[] };
  const [a = '', b = '', c = ''] = keyPoints;
  expect(applyEdits(SAMPLE, [edit(['keyPoints'], [a, c, '打12345问', b])])).toContain(`keyPoints:
  # 先写最要紧的
  - 去乡镇政府申请，不收钱   # 打电话也行

  - 批下来按月发钱
  - 打12345问
  - '有人来家里看'
steps:`);
  expect(lostLines(SAMPLE, applyEdits(SAMPLE, [edit(['keyPoints', 1])]))).toEqual(["  - '有人来家里看'"]);
  expect(applyEdits(SAMPLE, [edit(['audiences'], ['lao-ren', 'fu-nv'])])).toContain(
    "audiences: ['lao-ren', fu-nv]\n",
  );
});

test('a field within a step is changed, added and removed in its own line', () => {
  const at = (path: FieldEdit['path'], value?: unknown) => applyEdits(SAMPLE, [edit(path, value)]);
  expect(changedLines(SAMPLE, at(['steps', 1, 'days'], '30'))).toEqual(['    days: 30']);
  expect(changedLines(SAMPLE, at(['steps', 1, 'where'], '村里'))).toEqual(['    where: 村里']);
  expect(lostLines(SAMPLE, at(['steps', 1, 'days']))).toEqual(['    days: 20']);
  expect(at(['steps', 0, 'detail'], '写申请。')).toContain(
    '    detail: 写申请。\n  - title: 等通知   # 二十天',
  );
  expect(at(['image', 'alt'], '新的, 图')).toContain('image: { src: /a.jpg, alt: "新的, 图" }');
  expect(readParts(at(['steps', 0, 'title'])).fields).toMatchObject({
    steps: [{ detail: '写一份申请，\n带上户口本。\n' }, { title: '等通知' }],
  });
});

test('a new field stands behind the one before it in the schema; an emptied one keeps its place', () => {
  const order = ['title', 'summary', 'keyPoints', 'places', 'steps'];
  const after = applyEdits(SAMPLE, [edit(['places'], ['fen-xi'])], undefined, { order });
  expect(after).toContain('  - 批下来按月发钱\nplaces:\n  - fen-xi\nsteps:');
  expect(applyEdits(SAMPLE, [edit(['title'], '')])).toContain(
    '---\n# 政策：一个政策一个文件。\ntitle:   # 前',
  );
  expect(applyEdits(SAMPLE, [edit(['cost'], '不收钱')])).toContain('\ncost: 不收钱\n');
  expect(applyEdits(SAMPLE, [edit(['draft'])])).not.toContain('draft');
});

test('fields that cannot be read are not changed, and the editor is told', () => {
  expect(() => applyEdits('---\ntitle: "半\n---\n', [edit(['title'], '新')])).toThrow('请到「原文」里改好');
});

test('only the changed block of a body is written again', () => {
  const { body } = readParts(SAMPLE);
  const rewritten = body.replaceAll('* ', '- ').replace('别信中介', '别信外人');
  const after = applyEdits(SAMPLE, [], rewritten);
  expect(changedLines(SAMPLE, after)).toEqual(['别信外人。']);
  expect(applyEdits(SAMPLE, [], `${body.trim()}\n\n再打电话问。`)).toBe(`${SAMPLE}\n再打电话问。\n`);
});

const awkward = fc.constantFrom(
  '是',
  '否',
  'true',
  'null',
  '~',
  '0357',
  '2026-01-05',
  '1e3',
  '09:00',
  'a: b',
  'a #b',
  '# 井',
  '- 项',
  '：全角',
  '　',
  '尾上有空　',
  '[方',
  '{括',
  '&甲',
  '*乙',
  '!丙',
  '%丁',
  '@戊',
  '`己`',
  "'单",
  '"双"',
  '> 折',
  '| 竖',
  '? 问',
  '末尾:',
  ' 前空',
  '后空 ',
  '两\n行',
  'a\tb',
  '，逗',
  '---',
  '...',
  '\u{20BB7}野家',
  '\\反',
  '<<',
  '=',
);
const value = fc.oneof(
  awkward,
  fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !text.includes('\r')),
);
const isPrintable = (text: string) => !/[\p{Cc}\p{Cs}\ufeff\u2028\u2029]/u.test(text.replace(/[\n\t]/g, ''));

/** The paths of the texts and lists in a value. */
function pathsIn(part: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof part !== 'object' || part === null) return [path];
  const inner = Object.entries(part).flatMap(([name, item]) =>
    pathsIn(item, [...path, Array.isArray(part) ? Number(name) : name]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

test('any value that is written is read back the same, and no line outside its field changes', () => {
  const variants = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.replaceAll('\n', '\r\n'),
    (text: string) => `\ufeff${text}`,
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      variants,
      value.filter(isPrintable),
      fc.nat(),
      (plain, vary, wanted, pick) => {
        const text = vary(plain);
        const paths = pathsIn(readParts(text).fields).filter(
          (path) => typeof path.at(-1) === 'string' || path.length > 1,
        );
        const path = paths[pick % paths.length] ?? ['title'];
        const old = path.reduce<unknown>(
          (at, name) => (at as Record<string, unknown>)[name],
          readParts(text).fields,
        );
        const isList = Array.isArray(old) && !(old as unknown[]).some((item) => typeof item === 'object');
        if (typeof old === 'object' && !isList) return;
        const next = isList ? [wanted, ...(old as unknown[])] : wanted;
        const after = applyEdits(text, [{ path, value: next }]);
        const read = path.reduce<unknown>(
          (at, name) => (at as Record<string, unknown>)[name],
          readParts(after).fields,
        );
        expect(read).toEqual(next);
        expect(readParts(after).body).toBe(readParts(text).body);
        const others = ({ fields }: { fields: Record<string, unknown> }) => ({
          ...fields,
          [String(path[0])]: null,
        });
        expect(others(readParts(after))).toEqual(others(readParts(text)));
        const end = text.includes('\r\n') ? '\r\n' : '\n';
        expect(after.split('\n').length - 1).toBe(after.split(end).length - 1);
        const comments = (file: string) => file.match(/(?<=^|\s)# .*/gm) ?? [];
        expect(comments(after)).toEqual(expect.arrayContaining(comments(text)));
        // Put back, the file has its old value again.
        expect(readParts(applyEdits(after, [{ path, value: old }])).fields).toEqual(readParts(text).fields);
      },
    ),
    { numRuns: 150 },
  );
});

test('removing any field or item removes that alone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), (text, pick) => {
      const { fields } = readParts(text);
      const names = Object.keys(fields);
      const name = names[pick % names.length] ?? '';
      const after = applyEdits(text, [edit([name])]);
      const { [name]: _, ...rest } = fields;
      expect(readParts(after).fields).toEqual(rest);
      const kept = after.split('\n');
      expect(kept.filter((line) => !text.split('\n').includes(line))).toEqual([]);
    }),
  );
});

test('a body is shown as the editor wrote it, whichever blocks were changed, moved or removed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...texts.filter((text) => text.startsWith('---'))),
      fc.infiniteStream(fc.nat(5)),
      (text, picks) => {
        const { body } = readParts(text);
        const parts = body.trim().split(/\n{2,}(?=## |[^\n])/);
        const changed = parts.flatMap((part) => {
          const pick = picks.next().value as number;
          return pick === 0 ? [] : pick === 1 ? [part, '新的一段。'] : [part];
        });
        const wanted = `\n${changed.join('\n\n')}\n`;
        const after = applyEdits(text, [], wanted);
        expect(readParts(after).fields).toEqual(readParts(text).fields);
        expect(readParts(after).body.replace(/\s+/g, '')).toBe(wanted.replace(/\s+/g, ''));
      },
    ),
    { numRuns: 30 },
  );
});
