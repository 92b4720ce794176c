/** The guides that tell frauds from policies. */
import type { GuideDocument } from './site.ts';

/** Those that say so, and where none does those whose title is about it; none where a county has none. */
export function fraudGuides(guides: readonly GuideDocument[]): GuideDocument[] {
  const marked = guides.filter(({ data }) => data.answers === 'fraud');
  return marked.length > 0 ? marked : guides.filter(({ data }) => /骗|诈/.test(data.title));
}
