/** Loads a classic script, the one thing that browsers let a page opened as a file load. */

/** Runs the script at `address` with `given` on its element, and gives the element; rejects where it cannot be read. */
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
      // What `fetch` rejects with.
      reject(new TypeError(`Not on the card: ${address}`));
    };
    document.head.append(script);
  });
}
