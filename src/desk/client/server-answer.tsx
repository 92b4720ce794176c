/** @jsxImportSource preact */
/** What the server of the site answered, with its addresses as links; a screen reader and the keyboard go on here. */
import { useEffect, useRef } from 'preact/hooks';
import type { PublishAnswer } from './wire.ts';

export function ServerAnswer({ answer }: { answer: Pick<PublishAnswer, 'ok' | 'answer'> }) {
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(() => element.current?.focus(), [answer]);
  return (
    <p
      class={`answer ${answer.ok ? '' : 'refused'}`}
      role={answer.ok ? 'status' : 'alert'}
      tabIndex={-1}
      ref={element}
    >
      {answer.answer
        .split(/(https?:\/\/[^\s。，；）]+)/)
        .map((part, index) => (index % 2 === 0 ? part : <Link key={part} address={part} />))}
    </p>
  );
}

function Link({ address }: { address: string }) {
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {address}
    </a>
  );
}
