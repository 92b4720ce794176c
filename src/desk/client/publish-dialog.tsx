/** @jsxImportSource preact */
/** Publishing: which documents, a sentence on what changed, and what the server answered. */
import { useState } from 'preact/hooks';
import { post } from './api.ts';
import { Dialog } from './dialog.tsx';
import { KeepChoice, UrgentReason } from './send-choices.tsx';
import { ServerAnswer } from './server-answer.tsx';
import type { DocumentRow, PublishAnswer } from './wire.ts';

interface Props {
  rows: readonly DocumentRow[];
  /** What was done before and is not sent yet, such as a withdrawal: it goes with any publication. */
  unsent?: readonly string[];
  /** Ends that the document is a draft, and saves it; absent where it is none. */
  endDraft?: (() => Promise<void>) | undefined;
  onClose: () => void;
}

export function PublishDialog({ rows, unsent = [], endDraft, onClose }: Props) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [message, setMessage] = useState(rows.length > 1 ? '' : proposedMessage(rows[0], unsent));
  const [answer, setAnswer] = useState<PublishAnswer>();
  const [isBusy, setBusy] = useState(false);
  const [isReady, setReady] = useState(true);
  const [urgent, setUrgent] = useState('');
  const files = rows.map(({ file }) => file).filter((file) => !left.includes(file));
  const publish = (keep?: 'ours' | 'theirs') => {
    setBusy(true);
    (isReady && endDraft !== undefined ? endDraft() : Promise.resolve())
      .then(() => post<PublishAnswer>('publish', { files, message, urgent, ...(keep && { keep }) }))
      .catch((error: Error) => ({ ok: false, answer: error.message }))
      .then((given) => {
        setAnswer(given);
        setBusy(false);
      });
  };
  if (answer?.ok === true)
    return (
      <Dialog title={titleOf(answer)} onClose={onClose}>
        <ServerAnswer answer={answer} />
      </Dialog>
    );
  return (
    <Dialog title="发布" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          publish();
        }}
      >
        {rows.length > 1 && (
          <ul class="choose">
            {rows.map(({ file, title }) => (
              <li key={file}>
                <label>
                  <input
                    type="checkbox"
                    checked={!left.includes(file)}
                    onChange={() =>
                      setLeft(left.includes(file) ? left.filter((each) => each !== file) : [...left, file])
                    }
                  />{' '}
                  {title || file}
                </label>
              </li>
            ))}
          </ul>
        )}
        {unsent.length > 0 && <p>已经做好、还没发出去的，会一起发：{unsent.join('；')}</p>}
        {endDraft !== undefined && (
          <p>
            这一篇现在是草稿，草稿发布了，网上也看不到。
            <label class="links">
              <input
                type="checkbox"
                checked={isReady}
                onChange={(event) => setReady(event.currentTarget.checked)}
              />{' '}
              写好了，让大家看到
            </label>
          </p>
        )}
        {rows.length > 0 && (
          <label>
            用一句话说，这次改了什么
            <input
              type="text"
              value={message}
              placeholder="例如：改了民政局的电话"
              onInput={(event) => setMessage(event.currentTarget.value)}
            />
          </label>
        )}
        <UrgentReason value={urgent} onInput={setUrgent} />
        {answer !== undefined && <ServerAnswer answer={answer} />}
        {answer?.conflicts !== undefined && <KeepChoice onChoose={publish} />}
        <button
          type="submit"
          class="button main"
          disabled={isBusy || files.length + unsent.length === 0 || message.trim() === ''}
        >
          {isBusy ? '正在发布……' : '发布'}
        </button>
      </form>
    </Dialog>
  );
}

function titleOf({ pending, waiting }: PublishAnswer): string {
  if (waiting) return '存好了，等另一个人同意';
  return pending ? '存好了，有网络时自己发布' : '发布了';
}

function proposedMessage(row: DocumentRow | undefined, unsent: readonly string[]): string {
  if (row === undefined) return unsent.join('；');
  return row.state === 'new' || row.state === 'draft' ? `新写《${row.title}》` : `改《${row.title}》`;
}
