/** @jsxImportSource preact */
/** What a publication may ask: whether it is urgent, and which version stays where two editors changed the same. */
import { useEffect, useState } from 'preact/hooks';
import type { Approvals } from '../contract.ts';
import { get } from './api.ts';

/** What the site demands before a publication; undefined until it is known. */
export function useApprovalMode(): NonNullable<Approvals['mode']> | 'none' | undefined {
  const [mode, setMode] = useState<NonNullable<Approvals['mode']> | 'none'>();
  useEffect(() => {
    get<Approvals>('approvals').then(
      (given) => setMode(given.mode ?? 'none'),
      // The server says the same when it is asked to publish.
      () => setMode('none'),
    );
  }, []);
  return mode;
}

/** The reason why the publication cannot wait; shown only where the site allows it. */
export function UrgentReason({ value, onInput }: { value: string; onInput: (reason: string) => void }) {
  const mode = useApprovalMode();
  if (mode === undefined || mode === 'none') return null;
  if (mode === 'required')
    return <p class="help">这个网站要另一个人同意，按了以后先存好，等他看过才发布。</p>;
  return (
    <label>
      急事要先发的，写明原因（不急就空着，等另一个人同意）
      <input
        type="text"
        value={value}
        placeholder="例如：电话登错了，有人打不通"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

/** The choice after somebody else published a change of the same place. */
export function KeepChoice({ onChoose }: { onChoose: (side: 'ours' | 'theirs') => void }) {
  return (
    <p class="choose">
      <button type="button" class="button" onClick={() => onChoose('ours')}>
        同一处留我写的，再发布
      </button>{' '}
      <button type="button" class="button" onClick={() => onChoose('theirs')}>
        同一处留网上的，再发布
      </button>
    </p>
  );
}
