/** The table of contents of the one file. Build and browser share it. */

export interface FileDirectory {
  /** Full URL of the site, with a slash at the end. */
  siteUrl: string;
  /** The blocks in order of their elements. */
  blocks: Block[];
  /** Other addresses of pages, each with that of its page, from the top of the site. */
  moved: Record<string, string>;
}

export interface Block {
  /** Whether the block is compressed with Zstandard. */
  isCompressed: boolean;
  /** Its files one after another: name, from the site root, and length in bytes. */
  files: [name: string, length: number][];
}

/** Id of the element with the directory: base64 of compressed JSON. */
export const DIRECTORY_ID = 'mingbai-directory';

/** Id of the element with a block in base64. */
export const blockId = (block: number): string => `mingbai-block-${block}`;

/** Scheme of the addresses of scripts, before their names. */
export const SCRIPT_SCHEME = 'mingbai:';

/** Name of the global function that a script of a page calls with its code. */
export const RUN_FUNCTION = 'mingbaiRun';

/** The link to an address from the top of the site, whose parts may have any character. */
export const fragmentFor = (address: string): string =>
  `#/${address.split('/').map(encodeURIComponent).join('/')}`;

/** The address from the top of the site of a page's file: `policies/di-bao/index.html` → `policies/di-bao/`. */
export const addressOfFile = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');
