/** @jsxImportSource preact */
/** A spreadsheet as records: what each sheet is, which column holds what, and what its rows do not say. */
import { useState } from 'preact/hooks';
import { upload } from './api.ts';
import { Dialog } from './dialog.tsx';
import { choicesToSend, chosenAs, firstChoices } from './sheet-choices.ts';
import { KindOfNotice, Missing } from './sheet-defaults.tsx';
import { SheetFields } from './sheet-fields.tsx';
import type { CollectionForm, FoundRecord, SheetKind, WorkbookOffer } from './wire.ts';

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
