/** What a reader chooses in the one file, such as large print, holds at least until the file is closed. */
import { expect, test } from 'vitest';
import { createStorage } from './page-storage.ts';

const refused = () => {
  throw new DOMException('no', 'SecurityError');
};

test('without storage, what is stored is there as long as the file is open', () => {
  const storage = createStorage(refused);
  expect(storage.getItem('size')).toBeNull();
  storage.setItem('size', 'large');
  expect(storage.getItem('size')).toBe('large');
  storage.setItem('size', '');
  expect(storage.getItem('size')).toBe('');
});

test('with storage, what an earlier visit stored is read, and the new value stored', () => {
  const disk = new Map([['size', 'larger']]);
  const real = {
    getItem: (key: string) => disk.get(key) ?? null,
    setItem: (key: string, value: string) => void disk.set(key, value),
  };
  const storage = createStorage(() => real);
  expect(storage.getItem('size')).toBe('larger');
  storage.setItem('size', 'large');
  expect(disk.get('size')).toBe('large');
});

test('a full storage is no error', () => {
  const storage = createStorage(() => ({ getItem: () => null, setItem: refused }));
  storage.setItem('ticks', '[]');
  expect(storage.getItem('ticks')).toBe('[]');
});
