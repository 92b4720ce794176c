/** What a document or record is called in its own form. */
import type { SessionView } from './session-view.ts';

export function titleOf({ fields, base }: SessionView): string {
  return String(fields.title ?? fields.name ?? fields.term ?? base.title ?? '') || '还没有标题';
}
