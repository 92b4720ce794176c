/**
 * Writes blocks as a .docx with the library docx (MIT, maintained since 2016): it knows the parts of an OOXML package, numbering above all, which
 * is wrong in most hand-made files. Opens in Word, WPS and LibreOffice.
 */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { WordBlock, WordText } from './blocks.ts';

/** Sizes in half points: text in 四号, as offices print it, the title in 二号. */
const TEXT_SIZE = 28;
const TITLE_SIZE = 44;
const HEADING_SIZE = 32;
/** Distances in twentieths of a point. */
const PARAGRAPH_GAP = 120;
const INDENT = 480;
const MAX_LEVEL = 8;

/** The bytes of the file. */
export async function writeWord(title: string, blocks: readonly WordBlock[]): Promise<Uint8Array> {
  const starts = [
    ...new Set(blocks.flatMap((block) => (block.kind === 'item' ? (block.list?.start ?? []) : []))),
  ];
  const document = new Document({
    title,
    creator: 'Mingbai',
    styles: {
      default: {
        document: {
          run: {
            size: TEXT_SIZE,
            font: { ascii: 'Times New Roman', eastAsia: '宋体' },
            language: { eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { after: PARAGRAPH_GAP, line: 360 } },
        },
        title: { run: { size: TITLE_SIZE, bold: true, color: '000000' } },
        heading1: headingStyle(HEADING_SIZE),
        heading2: headingStyle(TEXT_SIZE),
        heading3: headingStyle(TEXT_SIZE),
        heading4: headingStyle(TEXT_SIZE),
      },
    },
    numbering: { config: starts.map(orderedList) },
    sections: [{ children: blocks.map(writeBlock) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Bold and black: the default is blue and smaller than the text. */
function headingStyle(size: number) {
  return { run: { size, bold: true, color: '000000' }, paragraph: { spacing: { before: 240 } } };
}

/** Numbering that begins with `start`; a list of its own is an instance of it. */
function orderedList(start: number) {
  return {
    reference: referenceOf(start),
    levels: Array.from({ length: MAX_LEVEL + 1 }, (_, level) => ({
      level,
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      start: level === 0 ? start : 1,
      style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
    })),
  };
}

const referenceOf = (start: number) => `numbers-from-${start}`;
const HEADING_LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
];

function writeBlock(block: WordBlock): Paragraph | Table {
  switch (block.kind) {
    case 'table':
      return new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: block.rows.map(
          (row, at) =>
            new TableRow({
              tableHeader: block.hasHead && at === 0,
              children: row.map(
                (texts) => new TableCell({ children: [new Paragraph({ children: runs(texts) })] }),
              ),
            }),
        ),
      });
    case 'title':
      return new Paragraph({
        heading: HeadingLevel.TITLE,
        alignment: AlignmentType.CENTER,
        children: runs(block.texts),
      });
    case 'heading': {
      const heading = HEADING_LEVELS[block.depth - 1] ?? HeadingLevel.HEADING_4;
      return new Paragraph({ heading, keepNext: true, children: runs(block.texts) });
    }
    case 'item': {
      const level = Math.min(block.level, MAX_LEVEL);
      const { list } = block;
      const numbering = list && { reference: referenceOf(list.start), instance: list.id, level };
      return new Paragraph({
        ...(numbering ? { numbering } : { bullet: { level } }),
        children: runs(block.texts),
      });
    }
    default:
      return new Paragraph({
        children: runs(block.texts),
        ...(block.kind === 'quote' && { indent: { left: INDENT } }),
      });
  }
}

function runs(texts: readonly WordText[]): ParagraphChild[] {
  return texts.flatMap((text): ParagraphChild[] => {
    const written = text.text.split('\n').map(
      (line, at) =>
        new TextRun({
          text: line.replace(/\p{Cc}/gu, ''),
          ...(at > 0 && { break: 1 }),
          ...(text.isBold && { bold: true }),
          ...(text.isItalic && { italics: true }),
          ...(text.isStruck && { strike: true }),
          ...(text.href && { style: 'Hyperlink' }),
        }),
    );
    return text.href ? [new ExternalHyperlink({ link: text.href, children: written })] : written;
  });
}
