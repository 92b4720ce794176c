/** Every page is valid HTML, so that old and rare browsers read it the same way. */
import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { filesOf, siteDir } from '../site/built-site.ts';

const validator = new HtmlValidate(
  new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:standard'],
    rules: {
      // Boxes of one question share its name, as HTML means them to.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
      // A title in Chinese characters says as much in 24 as the rule's 70 latin ones.
      'long-title': 'off',
      // Astro writes void elements and attributes in its own, equally valid, way.
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      // The doctype is in lower case, as Astro writes it.
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      // One script stands in the head: it sets the size of print before the first paint.
      'no-inline-script': 'off',
      // Telephone numbers are split for the eye by the layout, not by spaces in the text.
      'tel-non-breaking': 'off',
      // The site has no build step that could digest its own style sheet twice; all is of one host.
      'require-sri': 'off',
    },
  }),
);

test('every page of the site', async () => {
  const complaints: string[] = [];
  for (const file of filesOf('.html')) {
    const report = await validator.validateFile(join(siteDir, file));
    for (const { messages } of report.results) {
      for (const { line, column, ruleId, message } of messages) {
        complaints.push(`${file}:${line}:${column} ${ruleId} ${message}`);
      }
    }
  }
  expect(complaints).toEqual([]);
});
