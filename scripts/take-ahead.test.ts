/** What others have made is taken on a thread, with the same result as without one. */
import { afterEach, expect, test, vi } from 'vitest';
import { readSettings, withCurrentDay } from '../src/settings.ts';
import { startTaking } from './take-ahead.ts';

afterEach(() => vi.unstubAllEnvs());

test('without a remote cache no thread is started', () => {
  vi.stubEnv('MINGBAI_REMOTE_CACHE', undefined);
  expect(startTaking(readSettings())).toBeUndefined();
});

test('settings that are incomplete take nothing, and the build goes on', async () => {
  vi.stubEnv('MINGBAI_REMOTE_CACHE', 's3://county');
  vi.stubEnv('MINGBAI_REMOTE_CACHE_SECRET', 'short');
  expect(await startTaking(withCurrentDay(readSettings()))).toBe(false);
});
