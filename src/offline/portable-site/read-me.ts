/** README.txt of the portable site, for people who find the memory card. */

export function readMe({ name, url, today }: { name: string; url: string; today: string }): string {
  const lines = [
    name,
    '',
    '打开 index.html 就能看，不用上网。',
    '在电脑上：双击 index.html。问用什么打开，就选浏览器。',
    '在手机上：在文件管理里点 index.html，选浏览器。有的手机这样打开没有样子、点不动，请拿到电脑上看。',
    '要拷就把整个文件夹一起拷，只拷 index.html 打不开别的页。',
    '',
    `这里是 ${today} 的内容。最新的在网上：${url}`,
    '政策会变，办之前打电话问一句。不知道打给谁，打 12345。',
  ];
  return `${lines.join('\n')}\n`;
}

/** Old Notepads, and browsers that open a file, need the BOM to decode UTF-8; Notepad needs CRLF line ends. */
export function withBomAndCrlf(text: string): string {
  return `\uFEFF${text.replace(/^\uFEFF/, '').replace(/\r?\n/g, '\r\n')}`;
}
