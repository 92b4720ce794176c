/** Makes .docx files for tests, reduced to the parts that matter; what is not given is as Word has it in an empty document. */
import { strToU8, zipSync } from 'fflate';

export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface MadeWordFile {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  header?: string;
  footer?: string;
  diagram?: string;
  chart?: string;
  /** By name; each has the id of its name without the ending. */
  pictures?: Readonly<Record<string, Uint8Array>>;
  /** Addresses of links by id. */
  links?: Readonly<Record<string, string>>;
}

/** A run; `properties` is the XML inside w:rPr. */
export const run = (text: string, properties = '') =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs, or of one text; `properties` is the XML inside w:pPr. */
export const p = (content: string, properties = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content.includes('<') || content === '' ? content : run(content)}</w:p>`;

export const styled = (style: string, content: string) => p(content, `<w:pStyle w:val="${style}"/>`);

/** A paragraph in a list. */
export const numbered = (content: string, level = 0, list = 1) =>
  p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A level of a list definition: format and label. */
export const level = (index: number, format: string, label: string, more = '', start = 1) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${label}"/></w:lvl>`;

/** A list definition with one list on it, both with number `id`. */
export const list = (levels: string, id = 1, more = '') =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>|<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${more}</w:num>`;

export const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : p(content)}</w:tc>`;
export const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
export const wordTable = (rows: string) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`;

const STYLES =
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>';

/** The bytes of the file. */
export function wordFile(made: MadeWordFile): Uint8Array {
  const parts: Record<string, string | undefined> = {
    styles: `<w:styles ${namespaces}>${STYLES}${made.styles ?? ''}</w:styles>`,
    numbering: made.numbering && `<w:numbering ${namespaces}>${inOrder(made.numbering)}</w:numbering>`,
    footnotes: made.footnotes && `<w:footnotes ${namespaces}>${made.footnotes}</w:footnotes>`,
    endnotes: made.endnotes && `<w:endnotes ${namespaces}>${made.endnotes}</w:endnotes>`,
    comments: made.comments && `<w:comments ${namespaces}>${made.comments}</w:comments>`,
    header: made.header && `<w:hdr ${namespaces}>${made.header}</w:hdr>`,
    footer: made.footer && `<w:ftr ${namespaces}>${made.footer}</w:ftr>`,
    chart: made.chart && `<c:chartSpace ${namespaces}>${made.chart}</c:chartSpace>`,
    diagramData: made.diagram && `<dgm:dataModel ${namespaces}>${made.diagram}</dgm:dataModel>`,
  };
  const given = Object.entries(parts).flatMap(([name, xml]) => (xml ? [[name, xml] as const] : []));
  const pictures = Object.entries(made.pictures ?? {});
  const relationship = (id: string, type: string, target: string, more = '') =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"${more}/>`;
  const relationships = [
    ...given.map(([name]) => relationship(name, name, `${name}.xml`)),
    ...pictures.map(([name]) => relationship(name.replace(/\..*$/, ''), 'image', `media/${name}`)),
    ...Object.entries(made.links ?? {}).map(([id, url]) =>
      relationship(id, 'hyperlink', url, ' TargetMode="External"'),
    ),
  ].join('');
  const wrapped = (xml: string) =>
    strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml}</Relationships>`,
    );
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
      ),
      '_rels/.rels': wrapped(relationship('rId1', 'officeDocument', 'word/document.xml')),
      'word/_rels/document.xml.rels': wrapped(relationships),
      'word/document.xml': strToU8(
        `${HEAD}<w:document ${namespaces}><w:body>${made.body}</w:body></w:document>`,
      ),
      ...Object.fromEntries(given.map(([name, xml]) => [`word/${name}.xml`, strToU8(HEAD + xml)])),
      ...Object.fromEntries(pictures.map(([name, bytes]) => [`word/media/${name}`, bytes])),
    },
    { level: 1 },
  );
}

/** List definitions stand before the lists. */
function inOrder(numbering: string): string {
  const parts = numbering.split('|').flatMap((part) => part.split(/(?=<w:abstractNum )|(?=<w:num )/));
  return [
    ...parts.filter((part) => part.startsWith('<w:abstractNum ')),
    ...parts.filter((part) => part.startsWith('<w:num ')),
  ].join('');
}
