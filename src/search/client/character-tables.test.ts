/** The tables of characters on the phone: what they make of a query, and when they are fetched. */
import { expect, test } from 'vitest';
import {
  createCharacterTables,
  type FetchTable,
  SYLLABLES_FILE,
  TRADITIONAL_FILE,
} from './character-tables.ts';

/** Tables of a few characters; with `failOnce` the first fetch of each fails. */
function tables({ failOnce = false } = {}) {
  const fetched: string[] = [];
  const fetchTable: FetchTable = async (name) => {
    fetched.push(name);
    if (failOnce && fetched.filter((each) => each === name).length === 1) throw new Error('no network');
    return name === TRADITIONAL_FILE ? '補貼貸\n补贴贷' : 'a 2\nai 3';
  };
  return { fetched, readings: createCharacterTables(fetchTable) };
}

test('traditional characters become simplified ones, all others stay as they are', async () => {
  const { readings, fetched } = tables();
  expect(await readings.toSimplified('低保補貼')).toBe('低保补贴');
  expect(await readings.toSimplified('貸款𠮷龘')).toBe('贷款𠮷龘');
  expect(fetched).toEqual([TRADITIONAL_FILE]);
});

test('a table of traditional characters that did not come is fetched again for the next query', async () => {
  const { readings } = tables({ failOnce: true });
  await expect(readings.toSimplified('補貼')).rejects.toThrow('no network');
  expect(await readings.toSimplified('補貼')).toBe('补贴');
});

test('a query of simplified characters fetches no table', async () => {
  const { readings, fetched } = tables();
  expect(await readings.toSimplified('低保怎么申请 123')).toBe('低保怎么申请 123');
  expect(fetched).toEqual([]);
});

test('the sound of common characters is known, of no others', async () => {
  const { readings } = tables();
  expect(await readings.pinyinOf('阿埃')).toBe('aai');
  expect(await readings.pinyinOf('阿贷')).toBe('');
});

test('the sounds that were fetched beforehand are fetched once', async () => {
  const { readings, fetched } = tables();
  await readings.preloadPinyin();
  await readings.pinyinOf('阿');
  expect(fetched).toEqual([SYLLABLES_FILE]);
});

test('sounds that did not come beforehand say nothing, and are fetched again when they are needed', async () => {
  const { readings } = tables({ failOnce: true });
  await expect(readings.preloadPinyin()).resolves.toBeUndefined();
  expect(await readings.pinyinOf('阿')).toBe('a');
});
