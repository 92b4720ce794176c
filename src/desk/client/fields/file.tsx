/** @jsxImportSource preact */
/** A photograph or a recording: chosen, dragged here or pasted; photographs are made small on the server. */
import { useContext, useRef, useState } from 'preact/hooks';
import { upload } from '../api.ts';
import { addRecording } from '../recordings.ts';
import { type ControlProps, emptied, FormContext } from './context.ts';
import { ariaOf, asText } from './simple.tsx';

interface Uploaded {
  src: string;
}

const words = {
  image: {
    choose: '选照片',
    help: '也可以把照片拖到这里，或者按 Ctrl+V 粘贴。',
    done: '放好了。照片里的拍摄地点已经去掉。',
  },
  audio: { choose: '选录音', help: '也可以把录音拖到这里。要 MP3 或 M4A。', done: '放好了，长度也量好了。' },
} as const;

export function FileControl({ accept, ...props }: ControlProps & { accept: 'image' | 'audio' }) {
  const { set } = useContext(FormContext);
  const { field, path } = props;
  const input = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState('');
  const src = asText(props.value);
  const add = async (file: File) => {
    if (accept === 'image') return set(path, (await upload<Uploaded>('photographs', file)).src);
    const recording = await addRecording(file);
    set(path, recording.src);
    // The length stands beside the file.
    set([...path.slice(0, -1), 'seconds'], recording.seconds);
  };
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setAnswer('正在放进来……');
    add(file).then(
      () => setAnswer(words[accept].done),
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
      <button type="button" class="button small" onClick={() => input.current?.click()}>
        {words[accept].choose}
      </button>
      <span class="soft">{words[accept].help}</span>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label={words[accept].choose}
        accept={`${accept}/*`}
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <p aria-live="polite">{answer}</p>
    </div>
  );
}
