/** @jsxImportSource preact */
/** What was published, newest first; each can be taken back. */
import { useEffect, useState } from 'preact/hooks';
import { get, post } from './api.ts';
import { Dialog } from './dialog.tsx';
import { UrgentReason, useApprovalMode } from './send-choices.tsx';
import { ServerAnswer } from './server-answer.tsx';
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
        <p class="help">按“撤回”，网页马上回到那一次以前的样子；撤回的也能再撤回。</p>
        {failure !== '' && <p role="alert">{failure}</p>}
        {entries?.length === 0 && <p>还没有发布过。</p>}
        <ul class="rows history">
          {entries?.map((entry) => (
            <li key={entry.commit}>
              <span>
                <b>{messageWords(entry)}</b>
                <span class="soft">
                  {timeOf(entry.date)} {entry.author}，{entry.files.length} 个文件
                </span>
              </span>
              {entry.canUndo && (
                <button
                  type="button"
                  class="button"
                  aria-label={`撤回：${messageWords(entry)}`}
                  onClick={() => setChosen(entry)}
                >
                  撤回
                </button>
              )}
            </li>
          ))}
        </ul>
      </main>
      {chosen !== undefined && <UndoDialog entry={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

/** Takes back at once: it is a commit, which can be taken back as well. Where another person must approve, the reason of urgency is asked first. */
function UndoDialog({ entry, onClose }: { entry: HistoryEntry; onClose: () => void }) {
  const mode = useApprovalMode();
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
  useEffect(() => {
    if (mode === 'none') undo();
  }, [mode]);
  const isAsking = mode !== undefined && mode !== 'none' && answer?.ok !== true;
  return (
    <Dialog
      title={answer?.ok ? (answer.waiting ? '存好了，等另一个人同意' : '撤回了') : '撤回这一次发布'}
      onClose={onClose}
    >
      {answer !== undefined && <ServerAnswer answer={answer} />}
      {answer === undefined && (
        <p role="status">
          {isAsking && !isBusy
            ? `“${messageWords(entry)}”会撤回，网页回到那以前的样子。`
            : `正在撤回“${messageWords(entry)}”……`}
        </p>
      )}
      {isAsking && <UrgentReason value={urgent} onInput={setUrgent} />}
      {isAsking && (
        <button type="button" class="button main" disabled={isBusy} onClick={undo}>
          {isBusy ? '正在撤回……' : '撤回'}
        </button>
      )}
    </Dialog>
  );
}

/** The sentence of a publication, with the reason of an urgent one. */
const messageWords = ({ message }: HistoryEntry): string =>
  message.replace(/\s*\nUrgent: (.*)/, '（急事先发：$1）');

function timeOf(date: string): string {
  return new Date(date).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
}
