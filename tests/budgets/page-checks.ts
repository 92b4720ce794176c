/** Checks of one page: sideways scroll, targets too small for a finger, axe-core, valid HTML. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { filesOf } from '../support/built-site.ts';

/** Pixels by which a page is wider than the screen. */
export function sidewaysScrollPx(page: Page): Promise<number> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
}

/** Targets smaller than `least`, except links inside a sentence, which line height separates (WCAG 2.5.8). */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((side) => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const inSentence = (element: Element) => {
      const around = element.closest('p, li, dd, dt, td');
      return (
        getComputedStyle(element).display === 'inline' &&
        around !== null &&
        (around.textContent ?? '').trim().length > (element.textContent ?? '').trim().length
      );
    };
    // A label is a separate target if its control is too small to be one: a tick box.
    const targets =
      'a, button, summary, select, input:not([type=checkbox], [type=radio], [type=hidden]), label';
    return Array.from(document.querySelectorAll<HTMLElement>(targets))
      .filter(
        (element) => !element.matches('label') || element.querySelector('[type=checkbox], [type=radio]'),
      )
      .filter((element) => element.offsetParent !== null || getComputedStyle(element).position === 'fixed')
      .filter((element) => !inSentence(element) && !element.matches('.skip'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height < side - 0.5 || box.width < side - 0.5)
      .map(
        ({ element, box }) => `${element.tagName} ${element.textContent?.trim()} ${box.width}×${box.height}`,
      );
  }, least);

/** The script that `axeViolations` runs; part of the page, because sending it to each page needs longer than running it. */
export const axeSource: string = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** The rules of axe-core whose outcome depends on colours and sizes. */
export const STYLE_RULES: readonly string[] = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
];

/** Violations that axe-core finds, one line per element, of all rules or the named ones; folded parts are opened first. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const violations = await page.evaluate(async (values) => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    const runOnly = values && { runOnly: { type: 'rule', values } };
    return (await axe.run({ resultTypes: ['violations'], ...runOnly })).violations;
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

const validator = new HtmlValidate(
  new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:standard'],
    rules: {
      // Boxes of one question share its name, as HTML intends.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
      // A title of 24 Chinese characters says as much as the rule's 70 Latin ones.
      'long-title': 'off',
      // Astro writes void elements and attributes in its own valid style.
      'void-style': 'off',
      // Equally valid, and 169 bytes less in transfer for 239 line-break opportunities.
      'attr-quotes': ['error', { unquoted: true }],
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      // Astro writes the doctype in lower case.
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      // One script is in the head: it sets the print size before the first paint.
      'no-inline-script': 'off',
      // Styles, not spaces in the text, split telephone numbers visually.
      'tel-non-breaking': 'off',
      // The site has no build step that hashes its own stylesheet a second time; all files are from one host.
      'require-sri': 'off',
    },
  }),
);

/** The errors of HTML validation in the pages of a built site, or in `files` of it, one line each. */
export async function invalidHtml(dir: string, files = filesOf('.html', dir)): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    const { results } = await validator.validateFile(join(dir, file));
    for (const { line, column, ruleId, message } of results.flatMap(({ messages }) => messages)) {
      found.push(`${file}:${line}:${column} ${ruleId} ${message}`);
    }
  }
  return found;
}
