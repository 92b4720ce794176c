/** The print sheet of a policy as a page of its own, from the built page, with inline style. */

/** The print sheet in the HTML of a policy's page; undefined if there is none. */
export function extractSheet(html: string): string | undefined {
  const [from, to] = [html.indexOf('<div class="sheet '), html.indexOf('</main>')];
  return from < 0 || to < from ? undefined : html.slice(from, to);
}

/**
 * The HTML of a sheet with the site's style sheet. Print styles apply on the screen too, so the screen shows what is printed.
 */
export function createSheetPage(sheet: string, css: string, title: string): string {
  const style = css
    .replace(/@media print\s*\{/g, '@media all{')
    .replace(/@media screen[^{]*dark[^{]*\{/g, '@media not all{');
  return [
    '<!doctype html>',
    `<html lang="zh-CN"><head><meta charset="utf-8"><title>${title.replace(/[<&]/g, '')}</title>`,
    `<style>${style}body{width:190mm;margin:10mm auto}@media print{body{margin:0}}</style></head>`,
    `<body class="prints-sheets">${sheet}</body></html>`,
  ].join('\n');
}
