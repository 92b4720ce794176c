/** Sends requests one at a time: what is asked for while one runs is sent once, when it has ended. */

export interface RequestLoop {
  /** Sends a request now, or after the one that runs. */
  request(): Promise<void>;
  /** Sends a request after a pause; another call begins the pause anew. */
  requestAfter(pauseMs: number): void;
  close(): void;
}

/** `send` must not reject; it resolves with the milliseconds after which to send again, or undefined. */
export function openRequestLoop(send: () => Promise<number | undefined>): RequestLoop {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isStale = false;
  let isClosed = false;
  const loop: RequestLoop = {
    async request() {
      clearTimeout(timer);
      if (isRunning) {
        isStale = true;
        return;
      }
      isRunning = true;
      const againMs = await send();
      isRunning = false;
      if (isClosed) return;
      if (isStale) {
        isStale = false;
        await loop.request();
      } else if (againMs !== undefined) loop.requestAfter(againMs);
    },
    requestAfter(pauseMs) {
      clearTimeout(timer);
      if (!isClosed) timer = setTimeout(() => void loop.request(), pauseMs);
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
  return loop;
}
