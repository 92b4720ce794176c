/** The finder for one policy: its questions start at once, and those of the policy come first. The phone has it. */

/** The name in the query. */
export const FINDER_POLICY = 'policy';

/** The address of the finder for the policy `slug`. */
export function finderAddress(slug: string): string {
  return `/finder/?${FINDER_POLICY}=${slug}`;
}
