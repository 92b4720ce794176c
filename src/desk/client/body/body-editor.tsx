/** @jsxImportSource preact */
/** The body as it looks. Loaded when a document is opened, apart from the rest of the desk. */

import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { EditorView } from 'prosemirror-view';
import { upload } from '../api.ts';
import { LinkDialog, PictureDialog } from './body-dialogs.tsx';
import { insertPicture, setLink } from './commands.ts';
import { openEditor, replaceDocument } from './editor-view.ts';
import { knownComponents } from './known-components.ts';
import { readMdx } from './read-mdx.ts';
import { Toolbar } from './toolbar.tsx';
import { writeMdx } from './write-mdx.ts';

interface Props {
  body: string;
  labelledBy: string;
  onChange: (body: string) => void;
}

export default function BodyEditor({ body, labelledBy, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const written = useRef(body);
  const [view, setView] = useState<EditorView>();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [dialog, setDialog] = useState<'link' | { src: string }>();
  const [failure, setFailure] = useState('');

  const addPicture = (file: File) => {
    setFailure('正在放照片……');
    upload<{ src: string }>('photographs', file).then(
      ({ src }) => {
        setFailure('');
        setDialog({ src });
      },
      (error: Error) => setFailure(error.message),
    );
  };
  useEffect(() => {
    if (place.current === null) return;
    const opened = openEditor(place.current, readMdx(body, knownComponents), {
      labelledBy,
      onChange: (doc) => {
        written.current = writeMdx(doc, knownComponents);
        onChange(written.current);
      },
      onUpdate: () => redraw(undefined),
      onFile: addPicture,
      onFailure: setFailure,
    });
    setView(opened);
    return () => opened.destroy();
  }, []);
  // In the same task as the change: an effect that ran later would meet what was typed since.
  useLayoutEffect(() => {
    if (view === undefined || body === written.current) return;
    written.current = body;
    const doc = readMdx(body, knownComponents);
    // The server writes untouched blocks in their own way: the same document.
    if (!doc.eq(readMdx(writeMdx(view.state.doc, knownComponents), knownComponents)))
      replaceDocument(view, doc);
  }, [body, view]);

  const close = () => {
    setDialog(undefined);
    // Behind an open dialog nothing takes the focus.
    setTimeout(() => view?.focus());
  };
  return (
    <>
      {view !== undefined && (
        <Toolbar view={view} onLink={() => setDialog('link')} onPicture={() => input.current?.click()} />
      )}
      <div ref={place} class="body-text" />
      <p aria-live="polite">{failure}</p>
      <input
        ref={input}
        type="file"
        accept="image/*"
        class="unseen"
        tabIndex={-1}
        aria-label="选照片"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) addPicture(file);
        }}
      />
      {dialog === 'link' && view !== undefined && (
        <LinkDialog
          onClose={close}
          onChoose={(href, title) => {
            setLink(href, title)(view.state, view.dispatch, view);
            close();
          }}
        />
      )}
      {typeof dialog === 'object' && view !== undefined && (
        <PictureDialog
          src={dialog.src}
          onClose={close}
          onChoose={(alt) => {
            insertPicture(dialog.src, alt)(view.state, view.dispatch, view);
            close();
          }}
        />
      )}
    </>
  );
}
