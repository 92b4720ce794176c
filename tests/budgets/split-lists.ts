/**
 * Finds lists that are separated from their headings in print. Pages are fragments like columns, and for columns a browser
 * gives the position of each element: the text is laid out in columns as high as a sheet, of many heights, as a longer or shorter
 * text before it would move it.
 */
import type { Page } from 'playwright-core';

/** Headings in another column than the start of their content, and items that are cut, at any of the heights in pixels. */
export async function findSplitLists(page: Page, heightsPx: readonly number[]): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  return page.evaluate((heights) => {
    const main = document.querySelector('main');
    if (!main) return ['no main'];
    const style = new CSSStyleSheet();
    document.adoptedStyleSheets = [style];
    const found = new Set<string>();
    const isSeen = (element: Element) => element.getClientRects().length > 0;
    const heads = Array.from(
      main.querySelectorAll('h1, h2, h3, h4, summary, .question > p, aside > p:first-child'),
    ).filter(isSeen);
    const items = Array.from(main.querySelectorAll('li, .call, .fact, aside')).filter(isSeen);
    for (const height of heights) {
      style.replaceSync(
        `article { columns: auto !important } article h1, .table-wide { column-span: none !important }
         main { columns: 360px; column-gap: 40px; column-fill: auto; height: ${height}px }`,
      );
      for (const head of heads) {
        let next: Element | null = head;
        while (next && !next.nextElementSibling) next = next.parentElement;
        const after = next?.nextElementSibling;
        if (!after || !main.contains(after) || !isSeen(after)) continue;
        const [own, first] = [Array.from(head.getClientRects()).at(-1), firstText(after)];
        if (own && first && Math.abs(own.left - first.left) > 180)
          found.add(
            `${height}: ${head.textContent?.trim().slice(0, 12)} | ${after.textContent?.trim().slice(0, 12)}`,
          );
      }
      for (const item of items) {
        const boxes = Array.from(item.getClientRects());
        // An item higher than half a sheet cannot be kept whole.
        const whole = boxes.reduce((sum, box) => sum + box.height, 0);
        if (boxes.length > 1 && whole < height / 2)
          found.add(`${height}: cut ${item.textContent?.trim().slice(0, 12)}`);
      }
    }
    return [...found];

    function firstText(element: Element): DOMRect | undefined {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const box = Array.from(range.getClientRects()).find(({ width }) => width > 0);
        if (box) return box;
      }
      return undefined;
    }
  }, heightsPx);
}
