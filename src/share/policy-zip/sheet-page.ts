/** The printed sheet of a policy as a page of its own: taken from the finished page, with its style inside it. */

/** The sheet in the HTML of a policy's page, which is the only part of it that a zip holds; undefined where there is none. */
export function extractSheet(html: string): string | undefined {
  const [from, to] = [html.indexOf('<div class="sheet '), html.indexOf('</main>')];
  return from < 0 || to < from ? undefined : html.slice(from, to);
}

/**
 * The file, from a sheet and the site's stylesheet. What is meant for paper in the page is shown on the screen here, so that
 * a cadre sees what the printer will give.
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
