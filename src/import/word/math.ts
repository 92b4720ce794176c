/** Formulas of Word (OMML, ECMA-376 22.1) in one line: a fraction as (a)/(b), a root as √(a), powers as superscripts. */
import { textNode } from '../hast-elements.ts';
import { child, elementsOf, textContent, type XmlElement } from '../xml.ts';
import { isTextElement, storedText } from './character-count.ts';
import { type Conversion, plainFormat, push, pushAdded, type TextFormat } from './conversion.ts';

const REASON = '公式写成一行时加的符号';

/** Adds a formula to the open paragraph. */
export function readMath(node: XmlElement, conversion: Conversion, format: TextFormat = plainFormat): void {
  const sign = (text: string) => pushAdded(conversion, text, REASON, format);
  const read = (name: string, as: TextFormat = format) => {
    const part = child(node, name);
    if (part !== undefined) for (const each of elementsOf(part)) readMath(each, conversion, as);
  };
  const bracketed = (name: string) => {
    const needsBrackets = storedLength(child(node, name)) > 1;
    if (needsBrackets) sign('(');
    read(name);
    if (needsBrackets) sign(')');
  };
  const raised: TextFormat = { ...format, tag: 'sup' };
  const lowered: TextFormat = { ...format, tag: 'sub' };
  const properties = child(node, `${node.name}Pr`);
  if (isTextElement(node.name)) return push(conversion, textNode(storedText(node)), format);
  switch (node.name) {
    case 'm:f':
      bracketed('m:num');
      sign('/');
      return bracketed('m:den');
    case 'm:rad':
      if (!/^(?:1|on|true)$/.test(markOf(properties, 'm:degHide', '0'))) read('m:deg', raised);
      sign('√(');
      read('m:e');
      return sign(')');
    case 'm:sSup':
    case 'm:sSub':
    case 'm:sSubSup':
      read('m:e');
      read('m:sub', lowered);
      return read('m:sup', raised);
    case 'm:sPre':
      read('m:sub', lowered);
      read('m:sup', raised);
      return read('m:e');
    case 'm:nary':
      sign(markOf(properties, 'm:chr', '∫'));
      read('m:sub', lowered);
      read('m:sup', raised);
      return read('m:e');
    case 'm:d': {
      sign(markOf(properties, 'm:begChr', '('));
      const parts = elementsOf(node).filter(({ name }) => name === 'm:e');
      for (const [index, part] of parts.entries()) {
        if (index > 0) sign(markOf(properties, 'm:sepChr', '|'));
        for (const each of elementsOf(part)) readMath(each, conversion, format);
      }
      return sign(markOf(properties, 'm:endChr', ')'));
    }
    default:
      for (const each of elementsOf(node)) readMath(each, conversion, format);
  }
}

/** A bracket or separator; an empty value means none. */
function markOf(properties: XmlElement | undefined, name: string, fallback: string): string {
  return child(properties, name)?.attributes['m:val'] ?? fallback;
}

function storedLength(part: XmlElement | undefined): number {
  return part === undefined ? 0 : [...textContent(part).trim()].length;
}
