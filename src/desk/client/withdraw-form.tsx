/** @jsxImportSource preact */
/** Withdraws a published document; its address leads to what replaces it, or says why it is gone and whom to ask. */
import { useState } from 'preact/hooks';
import { post } from './api.ts';
import { RecordSearch } from './fields/record-search.tsx';
import type { DocumentKey, FoundRecord } from './wire.ts';

interface Props {
  document: DocumentKey;
  onDone: () => void;
  onFailure: (message: string) => void;
}

export function WithdrawForm({ document: key, onDone, onFailure }: Props) {
  const [next, setNext] = useState<FoundRecord>();
  const [wayOn, setWayOn] = useState('');
  const withdraw = (event: Event) => {
    event.preventDefault();
    post('withdraw', { ...key, replacedBy: next?.id, wayOn }).then(onDone, (error: Error) =>
      onFailure(error.message),
    );
  };
  return (
    <form onSubmit={withdraw}>
      <h3>撤下</h3>
      <p>老链接还会有人点：请选现在由哪一篇接着管，或者写一句话，说为什么撤下、该找谁。按发布以后才撤下。</p>
      {next !== undefined && <p>接着管的是：{next.title}</p>}
      <RecordSearch
        aria={{ id: 'replaced-by' }}
        label="由哪一篇接着管"
        collections={[key.collection]}
        placeholder="由哪一篇接着管：写名字或拼音"
        onChoose={setNext}
      />
      <label>
        没有接着管的，写一句话
        <input
          type="text"
          value={wayOn}
          placeholder="例如：这笔钱发完了，有事打县民政局的电话"
          onInput={(event) => setWayOn(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" disabled={next === undefined && wayOn.trim() === ''}>
        撤下
      </button>
    </form>
  );
}
