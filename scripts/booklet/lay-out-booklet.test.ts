/** How a booklet is laid out, with a printer that counts characters instead of a browser. */
import { expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite } from '../../src/documents/site.ts';
import type { Booklet } from '../../src/share/booklet/index.ts';
import { bookletOf } from '../../src/share/booklet/index.ts';
import { layOutBooklet, type Printer } from './lay-out-booklet.ts';

const corpus = readCorpus('content', 'content');
const booklet: Booklet = bookletOf(createSite(corpus.documents, corpus, '2026-11-28'), 'everybody');
const fonts = { regular: ['r'], bold: ['b'] };

/** Prints each part on as many pages as `pagesOf` says for its HTML. */
function printerOf(pagesOf: (part: string) => number): Printer & { printed: string[] } {
  const printed: string[] = [];
  return {
    printed,
    async print(html) {
      printed.push(html);
      return new TextEncoder().encode(html);
    },
    async read(pdf) {
      const starts = new Map<string, number>();
      let next = 1;
      for (const part of new TextDecoder().decode(pdf).split('<section ').slice(1)) {
        const id = / id="([^"]+)"/.exec(part.split('>', 1)[0] ?? '')?.[1];
        if (id !== undefined) starts.set(id, next);
        next += pagesOf(part);
      }
      return { total: next - 1, starts };
    },
  };
}

const sizeOf = (part: string) => Number(/font-size:(\d+)pt/.exec(part)?.[1] ?? 0);
const isPolicy = (part: string) => part.startsWith('class="part policy"');

test('each policy is printed in the largest size in which it fits two pages', async () => {
  const printer = printerOf((part) => (isPolicy(part) && sizeOf(part) > 14 ? 3 : isPolicy(part) ? 2 : 1));
  const { plan, longTitles } = await layOutBooklet(booklet, fonts, printer);
  const sizes = (printer.printed.at(-1) ?? '').split('<section ').filter(isPolicy).map(sizeOf);
  expect(new Set(sizes)).toEqual(new Set([14]));
  expect(longTitles).toEqual([]);
  expect([...plan.policies.values()].every((page) => page % 2 === 0)).toBe(true);
});

test('a policy that never fits is printed whole on more pages, and the editor is told', async () => {
  const [first] = booklet.chapters[0]?.policies ?? [];
  const isFirst = (part: string) => part.includes(` id="policy-${first?.slug}"`);
  const printer = printerOf((part) => (isFirst(part) ? 3 : isPolicy(part) ? 2 : 1));
  const { plan, longTitles } = await layOutBooklet(booklet, fonts, printer);
  expect(longTitles).toEqual([first?.data.title]);
  expect(plan.blanks.policies.get(first?.slug ?? '')).toBe(1);
  expect([...plan.policies.values()].every((page) => page % 2 === 0)).toBe(true);
});

test('a print that is not as planned is never written', async () => {
  let prints = 0;
  const printer = printerOf((part) => (isPolicy(part) ? 2 : 1));
  const print = printer.print;
  printer.print = (html) => {
    prints += 1;
    return print(
      prints === 2
        ? html.replace(
            '<section class="part back',
            '<section class="part notes"></section><section class="part back',
          )
        : html,
    );
  };
  await expect(layOutBooklet(booklet, fonts, printer)).rejects.toThrow('instead of');
});
