/** `Worker` for pages opened as files: the script runs in the page, with its own message scope. */
import { loadScript } from './load-script.ts';
import { onUnreadable } from './unreadable.ts';

/** The part of the Worker API that the site uses. The script finds its scope on its own element. */
export class WorkerPolyfill extends EventTarget {
  readonly #scope = new EventTarget();
  readonly #started: Promise<unknown>;
  #isRunning = true;

  constructor(address: string) {
    super();
    const addEventListener = this.#scope.addEventListener.bind(this.#scope);
    const postMessage = (data: unknown) => {
      if (this.#isRunning) this.dispatchEvent(new MessageEvent('message', { data }));
    };
    const url = new URL(address, location.href);
    const { search } = url;
    // The query is for the script; readers of ZIM books would look for a file of that name.
    url.search = '';
    this.#started = loadScript(url.href, { scope: { addEventListener, postMessage, search } });
    const fail = () => {
      if (this.#isRunning) this.dispatchEvent(new Event('error'));
    };
    this.#started.catch(fail);
    onUnreadable(fail);
  }

  /** Delivers a message to the script after it has loaded. */
  postMessage(data: unknown): void {
    const hand = () => {
      if (this.#isRunning) this.#scope.dispatchEvent(new MessageEvent('message', { data }));
    };
    // A failure to load has been reported by the error event.
    this.#started.then(hand, () => undefined);
  }

  terminate(): void {
    this.#isRunning = false;
  }
}
