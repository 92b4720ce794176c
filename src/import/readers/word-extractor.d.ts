/** The part of word-extractor used here; its own types on npm lack the options. */
declare module 'word-extractor' {
  interface TextOptions {
    /** Whether Chinese quotation marks become ASCII. */
    filterUnicode: boolean;
  }
  interface ExtractedDocument {
    getBody(options: TextOptions): string;
    getFootnotes(options: TextOptions): string;
    getEndnotes(options: TextOptions): string;
    getAnnotations(options: TextOptions): string;
    getHeaders(options: TextOptions & { includeFooters: boolean }): string;
    getTextboxes(options: TextOptions & { includeHeadersAndFooters: boolean }): string;
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<ExtractedDocument>;
  }
}
