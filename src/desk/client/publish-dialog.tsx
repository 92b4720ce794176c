/** @jsxImportSource preact */
/** Publishing: which documents, a sentence on what changed, and what the server answered. */
import { useState } from 'preact/hooks';
import { post } from './api.ts';
import { Dialog } from './dialog.tsx';
import type { DocumentRow, PublishAnswer } from './wire.ts';

interface Props {
  rows: readonly DocumentRow[];
  onClose: () => void;
}

export function PublishDialog({ rows, onClose }: Props) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [message, setMessage] = useState(rows.length === 1 ? proposedMessage(rows[0]) : '');
  const [answer, setAnswer] = useState<PublishAnswer>();
  const [isBusy, setBusy] = useState(false);
  const files = rows.map(({ file }) => file).filter((file) => !left.includes(file));
  const publish = (event: Event) => {
    event.preventDefault();
    setBusy(true);
    post<PublishAnswer>('publish', { files, message })
      .catch((error: Error) => ({ ok: false, answer: error.message }))
      .then((given) => {
        setAnswer(given);
        setBusy(false);
      });
  };
  if (answer?.ok === true)
    return (
      <Dialog title={answer.pending ? '存好了，有网络时自己发布' : '发布了'} onClose={onClose}>
        <p class="answer" role="status">
          {answer.answer}
        </p>
      </Dialog>
    );
  return (
    <Dialog title="发布" onClose={onClose}>
      <form onSubmit={publish}>
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
        <label>
          用一句话说，这次改了什么
          <input
            type="text"
            value={message}
            placeholder="例如：改了民政局的电话"
            onInput={(event) => setMessage(event.currentTarget.value)}
          />
        </label>
        {answer !== undefined && (
          <p class="answer refused" role="alert">
            {answer.answer}
          </p>
        )}
        <button
          type="submit"
          class="button main"
          disabled={isBusy || files.length === 0 || message.trim() === ''}
        >
          {isBusy ? '正在发布……' : '发布'}
        </button>
      </form>
    </Dialog>
  );
}

function proposedMessage(row: DocumentRow | undefined): string {
  if (row === undefined) return '';
  return row.state === 'new' || row.state === 'draft' ? `新写《${row.title}》` : `改《${row.title}》`;
}
