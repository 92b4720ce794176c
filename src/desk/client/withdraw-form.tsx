/** @jsxImportSource preact */
/** Withdraws a published document; its address leads to what replaces it, or says why it is gone and whom to ask. */
import { useState } from 'preact/hooks';
import { post } from './api.ts';
import { type WayOn, WayOnFields } from './way-on-fields.tsx';
import type { DocumentKey } from './wire.ts';

interface Props {
  document: DocumentKey;
  onDone: () => void;
  onFailure: (message: string) => void;
}

export function WithdrawForm({ document: key, onDone, onFailure }: Props) {
  const [wayOn, setWayOn] = useState<WayOn>({ words: '' });
  const withdraw = (event: Event) => {
    event.preventDefault();
    post('withdraw', { ...key, replacedBy: wayOn.next?.id, wayOn: wayOn.words }).then(
      onDone,
      (error: Error) => onFailure(error.message),
    );
  };
  return (
    <form onSubmit={withdraw}>
      <h3>撤下</h3>
      <p>老链接还会有人点：请选现在由哪一篇接着管，或者写一句话，说为什么撤下、该找谁。按发布以后才撤下。</p>
      <WayOnFields collection={key.collection} value={wayOn} onChange={setWayOn} />
      <button type="submit" class="button" disabled={wayOn.next === undefined && wayOn.words.trim() === ''}>
        撤下
      </button>
    </form>
  );
}
