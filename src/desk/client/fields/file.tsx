/** @jsxImportSource preact */
/** A photograph or a recording: chosen, dragged here or pasted; photographs are made small on the server. */
import { useContext, useRef, useState } from 'preact/hooks';
import { upload } from '../api.ts';
import { type ControlProps, emptied, FormContext } from './context.ts';
import { ariaOf, asText } from './simple.tsx';

interface Uploaded {
  src: string;
}

export function FileControl({ accept, ...props }: ControlProps & { accept: 'image' | 'audio' }) {
  const { set } = useContext(FormContext);
  const { field, path } = props;
  const input = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState('');
  const src = asText(props.value);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setAnswer('正在放进来……');
    upload<Uploaded>('photographs', file).then(
      (added) => {
        setAnswer('放好了。照片里的拍摄地点已经去掉。');
        set(path, added.src);
      },
      (error: Error) => setAnswer(error.message),
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the button does the same.
    <div
      class="file"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files[0]);
      }}
      onPaste={(event) => take(event.clipboardData?.files[0])}
    >
      <input
        {...ariaOf(props)}
        type="text"
        value={src}
        placeholder={String(field.example ?? '')}
        onInput={(event) => set(path, emptied(event.currentTarget.value, field.required))}
      />
      {accept === 'image' && (
        <button type="button" class="button small" onClick={() => input.current?.click()}>
          选照片
        </button>
      )}
      {accept === 'image' && <span class="soft">也可以把照片拖到这里，或者按 Ctrl+V 粘贴。</span>}
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label="选照片"
        accept={`${accept}/*`}
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <p aria-live="polite">{answer}</p>
    </div>
  );
}
