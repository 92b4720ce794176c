/** Reads drawings: pictures, text boxes (DrawingML and VML), WordArt, diagrams; charts and equations of old Word are reported as lost. */
import { element, paragraph } from '../hast-elements.ts';
import { descendants, elementsOf, isElement, textContent, type XmlElement } from '../xml.ts';
import { chooseAlternative } from './alternatives.ts';
import { storedText } from './character-count.ts';
import { type Conversion, omit, push } from './conversion.ts';

/** Adds the pictures of a drawing to the open paragraph, and its texts after it. */
export function readDrawing(node: XmlElement, conversion: Conversion): void {
  const described = descendants(node, 'wp:docPr')[0]?.attributes;
  readPart(node, conversion, described?.descr ?? described?.title ?? '');
}

function readPart(node: XmlElement, conversion: Conversion, alt: string): void {
  const { paragraph: open } = conversion;
  switch (node.name) {
    case 'w:txbxContent':
      open.blocks.push(...conversion.readBlocks(node, conversion));
      return;
    case 'a:txBody':
      open.blocks.push(...textParagraphs(node));
      return;
    case 'mc:AlternateContent':
      return readPart(chooseAlternative(node, conversion), conversion, alt);
    case 'a:blip':
      return addPicture(node.attributes['r:embed'] ?? node.attributes['r:link'], conversion, alt);
    case 'v:imagedata':
      return addPicture(node.attributes['r:id'], conversion, alt || (node.attributes['o:title'] ?? ''));
    case 'v:textpath':
      return addWordArt(node.attributes.string ?? '', conversion);
    case 'dgm:relIds':
      return addDiagram(node.attributes['r:dm'], conversion);
    case 'c:chart':
      conversion.notes.push(
        `有一张图表${chartName(node, conversion)}没有带过来，请另存成图片放进来${nearby(conversion)}。`,
      );
      return;
    case 'o:OLEObject':
      if (/^Equation/i.test(node.attributes.ProgID ?? '')) {
        conversion.notes.push(`有一个旧格式的公式没有带过来，请照原文打出来${nearby(conversion)}。`);
      }
      return;
    case 'w:t':
    case 'a:t':
      return omit(conversion, 'drawing', textContent(node));
    default:
      for (const part of elementsOf(node)) readPart(part, conversion, alt);
  }
}

/** The title of a chart in quotation marks; empty without one. */
function chartName(node: XmlElement, { target, part }: Conversion): string {
  const found = target(node.attributes['r:id']);
  const chart = found && !found.isExternal ? part(found.target) : undefined;
  const [title] = chart === undefined ? [] : descendants(chart, 'c:title');
  const text = title === undefined ? '' : storedText(title).trim();
  return text === '' ? '' : `「${text}」`;
}

function nearby({ paragraph: open }: Conversion): string {
  const text = open.pieces
    .map(({ node }) => (node.type === 'text' ? node.value : ''))
    .join('')
    .trim();
  return text === '' ? '' : `（在“${[...text].slice(-20).join('')}”后面）`;
}

/** The paragraphs of a shape in DrawingML. */
function textParagraphs(body: XmlElement) {
  return descendants(body, 'a:p')
    .map((each) => storedText(each))
    .filter((text) => text.trim() !== '')
    .map(paragraph);
}

function addPicture(id: string | undefined, conversion: Conversion, alt: string): void {
  const found = conversion.target(id);
  if (found === undefined) return;
  const bytes = found.isExternal ? undefined : conversion.bytes(found.target);
  if (bytes !== undefined) conversion.pictures.set(found.target, bytes);
  push(conversion, element('img', [], { src: found.target, alt }));
}

function addWordArt(text: string, conversion: Conversion): void {
  if (text.trim() === '') return;
  conversion.additions.push({ text, reason: '艺术字' });
  conversion.paragraph.blocks.push(paragraph(text));
}

/** The texts of a diagram in the order of its data: where they stand in it is not stored. */
function addDiagram(id: string | undefined, conversion: Conversion): void {
  const found = conversion.target(id);
  const data = found && conversion.part(found.target);
  if (data === undefined) return;
  const bodies = descendants(data, 'dgm:t').filter((body) => body.children.some(isElement));
  const paragraphs = bodies.flatMap(textParagraphs);
  conversion.paragraph.blocks.push(...paragraphs);
  if (paragraphs.length > 0)
    conversion.notes.push('有一张 SmartArt 图，里面的字按先后排成了一段一段，请对照原图。');
}
