/** @jsxImportSource preact */
/** Copies a text, and says whether that succeeded. */
import { useState } from 'preact/hooks';

export function CopyButton({ text }: { text: string }) {
  const [words, setWords] = useState('复制');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setWords('复制好了'),
      () => setWords('没有复制成，请选中了按 Ctrl+C'),
    );
  return (
    <button type="button" class="button" onClick={() => void copy()}>
      <span role="status">{words}</span>
    </button>
  );
}
