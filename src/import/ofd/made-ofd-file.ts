/** Writes small OFD files for tests, with the structure of GB/T 33190: one document, its pages, a template and resources. */
import { strToU8, zipSync } from 'fflate';

export interface MadeOfd {
  /** The content of the layer of each page, as XML. */
  pages: readonly string[];
  /** The content of the template that lies below every page. */
  template?: string;
  /** Elements of the resources: media, composite units. */
  resources?: string;
  /** More elements in the document's body in OFD.xml: signatures, encryption. */
  body?: string;
  /** More elements of Document.xml: annotations, attachments. */
  document?: string;
  /** More parts by path. */
  parts?: Readonly<Record<string, string | Uint8Array>>;
  /** `ofd:` in most files, nothing in some. */
  prefix?: string;
}

const SIZE_MM = 4.2;

/** A text object at a place in millimetres; `deltas` are the distances of its characters. */
export function madeText(
  text: string,
  x: number,
  y: number,
  { size = SIZE_MM, deltas, more = '' }: { size?: number; deltas?: string; more?: string } = {},
): string {
  const distances = deltas ?? `g ${Math.max(1, [...text].length - 1)} ${size}`;
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<ofd:TextObject ID="9" Boundary="${x} ${y - size} 200 ${size * 1.2}" Font="1" Size="${size}" ${more}><ofd:TextCode X="0" Y="${size}" DeltaX="${distances}">${escaped}</ofd:TextCode></ofd:TextObject>`;
}

/** A line between two places in millimetres. */
export function madeLine(x1: number, y1: number, x2: number, y2: number): string {
  return `<ofd:PathObject ID="8" Boundary="0 0 210 297" LineWidth="0.3" Stroke="true"><ofd:AbbreviatedData>M ${x1} ${y1} L ${x2} ${y2}</ofd:AbbreviatedData></ofd:PathObject>`;
}

/** The bytes of the file. */
export function madeOfdFile(made: MadeOfd): Uint8Array {
  const { pages, template, resources = '', body = '', document = '', parts = {}, prefix = 'ofd:' } = made;
  const xml = (content: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n${content
      .replace(/<(\/?)ofd:/g, `<$1${prefix}`)
      .replace(/^<([\w:]+)/, `<$1 xmlns${prefix === '' ? '' : ':ofd'}="http://www.ofdspec.org/2016"`)}`;
  const list = pages.map(
    (_, index) => `<ofd:Page ID="${10 + index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`,
  );
  const usesTemplate = template === undefined ? '' : '<ofd:Template TemplateID="2"/>';
  const files: Record<string, string | Uint8Array> = {
    'OFD.xml': xml(
      `<ofd:OFD Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${body}</ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Document.xml': xml(
      `<ofd:Document><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>${template === undefined ? '' : '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>'}</ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages>${document}</ofd:Document>`,
    ),
    'Doc_0/DocumentRes.xml': xml(`<ofd:Res BaseLoc="Res">${resources}</ofd:Res>`),
  };
  const content = (layer: string, before = '') =>
    xml(
      `<ofd:Page>${before}<ofd:Content><ofd:Layer ID="3" Type="Body">${layer}</ofd:Layer></ofd:Content></ofd:Page>`,
    );
  pages.forEach((layer, index) => {
    files[`Doc_0/Pages/Page_${index}/Content.xml`] = content(layer, usesTemplate);
  });
  if (template !== undefined) files['Doc_0/Tpls/Tpl_0/Content.xml'] = content(template);
  for (const [path, part] of Object.entries(parts)) {
    files[path] = typeof part === 'string' ? xml(part) : part;
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}
