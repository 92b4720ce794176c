/** The styles of an OpenDocument text: what of them decides whether and how a text is seen (ODF 1.3 part 3, 16). */
import { elementsOf, type XmlElement } from '../xml.ts';

export interface OdtStyle {
  /** The style above it, whose values it inherits. */
  parent: string | undefined;
  /** The name in the program's list: Title, Heading 1, 标题. */
  displayName: string;
  outlineLevel: number | undefined;
  listStyle: string | undefined;
  /** The attributes of its text properties. */
  text: Readonly<Record<string, string>>;
}

export type OdtStyles = ReadonlyMap<string, OdtStyle>;

/** The styles of both parts, those of paragraphs as `paragraph:NAME` and those of pieces of text as `text:NAME`. */
export function stylesOf(roots: readonly XmlElement[]): OdtStyles {
  const styles = new Map<string, OdtStyle>();
  for (const group of roots.flatMap(elementsOf)) {
    if (group.name !== 'office:styles' && group.name !== 'office:automatic-styles') continue;
    for (const style of elementsOf(group).filter(({ name }) => name === 'style:style')) {
      const { attributes } = style;
      const name = attributes['style:name'] ?? '';
      const family = attributes['style:family'] ?? '';
      const parent = attributes['style:parent-style-name'];
      styles.set(`${family}:${name}`, {
        parent: parent === undefined ? undefined : `${family}:${parent}`,
        displayName: attributes['style:display-name'] ?? name,
        outlineLevel: Number(attributes['style:default-outline-level']) || undefined,
        listStyle: attributes['style:list-style-name'],
        text: elementsOf(style).find((each) => each.name === 'style:text-properties')?.attributes ?? {},
      });
    }
  }
  return styles;
}

/** The style and those above it, nearest first. A chain that runs in a circle ends. */
export function chainOf(styles: OdtStyles, key: string): OdtStyle[] {
  const chain: OdtStyle[] = [];
  const seen = new Set<string>();
  let at: string | undefined = key;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const style: OdtStyle | undefined = styles.get(at);
    if (style === undefined) break;
    chain.push(style);
    at = style.parent;
  }
  return chain;
}

export interface OdtTextFormat {
  isHidden: boolean;
  isStruck: boolean;
  isBold: boolean;
  isItalic: boolean;
  position: 'sup' | 'sub' | undefined;
}

/** The format of a piece of text under a style, on top of `base`. */
export function formatOf(styles: OdtStyles, key: string, base: OdtTextFormat): OdtTextFormat {
  const chain = chainOf(styles, key);
  const value = (name: string) => chain.map(({ text }) => text[name]).find((each) => each !== undefined);
  const flag = (name: string, test: RegExp, before: boolean) => {
    const found = value(name);
    return found === undefined ? before : test.test(found);
  };
  return {
    isHidden: flag('text:display', /^none$/, base.isHidden),
    isStruck: flag('style:text-line-through-style', /^(?!none)/, base.isStruck),
    isBold: flag('fo:font-weight', /^(?:bold|[6-9]00)$/, base.isBold),
    isItalic: flag('fo:font-style', /^(?:italic|oblique)$/, base.isItalic),
    position: positionOf(value('style:text-position')) ?? base.position,
  };
}

/** `super 58%`, `33% 58%` or `-8% 58%`. */
function positionOf(value: string | undefined): 'sup' | 'sub' | undefined {
  if (value === undefined || /^0%/.test(value)) return undefined;
  return /^(?:sub|-)/.test(value) ? 'sub' : 'sup';
}
