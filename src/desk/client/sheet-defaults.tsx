/** @jsxImportSource preact */
/** What the rows of a sheet do not say, asked once for all of them. */
import { RecordSearch } from './fields/record-search.tsx';
import type { CollectionForm, FoundRecord } from './wire.ts';

export function KindOfNotice({
  forms,
  kind,
  onChange,
}: {
  forms: readonly CollectionForm[];
  kind: string;
  onChange: (kind: string) => void;
}) {
  const control = forms
    .find(({ collection }) => collection === 'notices')
    ?.fields.find(({ name }) => name === 'kind')?.control;
  if (control?.kind !== 'choice') return null;
  return (
    <label>
      表里没写是哪一类通知的，都算{' '}
      <select value={kind} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">照表里写的</option>
        {Object.entries(control.choices).map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface MissingProps {
  label: string;
  collection: string;
  found: FoundRecord | undefined;
  onChoose: (record: FoundRecord) => void;
}

export function Missing({ label, collection, found, onChoose }: MissingProps) {
  return (
    <div>
      <p>
        {label}
        {found !== undefined && `：${found.title}`}
      </p>
      <RecordSearch
        aria={{ id: `missing-${collection}` }}
        label={label}
        collections={[collection]}
        placeholder="写名字或拼音；表里都写了就不用选"
        onChoose={onChoose}
      />
    </div>
  );
}
