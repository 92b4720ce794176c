/** Puts into a title on the page the places where its lines may end, as the build found them (src/line-breaks). */

/** `places` are like `5 9m`: UTF-16 units from the start of the title, each with the class of its `<wbr>` if it has one. */
export function insertLineBreaks(title: HTMLElement, places = ''): void {
  for (const place of places.split(' ').reverse()) {
    let left = parseInt(place, 10);
    if (!(left > 0)) continue;
    const wbr = document.createElement('wbr');
    wbr.className = place.replace(/\d/g, '');
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
