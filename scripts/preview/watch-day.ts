/** What depends on the day changes at midnight, without a change of a file. */
import type { Settings } from '../../src/settings.ts';

const CHECK_MS = 30_000;

/** Calls `onNewDay` when the day of the settings is another one; the pages read it from the environment. */
export function watchDay(settings: Settings, onNewDay: () => void, checkMs = CHECK_MS): { close(): void } {
  let day = settings.today;
  const timer = setInterval(() => {
    if (settings.today === day) return;
    day = settings.today;
    process.env.MINGBAI_TODAY = day;
    onNewDay();
  }, checkMs);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
