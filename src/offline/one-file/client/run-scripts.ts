/** Runs scripts of the site inside the one file, which browsers allow to load no script. */
import { RUN_FUNCTION, SCRIPT_SCHEME } from '../file-directory.ts';
import { ENVIRONMENT_NAMES, type Environment } from './page-environment.ts';

type PageFunction = (...values: readonly unknown[]) => void;

export interface ScriptOptions {
  /** The code of a script, by name. */
  code(name: string): string | undefined;
  /** The environment of the page that is shown. */
  environment(): Environment;
  /** That the policy of the file allows. */
  nonce: string;
}

/** Prepares the document, and returns a function that runs a script by name. */
export function prepareScripts({ code, environment, nonce }: ScriptOptions): (name: string) => void {
  Object.assign(window, {
    [RUN_FUNCTION]: (run: PageFunction) => run(...environment().values),
  });
  const { head } = document;
  const append = head.append.bind(head);
  const run = (script: HTMLScriptElement, name: string) => {
    const source = code(name);
    if (source === undefined) return false;
    script.removeAttribute('src');
    script.nonce = nonce;
    script.text = `${RUN_FUNCTION}(function(${ENVIRONMENT_NAMES.join()}){${source}\n})`;
    append(script);
    return true;
  };
  // The scripts of the site load others by elements that they append to the head.
  head.append = (...nodes) => {
    for (const node of nodes) {
      const address = node instanceof HTMLScriptElement ? (node.getAttribute('src') ?? '') : '';
      if (!(node instanceof HTMLScriptElement) || !address.startsWith(SCRIPT_SCHEME)) {
        append(node);
        continue;
      }
      const isRun = run(node, address.slice(SCRIPT_SCHEME.length).replace(/\?.*/, ''));
      // As the browser does: after the script that appends it.
      setTimeout(() => node.dispatchEvent(new Event(isRun ? 'load' : 'error')));
    }
  };
  return (name) => {
    const script = document.createElement('script');
    run(script, name);
    script.remove();
  };
}
