/** File names in the folder public that some systems reject: the repository cannot be cloned there. */
import { windowsNameIssue } from '../../../documents/windows-name.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'public/name',
  severity: 'error',
  finds: 'public 里有些电脑用不了的文件名：Windows 留给设备的名字（aux、con），只有大小写不同的两个名字。',
  why: '用 Windows 的同事取不下来，没法再改这个网站。',
  write: '换一个名字；文章里写到它的地方一起改。',
  bad: [
    {
      publicFiles: { 'files/aux.txt': '一' },
      expected: ['public/files/aux.txt:1:1'],
      shown: 'public/files/aux.txt',
    },
    {
      publicFiles: { 'files/biao.txt': '一', 'files/Biao.txt': '二' },
      expected: ['public/files/biao.txt:1:1'],
      shown: 'biao.txt 和 Biao.txt',
    },
    {
      publicFiles: { 'files/a.txt': '一', 'Files/b.txt': '二' },
      expected: ['public/files/a.txt:1:1'],
    },
  ],
  good: [{ publicFiles: { 'files/申请表 2026.txt': '一' }, shown: 'public/files/申请表 2026.txt' }],
  check: ({ publicFiles }, report) => {
    const first = new Map<string, string>();
    for (const file of publicFiles) {
      // Signs that no address may have are reported by another rule.
      const fault = file.facts?.hasPlainName === false ? undefined : windowsNameIssue(file.address.slice(1));
      if (fault !== undefined) report(file, 0, fault);
      const twin = twinOf(file.address, first);
      if (twin === undefined) continue;
      const message = `${file.address} 和 ${twin} 只有大小写不同，Windows 上是同一个名字，会互相盖掉。请把其中一个改名。`;
      report(file, 0, message);
    }
  },
};

/** An earlier path that differs only in upper and lower case, in the file's name or in one of its folders. */
function twinOf(address: string, first: Map<string, string>): string | undefined {
  let twin: string | undefined;
  for (let end = address.indexOf('/', 1); ; end = address.indexOf('/', end + 1)) {
    const path = end < 0 ? address : address.slice(0, end);
    // On a Mac two encodings of one accented letter are the same name.
    const key = path.normalize('NFC').toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, path);
    else if (earlier !== path) twin = earlier;
    if (end < 0) return twin;
  }
}
