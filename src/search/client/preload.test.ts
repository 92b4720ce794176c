import { expect, test } from 'vitest';
import { type Fetch, preloadIndex } from './preload.ts';

const index = 'https://county.example/search/index/';

/** A line on which each file comes, the entry with the name of the list, and those named `lost` do not. */
function line(lost: string[] = []) {
  const asked: string[] = [];
  const fetchNow: Fetch = async (url) => {
    asked.push(url.replace(/\?.*/, '').slice(index.length));
    if (lost.some((name) => url.includes(name))) throw new Error(`${url} did not come`);
    return new Response(url.includes('entry') ? '{ "languages": { "unknown": { "hash": "all" } } }' : url);
  };
  return { asked, fetchNow };
}
const rest = () => new Promise((resolve) => setTimeout(resolve, 20));

test('what every search begins with is asked for before the engine asks, and once', async () => {
  const { asked, fetchNow } = line();
  const fetch = preloadIndex(index, fetchNow);
  await rest();
  const ahead = ['pagefind-entry.json', 'wasm.unknown.pagefind', 'pagefind.all.pf_meta'];
  expect(asked).toEqual(ahead);
  const texts = await Promise.all(ahead.map(async (name) => (await fetch(`${index}${name}?ts=1`)).text()));
  expect(texts[0]).toContain('languages');
  expect(texts.slice(1)).toEqual([`${index}wasm.unknown.pagefind`, `${index}pagefind.all.pf_meta`]);
  expect(asked).toHaveLength(3);
});

test('all else is fetched when it is asked for', async () => {
  const { asked, fetchNow } = line();
  await preloadIndex(index, fetchNow)(`${index}fragment/one.pf_fragment`);
  expect(asked).toContain('fragment/one.pf_fragment');
});

test.each(['wasm.unknown.pagefind', 'pagefind-entry.json'])(
  '%s, where it did not come, fails for the engine, and is fetched anew when it asks again',
  async (name) => {
    const lost = [name];
    const { asked, fetchNow } = line(lost);
    const fetch = preloadIndex(index, fetchNow);
    await expect(fetch(index + name)).rejects.toThrow('did not come');
    lost.pop();
    expect((await fetch(index + name)).ok).toBe(true);
    expect(asked.filter((each) => each === name)).toHaveLength(2);
  },
);

test('an entry that is cut short leads to nothing fetched for it, and to the engine as it came', async () => {
  const asked: string[] = [];
  const fetch = preloadIndex(index, async (url) => {
    asked.push(url);
    return new Response('x');
  });
  await rest();
  expect(asked).toHaveLength(2);
  expect(await (await fetch(`${index}pagefind-entry.json?ts=1`)).text()).toBe('x');
});
