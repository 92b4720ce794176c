/** @jsxImportSource preact */
/** Changes that wait for the approval of another person: what changed, and the button for whoever did not make it. */
import { useEffect, useState } from 'preact/hooks';
import type { Approvals, WaitingChange } from '../contract.ts';
import { get, post } from './api.ts';
import { fileName, lineWords } from './changed-lines.ts';
import { ServerAnswer } from './server-answer.tsx';
import type { CollectionForm, DocumentRow, PublishAnswer } from './wire.ts';

interface Props {
  forms: readonly CollectionForm[];
  rows: readonly DocumentRow[];
  /** Another number after each change of the content. */
  changes: number;
}

export function WaitingList({ forms, rows, changes }: Props) {
  const [waiting, setWaiting] = useState<readonly WaitingChange[]>([]);
  const [answer, setAnswer] = useState<PublishAnswer>();
  const read = () =>
    get<Approvals>('approvals').then(
      (given) => setWaiting(given.waiting),
      (error: Error) => setAnswer({ ok: false, answer: error.message }),
    );
  useEffect(() => {
    void read();
  }, [changes]);
  if (waiting.length === 0 && answer === undefined) return null;
  return (
    <section class="waiting-changes" aria-label="等人同意的">
      <h2>等人同意的</h2>
      {answer !== undefined && <ServerAnswer answer={answer} />}
      <ul class="rows">
        {waiting.map((change) => (
          <li key={change.commit}>
            <Change
              change={change}
              forms={forms}
              rows={rows}
              onAnswer={(given) => {
                setAnswer(given);
                void read();
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChangeProps extends Pick<Props, 'forms' | 'rows'> {
  change: WaitingChange;
  onAnswer: (answer: PublishAnswer) => void;
}

function Change({ change, forms, rows, onAnswer }: ChangeProps) {
  const [isBusy, setBusy] = useState(false);
  const { authors, commit, files, isOwn, messages } = change;
  const approve = () => {
    setBusy(true);
    post<PublishAnswer>('approve', { commit })
      .catch((error: Error) => ({ ok: false, answer: error.message }))
      .then((given) => {
        setBusy(false);
        onAnswer(given);
      });
  };
  return (
    <div class="waiting-change">
      <p>
        <b>{messages.join('；')}</b> <span class="soft">{authors.join('、')}</span>
      </p>
      {files.map(({ file, lines }) => (
        <details key={file} open={files.length === 1}>
          <summary>{fileName(file, forms, rows)}</summary>
          <ul class="changed-lines">
            {lines.map((line, at) => (
              <li key={`${at} ${line}`} class={line.startsWith('+') ? 'added' : 'removed'}>
                {lineWords(line, file, forms)}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {isOwn ? (
        <p class="help">这是您改的，要请另一个人来看、来同意。</p>
      ) : (
        <button type="button" class="button main" disabled={isBusy} onClick={approve}>
          {isBusy ? '正在发布……' : '看过了，同意并发布'}
        </button>
      )}
    </div>
  );
}
