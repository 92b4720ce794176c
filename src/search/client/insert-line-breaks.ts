/** Inserts `<wbr>` into a title on the page, at the positions that the build found (src/line-breaks). */

/** `positions` are like `5 9m`: UTF-16 units from the start of the title, each with the class of its `<wbr>`, if any. */
export function insertLineBreaks(title: HTMLElement, positions = ''): void {
  for (const position of positions.split(' ').reverse()) {
    let left = parseInt(position, 10);
    if (!(left > 0)) continue;
    const wbr = document.createElement('wbr');
    wbr.className = position.replace(/\d/g, '');
    wbr.setAttribute('aria-hidden', 'true');
    const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (left < text.length) {
        const rest = left > 0 ? text.splitText(left) : text;
        rest.parentNode?.insertBefore(wbr, rest);
        break;
      }
      left -= text.length;
    }
  }
}
