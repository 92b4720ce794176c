/**
 * The HTML of the one file. The first page comes first, so that it is painted while the rest is parsed; the rest is text in script
 * elements, which the parser only skips.
 */
import { hash } from 'node:crypto';
import { blockId, DIRECTORY_ID } from './file-directory.ts';
import type { ReadPage } from './read-page.ts';

export interface OneFileParts {
  /** The first page. */
  page: ReadPage;
  style: string;
  /** Titles of the documents, escaped: for browsers without scripts. */
  titles: readonly string[];
  /** The main part of the page with the telephones, for the same. */
  contacts: string;
  /** The script that shows the pages. */
  script: string;
  directory: Uint8Array;
  /** In the order of the directory; the scripts of the pages first. */
  blocks: readonly Uint8Array[];
}

export function writeHtml(parts: OneFileParts): string {
  const { page, style, script, directory, blocks } = parts;
  const { title, lang, built, bodyClass } = page.facts;
  // Sets the size of print before the first paint.
  const headScript = page.inline.get(page.scripts[0] ?? '') ?? '';
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const dataElement = (id: string, bytes: Uint8Array) =>
    `<script type="application/octet-stream" id="${id}">${text(bytes)}</script>`;
  const [scripts, ...others] = blocks.map((bytes, block) => dataElement(blockId(block), bytes));
  const nonce = hash('sha256', headScript + script + style, 'base64url').slice(0, 22);
  return [
    `<!doctype html>\n<html lang="${lang}" data-built="${built}" data-card><head><meta charset="utf-8">`,
    `<meta http-equiv="content-security-policy" content="${securityPolicy(nonce)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title><meta name="theme-color" content="#9e2b1c">`,
    '<meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no">',
    `<link rel="icon" href="data:,"><style nonce="${nonce}">${style}</style>`,
    `<script nonce="${nonce}">${headScript}</script></head>`,
    `<body class="${bodyClass}">`,
    `<noscript><p class="card mt-2">${NO_SCRIPT}</p></noscript>`,
    page.header + page.main + page.footer,
    `<noscript>${withoutScript(parts)}</noscript>\n`,
    dataElement(DIRECTORY_ID, directory),
    scripts,
    `<script nonce="${nonce}" data-scripts="${page.scripts.join(' ')}">${script.replace(/<\/(?=script)/gi, '<\\/')}</script>`,
    '\n',
    others.join('\n'),
    '</body></html>\n',
  ].join('');
}

const NO_SCRIPT =
  '这里点不开别的页。请换手机上的浏览器打开这个文件。这一页能看，往下还有电话，和所有政策的名字。';

/** Pictures are data; scripts and styles are those of this file, which its content cannot name. Nothing else is loaded or sent. */
function securityPolicy(nonce: string): string {
  const own = `'nonce-${nonce}'`;
  return `default-src 'none'; script-src ${own}; style-src ${own}; img-src data:; base-uri 'none'; form-action 'none'`;
}

function withoutScript({ contacts, titles }: OneFileParts): string {
  const telephones = contacts.replace(/^<main[^>]*>/, '<section>').replace(/<\/main>$/, '</section>');
  const items = titles.map((title) => `<li>${title}</li>`);
  return `${telephones}<section><h2>这里面有</h2><ul class="dots">${items.join('')}</ul></section>`;
}
