/** Markdown takes a bare address up to the next space; in Chinese text there is none. */

/** Splits what the parser took for an address into the address and the Chinese that follows it. */
export function splitAutolink(text: string): [address: string, rest: string] {
  const end = text.search(/[^\x21-\x7E]/);
  const address = (end < 0 ? text : text.slice(0, end)).replace(/[.,;:!?)\]}'"]+$/, '');
  return [address, text.slice(address.length)];
}
