/** Loads a classic script, the only kind that browsers load for pages opened as files. */

/** Runs the script at `address` with `given` assigned to its element; resolves to the element, rejects if unreadable. */
export function loadScript<T extends object>(address: string, given: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), given);
    script.src = address;
    script.onload = () => {
      script.remove();
      resolve(script);
    };
    script.onerror = () => {
      script.remove();
      // The same error as fetch.
      reject(new TypeError(`Not on the card: ${address}`));
    };
    document.head.append(script);
  });
}
