/** A ZIM book has an icon in lists of readers, whatever the site's icon is. */
import { expect, test } from 'vitest';
import { illustration } from './illustration.ts';

const svg = (size: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100" height="100"/></svg>`;

test.each([
  ['a square', svg('viewBox="0 0 100 100"')],
  ['wide', svg('viewBox="0 0 300 100"')],
  ['high', svg('viewBox="0 0 100 300"')],
  ['missing', undefined],
  ['impossible to render', 'no picture'],
])('an icon that is %s gives a PNG of 48 × 48 pixels', (_, icon) => {
  const png = Buffer.from(illustration(icon));
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 48, 48]);
});
