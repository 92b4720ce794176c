/** The guides about frauds. */
import type { GuideDocument } from './site.ts';

/** Guides marked as such; if none is, those with a title about fraud; may be empty. */
export function fraudGuides(guides: readonly GuideDocument[]): GuideDocument[] {
  const marked = guides.filter(({ data }) => data.answers === 'fraud');
  return marked.length > 0 ? marked : guides.filter(({ data }) => /骗|诈/.test(data.title));
}
