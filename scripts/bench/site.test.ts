/** Transferred bytes are counted as sent: a page with its style, scripts separately, the largest of all. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sizesOf } from './site.ts';

test('the figures of a site are those of its largest page and pictures', () => {
  const dir = mkdtempSync(join(tmpdir(), 'mingbai-site-'));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  };
  const [style, script, worker] = ['a{color:red}', 'let a = 1;', 'let b = 2;'];
  const head = '<link rel="stylesheet" href="/assets/a.css"><script src="/assets/b.js?v=1" defer></script>';
  const long = head + '长文'.repeat(500);
  write('index.html', head);
  write('policies/a/index.html', long);
  write('assets/a.css', style);
  write('assets/b.js', script);
  write('sw.js', worker);
  write(
    'offline/list.json',
    JSON.stringify({
      parts: [
        { group: 'text', wireBytes: 1000 },
        { group: 'search', wireBytes: 500 },
        { group: 'pictures', wireBytes: 9000 },
      ],
    }),
  );
  for (const name of ['card', 'square', 'poster']) {
    write(`share/policies/a/${name}.png`, 'x'.repeat(100));
    write(`share/policies/b/${name}.png`, 'x'.repeat(300));
  }
  const packed = (text: string) => gzipSync(text, { level: 9 }).length;
  expect(sizesOf(dir, 3)).toEqual({
    documents: 3,
    largestPageBytes: packed(long) + packed(style),
    pageScriptBytes: packed(script),
    styleBytes: packed(style),
    serviceWorkerBytes: packed(worker),
    savedTextBytes: 1500,
    savedTextBytesPerDocument: 500,
    largestCardBytes: 300,
    largestSquareBytes: 300,
    largestPosterBytes: 300,
  });
  rmSync(dir, { recursive: true });
});
