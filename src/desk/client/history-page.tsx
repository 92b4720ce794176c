/** @jsxImportSource preact */
/** What was published, newest first; each can be taken back. */
import { useEffect, useState } from 'preact/hooks';
import { get, post } from './api.ts';
import { Dialog } from './dialog.tsx';
import { UrgentReason } from './send-choices.tsx';
import type { HistoryEntry, PublishAnswer } from './wire.ts';

export function HistoryPage({ changes }: { changes: number }) {
  const [entries, setEntries] = useState<HistoryEntry[]>();
  const [failure, setFailure] = useState('');
  const [chosen, setChosen] = useState<HistoryEntry>();
  useEffect(() => {
    get<HistoryEntry[]>('history').then(setEntries, (error: Error) => setFailure(error.message));
  }, [changes]);
  return (
    <>
      <header class="bar">
        <a class="button" href="#/">
          ← 全部
        </a>
        <h1>发布过的</h1>
      </header>
      <main class="list-page">
        {failure !== '' && <p role="alert">{failure}</p>}
        {entries?.length === 0 && <p>还没有发布过。</p>}
        <ul class="rows history">
          {entries?.map((entry) => (
            <li key={entry.commit}>
              <span>
                <b>{entry.message}</b>
                <span class="soft">
                  {timeOf(entry.date)} {entry.author}，{entry.files.length} 个文件
                </span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={`撤回：${entry.message}`}
                onClick={() => setChosen(entry)}
              >
                撤回
              </button>
            </li>
          ))}
        </ul>
      </main>
      {chosen !== undefined && <UndoDialog entry={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function UndoDialog({ entry, onClose }: { entry: HistoryEntry; onClose: () => void }) {
  const [answer, setAnswer] = useState<PublishAnswer>();
  const [isBusy, setBusy] = useState(false);
  const [urgent, setUrgent] = useState('');
  const undo = () => {
    setBusy(true);
    post<PublishAnswer>('undo', { commit: entry.commit, urgent })
      .catch((error: Error) => ({ ok: false, answer: error.message }))
      .then((given) => {
        setBusy(false);
        setAnswer(given);
      });
  };
  return (
    <Dialog
      title={answer?.ok ? (answer.waiting ? '存好了，等另一个人同意' : '撤回了') : '撤回这一次发布'}
      onClose={onClose}
    >
      {answer === undefined ? (
        <p>“{entry.message}”会撤回，网页回到那以前的样子。撤回也可以再撤回。</p>
      ) : (
        <p class={`answer ${answer.ok ? '' : 'refused'}`} role="status">
          {answer.answer}
        </p>
      )}
      {answer === undefined && <UrgentReason value={urgent} onInput={setUrgent} />}
      {answer?.ok !== true && (
        <button type="button" class="button main" disabled={isBusy} onClick={undo}>
          {isBusy ? '正在撤回……' : '撤回'}
        </button>
      )}
    </Dialog>
  );
}

function timeOf(date: string): string {
  return new Date(date).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
}
