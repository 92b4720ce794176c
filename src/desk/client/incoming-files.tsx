/** @jsxImportSource preact */
/** Where files of the office are dropped: a document becomes a draft, a spreadsheet records. */
import { useRef, useState } from 'preact/hooks';
import { upload } from './api.ts';
import { addressOfDocument } from './document-address.ts';
import { fileKindOf, isFileDrag } from './file-kind.ts';
import { type Imported, importReports } from './import-reports.ts';
import { SheetDialog, type SheetFile } from './sheet-dialog.tsx';
import { type CollectionForm, isDocument, type WorkbookOffer } from './wire.ts';

export function IncomingFiles({ forms }: { forms: readonly CollectionForm[] }) {
  const kinds = forms.filter(isDocument);
  const [collection, setCollection] = useState(kinds[0]?.collection ?? '');
  const [answer, setAnswer] = useState('');
  const [isOver, setOver] = useState(false);
  const [sheets, setSheets] = useState<SheetFile>();
  const input = useRef<HTMLInputElement>(null);
  const fail = (error: Error) => setAnswer(error.message);

  const importDocument = (file: File) => {
    setAnswer(`正在读《${file.name}》……`);
    upload<Imported>(`import?as=${collection}`, file).then((imported) => {
      importReports.set(addressOfDocument(imported), imported);
      location.hash = addressOfDocument(imported);
    }, fail);
  };
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const kind = fileKindOf(file);
    if (kind === 'picture') return setAnswer('照片请打开要放的那一篇，拖到正文里，或者“照片”那一栏。');
    if (kind === 'recording') return setAnswer('录音请打开要配的那个政策，拖到“录音”那一栏。');
    if (kind === 'document') return importDocument(file);
    setAnswer(`正在读《${file.name}》……`);
    upload<WorkbookOffer>('sheets', file).then((offer) => {
      setAnswer('');
      setSheets({ file, offer });
    }, fail);
  };
  return (
    <section
      class={`incoming ${isOver ? 'over' : ''}`}
      aria-label="从文件里读"
      onDragOver={(event) => {
        if (!isFileDrag(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <p>
        <b>已经有文件？</b>
        Word、WPS、PDF、网页，读成草稿；电话、村名、招工的表格，一行做成一个。拖到这里，或者{' '}
        <button type="button" class="button" onClick={() => input.current?.click()}>
          选一个文件
        </button>
      </p>
      <label>
        读成{' '}
        <select value={collection} onChange={(event) => setCollection(event.currentTarget.value)}>
          {kinds.map((form) => (
            <option key={form.collection} value={form.collection}>
              {form.label}
            </option>
          ))}
        </select>
      </label>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label="选一个文件读进来"
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <p aria-live="polite">{answer}</p>
      {sheets !== undefined && (
        <SheetDialog
          {...sheets}
          forms={forms}
          onTable={() => {
            setSheets(undefined);
            importDocument(sheets.file);
          }}
          onClose={() => setSheets(undefined)}
        />
      )}
    </section>
  );
}
