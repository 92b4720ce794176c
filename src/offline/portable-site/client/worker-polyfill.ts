/** `Worker` for a page that was opened as a file: the script runs in the page, with a scope of its own to talk through. */
import { loadScript } from './load-script.ts';
import { onUnreadable } from './unreadable.ts';

/** As much of a worker as the site uses. Its script finds its scope on its own element. */
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
    // The question is for the script: a reader of books would look for a file with that name.
    url.search = '';
    this.#started = loadScript(url.href, { scope: { addEventListener, postMessage, search } });
    const fail = () => {
      if (this.#isRunning) this.dispatchEvent(new Event('error'));
    };
    this.#started.catch(fail);
    onUnreadable(fail);
  }

  /** Hands a message to the script, once that has been read. */
  postMessage(data: unknown): void {
    const hand = () => {
      if (this.#isRunning) this.#scope.dispatchEvent(new MessageEvent('message', { data }));
    };
    // A script that could not be read was told of by the event.
    this.#started.then(hand, () => undefined);
  }

  terminate(): void {
    this.#isRunning = false;
  }
}
