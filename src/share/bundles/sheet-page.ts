/** The printed sheet of a policy as a page of its own: taken from the finished page, with its style inside it. */

/**
 * The file, from the HTML of a policy's page and the site's stylesheet; undefined where the page has no sheet. What is
 * meant for paper there is shown on the screen here, so that a cadre sees what the printer will give.
 */
export function sheetPage(html: string, css: string, title: string): string | undefined {
  const [from, to] = [html.indexOf('<div class="sheet '), html.indexOf('</main>')];
  if (from < 0 || to < from) return undefined;
  const style = css
    .replace(/@media print\s*\{/g, '@media all{')
    .replace(/@media screen[^{]*dark[^{]*\{/g, '@media not all{');
  return [
    '<!doctype html>',
    `<html lang="zh-CN"><head><meta charset="utf-8"><title>${title.replace(/[<&]/g, '')}</title>`,
    `<style>${style}body{width:190mm;margin:10mm auto}@media print{body{margin:0}}</style></head>`,
    `<body class="prints-sheets">${html.slice(from, to)}</body></html>`,
  ].join('\n');
}
