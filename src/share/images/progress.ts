/** A progress line on a terminal; silent in a pipe. */

export interface RenderProgress {
  /** Counts one more step. */
  step(): void;
  /** Clears the line. */
  end(): void;
}

export type Terminal = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

const MIN_UPDATE_INTERVAL_MS = 200;
/** Carriage return and "erase line" (ECMA-48). */
const CLEAR_LINE = '\r\u001B[K';

/** A progress line for `total` steps, `what` in Chinese; `now` in milliseconds. */
export function showProgress(
  terminal: Terminal,
  { what, total, now = () => performance.now() }: { what: string; total: number; now?: () => number },
): RenderProgress {
  if (!terminal.isTTY || total === 0) return { step: () => undefined, end: () => undefined };
  const began = now();
  let [done, shownAt] = [0, Number.NEGATIVE_INFINITY];
  return {
    step() {
      done += 1;
      if (now() - shownAt < MIN_UPDATE_INTERVAL_MS && done < total) return;
      shownAt = now();
      const leftSeconds = Math.ceil((((now() - began) / done) * (total - done)) / 1000);
      terminal.write(`${CLEAR_LINE}${what}：${done}/${total}，还要约 ${leftSeconds} 秒`);
    },
    end: () => void terminal.write(CLEAR_LINE),
  };
}
