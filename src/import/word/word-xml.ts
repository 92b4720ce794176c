/** The XML parts of a .docx as light nodes, with the usual prefixes whatever the file declares: Word itself reads by namespace. */
import type { XmlElement as ParsedElement } from '@rgrove/parse-xml';
import { child, convertChildren, parseRoot, type XmlElement } from '../xml.ts';

/** Prefixes by the last parts of the namespace: transitional and strict files (ECMA-376 part 1 and 4) differ only in front of them. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/drawingml\/(?:2006\/)?main$/, 'a'],
  [/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/word\/2010\/wordprocessingShape$/, 'wps'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/word\/2010\/wordml$/, 'w14'],
  [/schemas-microsoft-com:vml$/, 'v'],
  [/schemas-microsoft-com:office:office$/, 'o'],
];

type Scope = ReadonlyMap<string, string>;

/** The root element of a part; throws XmlError if the part is not well-formed. */
export function parseWordXml(xml: string): XmlElement {
  return converted(parseRoot(xml), new Map());
}

function converted(element: ParsedElement, above: Scope): XmlElement {
  const scope = scopeOf(element, above);
  const canonical = (name: string, isAttribute: boolean) => {
    const colon = name.indexOf(':');
    if (colon < 0) return isAttribute ? name : (scope.get('') ?? '') + name;
    return (scope.get(name.slice(0, colon)) ?? name.slice(0, colon + 1)) + name.slice(colon + 1);
  };
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) attributes[canonical(name, true)] = value;
  return {
    name: canonical(element.name, false),
    attributes,
    children: convertChildren(element, (inner) => converted(inner, scope)),
  };
}

/** The prefixes in force, with their colon; those of unknown namespaces stay as they are. */
function scopeOf({ attributes }: ParsedElement, above: Scope): Scope {
  const declared = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/.test(name));
  if (declared.length === 0) return above;
  const scope = new Map(above);
  for (const [name, uri] of declared) {
    const known = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1];
    const prefix = name.slice(6);
    if (known !== undefined) scope.set(prefix, `${known}:`);
    else scope.set(prefix, prefix === '' ? '' : `${prefix}:`);
  }
  return scope;
}

/** The child reached by a path of names. */
export function at(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((element, name) => child(element, name), parent);
}

/** The attribute `w:val` of a child, as most properties of Word have it. */
export function propertyValue(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes['w:val'];
}

/** A property that is on or off (ECMA-376 17.17.4); undefined if it is absent. */
export function flagOf(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  return found && !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '1');
}
