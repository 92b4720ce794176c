/** @jsxImportSource preact */
/** The bar above a document: whether it is saved and published, and what can be done with it. */
import type { ComponentChildren } from 'preact';
import { stateLabels } from './document-list.tsx';
import { countFindings } from './findings.ts';
import type { DocumentSession, SessionView } from './session-view.ts';
import type { CollectionForm } from './wire.ts';

export type DialogName = 'publish' | 'review' | 'more';

const statusWords: Readonly<Record<SessionView['status'], string>> = {
  saved: '已保存',
  unsaved: '正在写……',
  saving: '正在保存……',
  offline: '还没存上，过一会儿自己再试',
  refused: '没有存上',
  conflict: '有人也改了同一处',
};

interface BarProps {
  form: CollectionForm;
  view: SessionView;
  session: DocumentSession;
  onOpen: (dialog: DialogName) => void;
  /** Buttons before the others. */
  children: ComponentChildren;
}

export function DocumentBar({ form, view, session, onOpen, children }: BarProps) {
  const { errors } = countFindings(view.findings);
  const isDraft = String(view.fields.draft) === 'true';
  const state = view.base.state;
  return (
    <header class="bar">
      <a class="button" href="#/">
        ← 全部
      </a>
      <span class="soft">{form.label}</span>
      {state !== undefined && <span class={`state ${state}`}>{stateLabels[state]}</span>}
      <span class={`status ${view.status}`} role="status">
        {view.status === 'saved' && '✓ '}
        {statusWords[view.status]}
        {view.failure !== undefined && `：${view.failure}`}
      </span>
      <span class="right">
        {children}
        <button
          type="button"
          class="button"
          disabled={!view.canUndo}
          onClick={() => session.undo()}
          title="Ctrl+Z"
        >
          撤销
        </button>
        <button
          type="button"
          class="button"
          disabled={!view.canRedo}
          onClick={() => session.redo()}
          title="Ctrl+Y"
        >
          恢复
        </button>
        <button type="button" class="button" onClick={() => onOpen('more')}>
          更多
        </button>
        <button type="button" class="button" onClick={() => onOpen('review')}>
          送审
        </button>
        <button
          type="button"
          class="button main"
          onClick={() => onOpen('publish')}
          disabled={errors > 0}
          title={errors > 0 ? `还有 ${errors} 处要改` : isDraft ? '现在是草稿' : undefined}
        >
          发布
        </button>
      </span>
    </header>
  );
}
