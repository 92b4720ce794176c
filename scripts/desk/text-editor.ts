/** Changes the texts of files for the desk; a file that is one list is changed as the value of one field. */
import { inheritModeOf } from '../../src/corpus/index.ts';
import type { BaseDocuments, DeskDocument, TextEditor } from '../../src/desk/contract.ts';
import { applyEdits, readParts } from '../../src/desk/edit-document.ts';
import { mergeDocuments } from '../../src/desk/merge-documents.ts';
import { applyOverBase, conflictOverBase, type OverBase, readOverBase } from '../../src/desk/over-base.ts';
import { isSingleFile, singleFiles, withListField, withoutListField } from '../../src/desk/single-files.ts';
import { collections } from '../../src/schema/collections.ts';
import { fieldNames } from '../../src/schema/traverse.ts';
import type { Settings } from '../../src/settings.ts';
import { fixingRules, fixText } from '../fix-content.ts';
import { locateEntry } from './locate.ts';

/** `bases`: what the files that take the rest from there are shown over. */
export function openTextEditor(settings: Settings, bases: Pick<BaseDocuments, 'find'>): TextEditor {
  const overBase = ({ collection, slug }: DeskDocument, text: string): OverBase | undefined => {
    if (isSingleFile(collection) || inheritModeOf(collection, text) !== 'rest') return undefined;
    const base = bases.find({ collection, slug });
    return base && { collection, own: text, base: base.text };
  };
  return {
    apply(document, text, edits, body, options) {
      const order = fieldOrder(document);
      const over = overBase(document, text);
      if (over !== undefined) return applyOverBase(over, edits, body, { order, ...options });
      const whole = withListField(document.collection, text);
      return withoutListField(document.collection, applyEdits(whole, edits, body, { order, ...options }));
    },
    merge(document, ...versions) {
      const { collection } = document;
      const [base, ours, theirs] = versions.map((text) => withListField(collection, text));
      const { text, conflicts } = mergeDocuments(base ?? '', ours ?? '', theirs ?? '');
      const over = overBase(document, text);
      const shown = over === undefined ? conflicts : conflicts.map((one) => conflictOverBase(over, one));
      return { text: withoutListField(collection, text), conflicts: shown };
    },
    parse(document, text) {
      const over = overBase(document, text);
      return over === undefined ? readParts(withListField(document.collection, text)) : readOverBase(over);
    },
    fixingRules: (document, text) =>
      isSingleFile(document.collection) ? new Set() : fixingRules(locateEntry(settings, document), text),
    fix: (document, text, rule) => fixText(locateEntry(settings, document), text, rule).text,
  };
}

/** The place of a new field among the others. */
function fieldOrder({ collection }: DeskDocument): string[] {
  const { schema } = isSingleFile(collection) ? singleFiles[collection] : collections[collection];
  return fieldNames(schema, []);
}
