/** @jsxImportSource preact */
/** A document of a base: what it says, to be read only, beside the real page. */
import { useState } from 'preact/hooks';
import { titleOf } from './document-title.ts';
import { FieldList } from './field-lists.tsx';
import { PreviewPane } from './preview-pane.tsx';
import type { SessionView } from './session-view.ts';
import { type CollectionForm, isDocument } from './wire.ts';

interface Props {
  form: CollectionForm;
  view: SessionView;
}

export function InheritedDocument({ form, view }: Props) {
  const [isPreviewShown, setPreviewShown] = useState(false);
  const written = form.fields.filter(({ name }) => name !== 'id' && view.fields[name] !== undefined);
  return (
    <>
      <header class="bar">
        <a class="button" href="#/">
          ← 全部
        </a>
        <span class="soft">{form.label}</span>
        <span class="state inherited">来自上级：{view.base.from}</span>
        <span class="right narrow-only">
          <button
            type="button"
            class="button"
            aria-pressed={isPreviewShown}
            onClick={() => setPreviewShown(!isPreviewShown)}
          >
            {isPreviewShown ? '看写了什么' : '看网页'}
          </button>
        </span>
      </header>
      <div class={`columns ${isPreviewShown ? 'shows-preview' : ''}`}>
        <main class="form">
          <h1>{titleOf(view)}</h1>
          <p class="origin">
            这一篇是上级（{view.base.from}）写的，我们的网站直接用。上级改了，这里跟着变；这里只能看，不能改。
          </p>
          <fieldset class="read-only" disabled aria-label="上级写的">
            <FieldList fields={written} view={view} />
          </fieldset>
          {isDocument(form) && <p class="soft">正文在网页里看。</p>}
        </main>
        <PreviewPane preview={view.preview} />
      </div>
    </>
  );
}
