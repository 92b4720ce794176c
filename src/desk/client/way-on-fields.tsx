/** @jsxImportSource preact */
/** What answers at the address of a page that is taken away: the one that replaces it, or a sentence. */
import { RecordSearch } from './fields/record-search.tsx';
import type { FoundRecord } from './wire.ts';

export interface WayOn {
  next?: FoundRecord | undefined;
  words: string;
}

interface Props {
  collection: string;
  value: WayOn;
  onChange: (value: WayOn) => void;
}

export function WayOnFields({ collection, value, onChange }: Props) {
  return (
    <>
      {value.next !== undefined && <p>接着管的是：{value.next.title}</p>}
      <RecordSearch
        aria={{ id: 'replaced-by' }}
        label="由哪一篇接着管"
        collections={[collection]}
        placeholder="由哪一篇接着管：写名字或拼音"
        onChoose={(next) => onChange({ ...value, next })}
      />
      <label>
        没有接着管的，写一句话
        <input
          type="text"
          value={value.words}
          placeholder="例如：这笔钱发完了，有事打县民政局的电话"
          onInput={(event) => onChange({ ...value, words: event.currentTarget.value })}
        />
      </label>
    </>
  );
}
