/** @jsxImportSource preact */
/** A recording that is dropped anywhere on the form of a policy becomes its recording. */
import { useEffect, useState } from 'preact/hooks';
import { fileKindOf, isFileDrag } from './file-kind.ts';
import { addRecording } from './recordings.ts';
import type { CollectionForm, FieldPath } from './wire.ts';

interface Props {
  form: CollectionForm;
  set: (path: FieldPath, value: unknown) => void;
}

export function RecordingDrop({ form, set }: Props) {
  const [answer, setAnswer] = useState('');
  const field = form.fields.find(
    ({ control }) =>
      control.kind === 'group' &&
      control.fields.some((part) => part.control.kind === 'file' && part.control.accept === 'audio'),
  );
  useEffect(() => {
    if (field === undefined) return;
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (event.defaultPrevented || !isFileDrag(event) || file === undefined) return;
      if (fileKindOf(file) !== 'recording') return;
      event.preventDefault();
      setAnswer('正在放录音……');
      addRecording(file).then(
        (recording) => {
          set([field.name], recording);
          setAnswer(`录音放好了，${recording.seconds} 秒。`);
        },
        (error: Error) => setAnswer(error.message),
      );
    };
    document.addEventListener('drop', onDrop);
    return () => document.removeEventListener('drop', onDrop);
  }, []);
  return (
    <p class="answer" aria-live="polite" hidden={answer === ''}>
      {answer}
    </p>
  );
}
