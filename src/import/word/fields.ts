/** Fields of Word (ECMA-376 17.16): the code is left out, the stored result is text, and some codes are text themselves. */
import type { OmissionKind } from '../source-document.ts';
import { child, elementsOf, type XmlElement } from '../xml.ts';
import { type Conversion, omit, pushAdded, type TextFormat } from './conversion.ts';
import { eqFieldText } from './eq-field.ts';
import { flagOf, propertyValue } from './word-xml.ts';

const nameOf = (code: string) => /^\s*(\w+)/.exec(code)?.[1]?.toUpperCase() ?? '';

/** Why the result of a field is left out; undefined if it is text. */
export function omittedByField(code: string): OmissionKind | undefined {
  const name = nameOf(code);
  if (['TOC', 'INDEX', 'TOA'].includes(name)) return 'table-of-contents';
  return ['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION'].includes(name) ? 'page-number' : undefined;
}

/** The address of a HYPERLINK field; undefined for other fields and for a link within the document. */
export function hrefOfCode(code: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1];
}

/** Opens a field, turns to its result, or closes it. */
export function fieldMark(node: XmlElement, conversion: Conversion, format: TextFormat): void {
  const { fields } = conversion;
  const type = node.attributes['w:fldCharType'];
  if (type === 'begin') {
    fields.push({ code: '', inResult: false, form: child(node, 'w:ffData') });
    return;
  }
  const field = fields.at(-1);
  if (field === undefined) return;
  if (type === 'separate') field.inResult = true;
  if (type !== 'end') return;
  fields.pop();
  const isVisible = fields.every(({ inResult, code }) => inResult && omittedByField(code) === undefined);
  if (isVisible) pushAdded(conversion, shownByCode(field.code, field.form), '域显示的字', format);
}

/** Adds to the code of the open field. */
export function fieldCode(code: string, conversion: Conversion): void {
  const field = conversion.fields.at(-1);
  if (field !== undefined && !field.inResult) field.code += code;
  omit(conversion, 'field-code', code);
}

/** What a field shows that has no stored result. */
function shownByCode(code: string, form: XmlElement | undefined): string {
  const name = nameOf(code);
  if (name === 'EQ') return eqFieldText(code);
  if (name === 'FORMCHECKBOX') {
    const box = child(form, 'w:checkBox');
    return (flagOf(box, 'w:checked') ?? flagOf(box, 'w:default') ?? false) ? '☑' : '☐';
  }
  if (name === 'FORMDROPDOWN') {
    const list = child(form, 'w:ddList');
    const entries = elementsOf(list).filter((entry) => entry.name === 'w:listEntry');
    return (
      entries[Number(propertyValue(list, 'w:result') ?? propertyValue(list, 'w:default') ?? 0)]?.attributes[
        'w:val'
      ] ?? ''
    );
  }
  return '';
}
