/** @jsxImportSource preact */
/** A spreadsheet as records: what each sheet is, which column holds what, and what its rows do not say. */
import { useState } from 'preact/hooks';
import { upload } from './api.ts';
import { Dialog } from './dialog.tsx';
import { RecordSearch } from './fields/record-search.tsx';
import { type ChosenSheet, choicesToSend, chosenAs, firstChoices, withColumn } from './sheet-choices.ts';
import type { CollectionForm, FoundRecord, SheetKind, SheetOffer, WorkbookOffer } from './wire.ts';

export interface SheetFile {
  file: File;
  offer: WorkbookOffer;
}

interface Props extends SheetFile {
  forms: readonly CollectionForm[];
  /** The spreadsheet becomes a table in a draft. */
  onTable: () => void;
  onClose: () => void;
}

interface Made {
  files: string[];
  notes: string[];
}

export function SheetDialog({ file, offer, forms, onTable, onClose }: Props) {
  const [chosen, setChosen] = useState(firstChoices(offer));
  const [kind, setKind] = useState('');
  const [parent, setParent] = useState<FoundRecord>();
  const [contact, setContact] = useState<FoundRecord>();
  const [made, setMade] = useState<Made>();
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const choices = choicesToSend(chosen);
  const has = (wanted: SheetKind) => choices.some((choice) => choice.kind === wanted);

  const make = (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure('');
    const query = new URLSearchParams({ choices: JSON.stringify(choices) });
    if (kind !== '' && has('notices')) query.set('kind', kind);
    if (parent !== undefined && has('places')) query.set('parent', parent.id);
    if (contact !== undefined && has('notices')) query.set('contact', contact.id);
    upload<Made>(`sheets/records?${query}`, file)
      .then(setMade, (error: Error) => setFailure(error.message))
      .then(() => setBusy(false));
  };
  if (made !== undefined) return <MadeDialog made={made} onClose={onClose} />;
  return (
    <Dialog title={`《${file.name}》里是什么`} onClose={onClose}>
      <form class="sheets" onSubmit={make}>
        {offer.sheets.map((sheet, at) => (
          <SheetFields
            key={sheet.name}
            sheet={sheet}
            chosen={chosen[at] ?? chosenAs(sheet, undefined)}
            fields={offer.fields}
            forms={forms}
            onChange={(next) => setChosen(chosen.map((each, index) => (index === at ? next : each)))}
          />
        ))}
        {has('places') && (
          <Missing
            label="表里没写上一级的，都属于哪里"
            collection="places"
            found={parent}
            onChoose={setParent}
          />
        )}
        {has('notices') && (
          <>
            <KindOfNotice forms={forms} kind={kind} onChange={setKind} />
            <Missing
              label="表里没写电话的，都找谁问"
              collection="contacts"
              found={contact}
              onChoose={setContact}
            />
          </>
        )}
        {failure !== '' && <p role="alert">{failure}</p>}
        <button type="submit" class="button main" disabled={isBusy || choices.length === 0}>
          {isBusy ? '正在做……' : '一行做成一个'}
        </button>
        <button type="button" class="button" onClick={onTable}>
          不是名单，做成一篇草稿里的表格
        </button>
      </form>
    </Dialog>
  );
}

interface SheetProps {
  sheet: SheetOffer;
  chosen: ChosenSheet;
  fields: WorkbookOffer['fields'];
  forms: readonly CollectionForm[];
  onChange: (chosen: ChosenSheet) => void;
}

function SheetFields({ sheet, chosen, fields, forms, onChange }: SheetProps) {
  const { kind } = chosen;
  const labelOf = (name: string) => forms.find(({ collection }) => collection === name)?.label ?? name;
  return (
    <fieldset class="sheet">
      <legend>{sheet.name || '这张表'}</legend>
      <label>
        一行是一个{' '}
        <select
          value={kind ?? ''}
          onChange={(event) =>
            onChange(chosenAs(sheet, (event.currentTarget.value || undefined) as SheetKind | undefined))
          }
        >
          <option value="">这张表不读</option>
          {(Object.keys(sheet.kinds) as SheetKind[]).map((name) => (
            <option key={name} value={name}>
              {labelOf(name)}
            </option>
          ))}
        </select>
      </label>
      {kind !== undefined && (
        <Columns
          columns={sheet.kinds[kind]}
          chosen={chosen}
          fields={fields[kind]}
          onChange={(column, field) => onChange(withColumn(chosen, column, field))}
        />
      )}
    </fieldset>
  );
}

interface ColumnsProps {
  columns: SheetOffer['kinds'][SheetKind];
  chosen: ChosenSheet;
  fields: readonly { name: string; label: string }[];
  onChange: (column: number, field: string | null) => void;
}

function Columns({ columns, chosen, fields, onChange }: ColumnsProps) {
  return (
    <table>
      <thead>
        <tr>
          <th>表里的列</th>
          <th>里面写着</th>
          <th>当作</th>
        </tr>
      </thead>
      <tbody>
        {columns.headings.map((heading, at) => (
          <tr key={at}>
            <th scope="row">{heading || `第 ${at + 1} 列`}</th>
            <td class="soft">
              {columns.sample
                .map((row) => row[at])
                .filter(Boolean)
                .join('；')
                .slice(0, 40)}
            </td>
            <td>
              <select
                aria-label={`${heading || `第 ${at + 1} 列`}当作`}
                value={chosen.fields[at] ?? ''}
                onChange={(event) => onChange(at, event.currentTarget.value || null)}
              >
                <option value="">不要</option>
                {fields.map(({ name, label }) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KindOfNotice({
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

function Missing({ label, collection, found, onChoose }: MissingProps) {
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

function MadeDialog({ made, onClose }: { made: Made; onClose: () => void }) {
  return (
    <Dialog title={made.files.length > 0 ? `做好了 ${made.files.length} 个` : '没有新的'} onClose={onClose}>
      {made.files.length > 0 && (
        <p role="status">都在下面的列表里，标着“还没发布”。请对照原表看一遍，再发布。</p>
      )}
      {made.notes.length > 0 && (
        <ul class="notes">
          {made.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
