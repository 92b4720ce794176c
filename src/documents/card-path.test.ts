/** Files on a card have names that FAT and Windows accept. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOnCard, cardPath } from './card-path.ts';

test('plain names are unchanged', () => {
  expect(cardPath('policies/di-bao/index.html')).toBe('policies/di-bao/index.html');
  expect(addressOnCard('/policies/di-bao/')).toBe('policies/di-bao/index.html');
  expect(addressOnCard('/')).toBe('index.html');
  expect(addressOnCard('/contacts/#tel-12345')).toBe('contacts/index.html#tel-12345');
  expect(addressOnCard('/share/policies/di-bao/poster.png')).toBe('share/policies/di-bao/poster.png');
});

test('the name of a device gets a suffix, with its extension unchanged', () => {
  expect(cardPath('policies/con/index.html')).toMatch(/^policies\/con-\w+\/index\.html$/);
  expect(cardPath('images/com1.png')).toMatch(/^images\/com1-\w+\.png$/);
  expect(cardPath('policies/console/index.html')).toBe('policies/console/index.html');
});

test('two pictures whose names differ only in case stay two', () => {
  expect(cardPath('images/IMG_1.JPG')).toMatch(/^images\/img-1-\w+\.jpg$/);
  expect(cardPath('images/IMG_1.JPG')).not.toBe(cardPath('images/img_1.JPG'));
});

test('a Chinese name becomes one that every tool unpacks', () => {
  expect(cardPath('images/村口.png')).toMatch(/^images\/file-\w+\.png$/);
});

const names = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    'CON',
    'aux.txt',
    'nul.',
    'lpt9.tar.gz',
    '..',
    'a?',
    ' a',
    'a ',
    'COM1',
    '低保',
    'a'.repeat(300),
  ),
);

test('Windows accepts the name of any file, and its path is short', () => {
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 12 }), (parts) => {
      const path = cardPath(parts.map((part) => part.replace(/\//g, '-')).join('/'));
      expect(path.length).toBeLessThanOrEqual(180);
      for (const part of path.split('/')) {
        expect(part).toMatch(/^[a-z0-9._-]+$/);
        expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[.\s]$/);
      }
    }),
  );
});

test('no two files get the same path', () => {
  fc.assert(
    fc.property(names, names, (one, other) => {
      fc.pre(one !== other);
      expect(cardPath(one)).not.toBe(cardPath(other));
    }),
  );
});
