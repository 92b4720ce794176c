/** @jsxImportSource preact */
/** A document of a base that the site does without. */
import { FollowBaseButton } from './follow-base-button.tsx';
import { ReadOnlyColumns } from './read-only-columns.tsx';
import type { OpenProps } from './session-view.ts';

export function LeftOutDocument({ form, documentKey, view, session }: OpenProps) {
  const isPublished = view.base.state === 'published';
  return (
    <ReadOnlyColumns form={form} tag="上级有，我们县不用" hasPreview={false}>
      <h1>{view.base.title}</h1>
      <div class="origin">
        <p>
          上级（{view.base.from}）有这一篇，我们县不用，网站上没有它。
          {!isPublished && '还没有发布，回到“全部”按“发布”以后才去掉。'}
        </p>
        <FollowBaseButton document={documentKey} session={session} />
      </div>
    </ReadOnlyColumns>
  );
}
