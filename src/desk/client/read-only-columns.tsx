/** @jsxImportSource preact */
/** The page of a document that is only read: a bar, what there is to say at the left, the real page at the right. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { PreviewPane } from './preview-pane.tsx';
import { PreviewToggle } from './preview-toggle.tsx';
import type { SessionView } from './session-view.ts';
import type { CollectionForm } from './wire.ts';

interface Props {
  form: CollectionForm;
  /** The tag in the bar. */
  tag: string;
  /** Absent where there is no page. */
  preview?: SessionView['preview'];
  hasPreview?: boolean;
  children: ComponentChildren;
}

export function ReadOnlyColumns({ form, tag, preview, hasPreview = true, children }: Props) {
  const [isPreviewShown, setPreviewShown] = useState(false);
  return (
    <>
      <header class="bar">
        <a class="button" href="#/">
          ← 全部
        </a>
        <span class="soft">{form.label}</span>
        <span class="state inherited">{tag}</span>
        {hasPreview && (
          <span class="right">
            <PreviewToggle isShown={isPreviewShown} back="看写了什么" onToggle={setPreviewShown} />
          </span>
        )}
      </header>
      <div class={`columns ${isPreviewShown ? 'shows-preview' : ''}`}>
        <main class="form">{children}</main>
        {hasPreview && <PreviewPane preview={preview} />}
      </div>
    </>
  );
}
