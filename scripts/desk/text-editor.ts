/** Changes the texts of files for the desk; a file that is one list is changed as the value of one field. */
import type { DeskDocument, TextEditor } from '../../src/desk/contract.ts';
import { applyEdits, readParts } from '../../src/desk/edit-document.ts';
import { mergeDocuments } from '../../src/desk/merge-documents.ts';
import { isSingleFile, singleFiles, withListField, withoutListField } from '../../src/desk/single-files.ts';
import { collections } from '../../src/schema/collections.ts';
import { fieldNames } from '../../src/schema/traverse.ts';
import type { Settings } from '../../src/settings.ts';
import { fixingRules, fixText } from '../fix-content.ts';
import { locateEntry } from './locate.ts';

export function openTextEditor(settings: Settings): TextEditor {
  return {
    apply(document, text, edits, body, options) {
      const order = fieldOrder(document);
      const whole = withListField(document.collection, text);
      return withoutListField(document.collection, applyEdits(whole, edits, body, { order, ...options }));
    },
    merge({ collection }, ...versions) {
      const [base, ours, theirs] = versions.map((text) => withListField(collection, text));
      const { text, conflicts } = mergeDocuments(base ?? '', ours ?? '', theirs ?? '');
      return { text: withoutListField(collection, text), conflicts };
    },
    parse: ({ collection }, text) => readParts(withListField(collection, text)),
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
