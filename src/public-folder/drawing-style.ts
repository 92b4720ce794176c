/** Cleans the CSS of a drawing: known properties, plain values, no external references. */
import { DROPPED_PROPERTY, PROPERTIES } from './drawing-names.ts';

/** The CSS is refused; the message says which part, in Chinese. */
export class StyleRefused extends Error {
  override name = 'StyleRefused';
}

/** Functions of colours, transforms and filters; `url` is checked separately. */
const FUNCTIONS =
  /^(?:rgba?|hsla?|matrix|translate[XY]?|scale[XY]?|rotate|skew[XY]?|rect|inset|circle|ellipse|polygon|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia|url)$/i;
const LOCAL_URL = /^url\(\s*(["']?)#[\p{L}\p{N}_.:-]+\1\s*\)$/u;

/** Why the value of a property or attribute is refused; undefined if it is permitted. */
export function faultOfValue(value: string): string | undefined {
  if (/[\\<>{}@;\p{Cc}]/u.test(value.replace(/[\t\r\n]/g, ' '))) return '有不该有的符号';
  for (const [, name = ''] of value.matchAll(/([\w-]{0,40})\s{0,9}\(/g)) {
    if (!FUNCTIONS.test(name)) return `有 ${name}(…)`;
  }
  for (const [url] of value.matchAll(/url\s{0,9}\([^)]{0,2000}\)?/gi)) {
    if (!LOCAL_URL.test(url)) return '引用了这张图以外的东西';
  }
  return /javascript|expression|data:|\/\//i.test(value) ? '引用了这张图以外的东西' : undefined;
}

/** The permitted declarations, as CSS. Throws StyleRefused. */
export function cleanDeclarations(css: string): string {
  const declarations: string[] = [];
  for (const declaration of css.split(';')) {
    if (declaration.trim() === '') continue;
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(0, colon)).trim();
    const value = declaration.slice(colon + 1).trim();
    if (DROPPED_PROPERTY.test(name)) continue;
    if (!PROPERTIES.has(name)) throw new StyleRefused(`样式 ${name || declaration.trim()}`);
    const fault = faultOfValue(value);
    if (fault !== undefined) throw new StyleRefused(`样式 ${name} 里${fault}`);
    declarations.push(`${name}:${value}`);
  }
  return declarations.join(';');
}

/** The permitted rules of a style sheet, as CSS. Throws StyleRefused for at-rules, escapes and syntax errors. */
export function cleanStyleSheet(css: string): string {
  const plain = withoutComments(css);
  if (plain.includes('\\')) throw new StyleRefused('样式里的反斜杠 \\');
  const at = /@[\w-]{1,40}/.exec(plain)?.[0];
  if (at !== undefined) throw new StyleRefused(`样式里的 ${at}`);
  const rules = plain.split('}');
  if (rules.pop()?.trim() !== '') throw new StyleRefused('没有写完的样式');
  return rules
    .map((rule) => {
      const [selector = '', declarations, ...more] = rule.split('{');
      const isPlain = /^[\w\s.,#*:>()-]+$/.test(selector) && declarations !== undefined && more.length === 0;
      if (!isPlain) throw new StyleRefused(`样式 ${selector.trim().slice(0, 40)}`);
      return `${selector.trim()}{${cleanDeclarations(declarations)}}`;
    })
    .join('\n');
}

function withoutComments(css: string): string {
  let plain = '';
  let at = 0;
  for (;;) {
    const begin = css.indexOf('/*', at);
    if (begin < 0) return plain + css.slice(at);
    const end = css.indexOf('*/', begin + 2);
    if (end < 0) throw new StyleRefused('没有写完的样式');
    plain += `${css.slice(at, begin)} `;
    at = end + 2;
  }
}
