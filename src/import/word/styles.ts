/** The styles of a .docx: what a paragraph or run inherits from its style and the styles that one is based on (ECMA-376 17.7). */

import { child, elementsOf, type XmlElement } from '../xml.ts';
import { at, flagOf, propertyValue } from './word-xml.ts';

export interface Styles {
  /** The first value along the chain of styles that `look` finds; `id` may be undefined for the default paragraph style. */
  inherited<T>(id: string | undefined, look: (style: XmlElement) => T | undefined): T | undefined;
  /** A flag of a run by its own properties, its style, its paragraph's style and the defaults, in this order. */
  runFlag(name: string, run: XmlElement | undefined, paragraphStyle: string | undefined): boolean;
  /** The name of a style in lower case. */
  nameOf(id: string | undefined): string;
}

/** The maximum length of a chain: a damaged file may have a circle. */
const MAX_CHAIN_LENGTH = 20;

export function readStyles(part: XmlElement | undefined): Styles {
  const styles = elementsOf(part).filter(({ name }) => name === 'w:style');
  const byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const defaultId = styles.find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  )?.attributes['w:styleId'];
  const defaults = at(part, 'w:docDefaults', 'w:rPrDefault', 'w:rPr');

  const chain = (id: string | undefined): XmlElement[] => {
    const found: XmlElement[] = [];
    for (
      let style = byId.get(id ?? '');
      style !== undefined && found.length < MAX_CHAIN_LENGTH;
      style = byId.get(propertyValue(style, 'w:basedOn') ?? '')
    ) {
      found.push(style);
    }
    return found;
  };
  const inherited: Styles['inherited'] = (id, look) => {
    for (const style of chain(id)) {
      const found = look(style);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const paragraphStyle = (id: string | undefined) => id ?? defaultId;
  return {
    inherited: (id, look) => inherited(paragraphStyle(id), look),
    runFlag: (name, run, style) => {
      const inStyle = (each: XmlElement) => flagOf(child(each, 'w:rPr'), name);
      return (
        flagOf(run, name) ??
        inherited(propertyValue(run, 'w:rStyle'), inStyle) ??
        inherited(paragraphStyle(style), inStyle) ??
        flagOf(defaults, name) ??
        false
      );
    },
    nameOf: (id) => (propertyValue(byId.get(paragraphStyle(id) ?? ''), 'w:name') ?? '').toLowerCase(),
  };
}

/** What a paragraph is by its own properties and its style. */
export type ParagraphRole =
  | { kind: 'title' }
  | { kind: 'heading'; level: number }
  | { kind: 'contents' }
  | { kind: 'text' };

/** The role of a paragraph; its own outline level goes before that of its style, and level 10 means text. */
export function roleOf(properties: XmlElement | undefined, styles: Styles): ParagraphRole {
  const id = propertyValue(properties, 'w:pStyle');
  const name = styles.nameOf(id);
  if (/^(?:title|标题|文章标题|文件标题|公文标题|大标题)$/.test(name)) return { kind: 'title' };
  if (/^(?:toc|目录) ?\d$/.test(name)) return { kind: 'contents' };
  const own = propertyValue(properties, 'w:outlineLvl');
  const level = own ?? styles.inherited(id, headingLevelOf);
  return level === undefined || Number(level) > 8
    ? { kind: 'text' }
    : { kind: 'heading', level: Number(level) + 1 };
}

/** The outline level of one style, `0` to `9`. */
function headingLevelOf(style: XmlElement): string | undefined {
  const own = propertyValue(child(style, 'w:pPr'), 'w:outlineLvl');
  const byName = /^(?:heading|标题) ?([1-9])$/i.exec(propertyValue(style, 'w:name') ?? '')?.[1];
  return own ?? (byName === undefined ? undefined : String(Number(byName) - 1));
}
