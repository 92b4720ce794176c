/** Texts of editors in HTML: shown as they were written, never read as tags. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, unescapeHtml } from './html-text.ts';

test('no text becomes a tag or ends an attribute, and each is unchanged after unescaping', () => {
  const text = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', 'amp;', '&lt;', '低保', 'a') });
  fc.assert(
    fc.property(text, (written) => {
      expect(escapeHtml(written)).not.toMatch(/[<>"]/);
      expect(unescapeHtml(escapeHtml(written))).toBe(written);
    }),
  );
});
