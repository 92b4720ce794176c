/** The worker process that renders the pages of a province, with the code that Astro compiled for them. */
import { hash } from 'node:crypto';
import { openRenderer } from '../../src/cache/index.ts';
import { readFrontInput } from '../../src/province/front/index.ts';
import { readSettings } from '../../src/settings.ts';
import { codeHash } from '../code-hash.ts';
import { getCompiledPages } from '../compile-pages.ts';
import { handleMessages } from '../worker-process.ts';

export interface FrontTask {
  /** The file with the input (src/province/front/front-input.ts). */
  input: string;
}

handleMessages(import.meta.url, async ({ input }: FrontTask): Promise<void> => {
  process.env.NODE_ENV = 'production';
  process.env.MINGBAI_PROVINCE = input;
  const settings = readSettings();
  const { url } = readFrontInput(input).about;
  const key = hash('sha256', `province\n${codeHash()}`);
  const renderer = openRenderer({ cacheDir: settings.cacheDir, version: codeHash() });
  await renderer.render(await getCompiledPages(settings, key, { MINGBAI_PROVINCE: input }), {
    ...settings,
    url,
  });
});
