/** A picture of a body becomes a photograph, with its words, and the rest of the body is unchanged. */
import { expect, test } from 'vitest';
import { withPhotographs } from './photograph-html.ts';

const photograph = {
  key: '0123456789abcdef',
  widthPx: 720,
  heightPx: 540,
  sizes: [
    { name: 'small', widthPx: 480, bytes: 9000 },
    { name: 'middle', widthPx: 720, bytes: 20_000 },
  ],
  placeholder: 'data:image/webp;base64,UklGRg==',
} as const;
const photographs = { '/images/a&b.jpg': { ...photograph, sizes: [...photograph.sizes] } };

test('widths in both formats, the shape, the words, and a JPEG for old browsers', () => {
  const html = withPhotographs(
    '<p>看<img src="/images/a&amp;b.jpg" alt="&quot;路&quot;" loading="lazy">。</p>',
    photographs,
  );
  expect(html.startsWith('<p>看<span class="photo" data-bytes="480:9000 720:20000">')).toBe(true);
  expect(html.endsWith('</span>。</p>')).toBe(true);
  expect(html).toContain(
    'type="image/webp" srcset="/assets/photographs/0123456789abcdef-small.webp 480w, /assets/photographs/0123456789abcdef-middle.webp 720w"',
  );
  expect(html.indexOf('image/avif')).toBeLessThan(html.indexOf('image/webp"'));
  expect(html).toContain(
    '<img src="/assets/photographs/0123456789abcdef.jpg" alt="&quot;路&quot;" width="720" height="540" loading="lazy" decoding="async">',
  );
});

test('a picture that was not encoded is unchanged', () => {
  const html = '<p><img src="/images/drawing.svg" alt="图" loading="lazy" decoding="async"></p>';
  expect(withPhotographs(html, photographs)).toBe(html);
});
