/** @jsxImportSource preact */
/** What becomes of the document: the real page at a telephone's width, the pictures and the texts. */
import { useState } from 'preact/hooks';
import { CopyButton } from './copy-button.tsx';
import { PageFrame } from './page-frame.tsx';
import type { PreviewAnswer } from './wire.ts';

const views = {
  page: '网页',
  large: '大字',
  dark: '深色',
  card: '卡片',
  poster: '海报',
  message: '群里的字',
  broadcast: '大喇叭稿',
} as const;
type ViewName = keyof typeof views;

export function PreviewPane({ preview }: { preview: PreviewAnswer | undefined }) {
  const [chosen, setChosen] = useState<ViewName>('page');
  const names = (Object.keys(views) as ViewName[]).filter(
    (name) => preview !== undefined && hasView(preview, name),
  );
  const selected = names.includes(chosen) ? chosen : 'page';
  return (
    <aside class="preview" aria-label="发布以后的样子">
      <div class="tabs" role="tablist" aria-label="看哪一种" onKeyDown={moveBetweenTabs}>
        {names.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === selected}
            aria-controls="preview-panel"
            tabIndex={name === selected ? 0 : -1}
            onClick={() => setChosen(name)}
          >
            {views[name]}
          </button>
        ))}
      </div>
      <div id="preview-panel" class="panel" role="tabpanel" aria-label={views[selected]}>
        {preview === undefined ? (
          <p class="waiting">网页正在准备……</p>
        ) : (
          <Panel preview={preview} name={selected} />
        )}
      </div>
    </aside>
  );
}

function hasView(preview: PreviewAnswer, name: ViewName): boolean {
  return name === 'page' || addressOf(preview, name) !== undefined || textOf(preview, name) !== undefined;
}

function addressOf({ page, looks, card, poster }: PreviewAnswer, name: ViewName): string | undefined {
  return {
    page,
    large: looks?.large,
    dark: looks?.dark,
    card,
    poster,
    message: undefined,
    broadcast: undefined,
  }[name];
}

function textOf({ message, broadcast }: PreviewAnswer, name: ViewName): string | undefined {
  return name === 'message' ? message : name === 'broadcast' ? broadcast : undefined;
}

function Panel({ preview, name }: { preview: PreviewAnswer; name: ViewName }) {
  const address = addressOf(preview, name);
  const text = textOf(preview, name);
  if (text !== undefined) return <TextPanel text={text} />;
  if (address === undefined) return <p class="waiting">还看不了网页。先把左边标着“要改”的改好。</p>;
  if (name === 'card' || name === 'poster') return <img src={address} alt={views[name]} class={name} />;
  return <PageFrame address={address} />;
}

function TextPanel({ text }: { text: string }) {
  return (
    <>
      <pre class="text">{text}</pre>
      <CopyButton key={text} text={text} />
    </>
  );
}

function moveBetweenTabs(event: KeyboardEvent): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  const tabs = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const next = tabs[(at + (event.key === 'ArrowRight' ? 1 : tabs.length - 1)) % tabs.length];
  event.preventDefault();
  next?.click();
  next?.focus();
}
