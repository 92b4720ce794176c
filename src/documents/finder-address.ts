/** The finder for one policy: its questions start at once, and those of the policy come first. The phone has it. */

/** The name in the query. */
export const FINDER_POLICY = 'policy';

/** The address of the finder for the policy `slug`. */
export function finderAddress(slug: string): string {
  return `/finder/?${FINDER_POLICY}=${slug}`;
}

/** Where the page of a policy is on a memory card, if each name in its address is one that every system accepts. */
export function plainAddressOnCard(address: string): string {
  return `${address.slice(1)}index.html`;
}
