/** @jsxImportSource preact */
/** A document of a base: what it says, to be read only, and the ways to have it otherwise. */
import { useState } from 'preact/hooks';
import { post } from './api.ts';
import { titleOf } from './document-title.ts';
import { Words } from './fields/base-words.tsx';
import { LeaveOutForm } from './leave-out-form.tsx';
import { ReadOnlyColumns } from './read-only-columns.tsx';
import type { OpenProps } from './session-view.ts';
import { shownFields } from './shown-fields.ts';
import { isDocument } from './wire.ts';

export function InheritedDocument({ form, documentKey, view, session }: OpenProps) {
  const [isLeavingOut, setLeavingOut] = useState(false);
  const [failure, setFailure] = useState('');
  const written = shownFields(form).filter(({ name }) => view.fields[name] !== undefined);
  const { collection, slug } = documentKey;
  const makeOwn = async () => {
    await post(`documents/${collection}/${slug}/own`, {});
    await session.refresh();
  };
  return (
    <ReadOnlyColumns form={form} tag={`来自上级：${view.base.from}`} preview={view.preview}>
      <h1>{titleOf(view)}</h1>
      <div class="origin">
        <p>
          这一篇是上级（{view.base.from}）写的，我们的网站直接用。上级改了，这里跟着变；这里只能看，不能改。
        </p>
        <p class="choices">
          <button
            type="button"
            class="button main"
            onClick={() => void makeOwn().catch((error: Error) => setFailure(error.message))}
          >
            改成我们县的
          </button>
          <button
            type="button"
            class="button"
            aria-expanded={isLeavingOut}
            onClick={() => setLeavingOut(!isLeavingOut)}
          >
            我们县不用
          </button>
        </p>
        {failure !== '' && <p role="alert">{failure}</p>}
        {isLeavingOut && (
          <LeaveOutForm
            document={documentKey}
            hasAddress={isDocument(form)}
            onDone={() => void session.refresh()}
          />
        )}
      </div>
      <dl class="read-only" aria-label="上级写的">
        {written.map((field) => (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd>
              <Words field={field} value={view.fields[field.name]} />
            </dd>
          </div>
        ))}
      </dl>
      {isDocument(form) && <p class="soft">正文在网页里看。</p>}
    </ReadOnlyColumns>
  );
}
