/**
 * Copies an article for the official account as rich text. By the event of copying, which every browser has from long before
 * Chromium 80; a browser that refuses the button still copies the selected text with its own menu or keys.
 */

const COPIED = '复制好了。在电脑上打开公众号后台，新建图文，在正文里粘贴。';
const BY_HAND = '这个浏览器不让自动复制。文章已经选好了，按 Ctrl 和 C（苹果电脑按 ⌘ 和 C）。';
const UNKNOWN = '没有说是哪一篇。回到干部工具箱，在那一篇下面点「公众号」。';
const FAILED = '文章没有取到。这一页要连上网、在网站上用，存储卡上不行。';
/** A document in the address, `?d=policies/di-bao`. */
const DOCUMENT = /^(?:policies|stories|notices)\/[a-z0-9-]+$/;

/** Shows the article named by the address and copies it on a press. */
export async function initArticleCopy(box: HTMLElement, place: Location): Promise<void> {
  const part = (name: string) => box.querySelector<HTMLElement>(`[data-${name}]`);
  const say = (name: 'said' | 'trouble', text: string) => {
    const line = part(name);
    if (!line) return;
    line.textContent = text;
    line.hidden = false;
  };
  const which = new URLSearchParams(place.search).get('d') || '';
  if (!DOCUMENT.test(which)) return say('trouble', UNKNOWN);
  const address = `${box.dataset.base}share/${which}/article.html`;
  const text = part('text');
  const button = part('copy-article');
  if (!text || !button) return;
  let html: string;
  try {
    const source = await fetchText(address);
    // Parsed without its styles: the security policy of the page refuses inline ones, and the browser reports each.
    const article = new DOMParser().parseFromString(source.replace(/ style="[^"]*"/g, ''), 'text/html');
    showFields(box, article, address);
    html = await withEmbeddedPictures(
      source.replace(/[\s\S]*<body>|<\/body>[\s\S]*/g, ''),
      new URL(address, place.href).href,
    );
    text.append(...Array.from(article.body.childNodes));
  } catch {
    return say('trouble', FAILED);
  }
  const ready = part('ready');
  if (ready) ready.hidden = false;

  text.addEventListener('copy', (event) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text.textContent || '');
    event.preventDefault();
  });
  button.addEventListener('click', () => {
    select(text);
    say('said', document.execCommand('copy') ? COPIED : BY_HAND);
  });
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

function showFields(box: HTMLElement, article: Document, address: string): void {
  const metaOf = (name: string) =>
    article.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content || '';
  for (const field of box.querySelectorAll<HTMLTextAreaElement>('[data-field]')) {
    const name = field.dataset.field || '';
    field.value = name === 'title' ? article.title : metaOf(name);
    field.addEventListener('focus', () => field.select());
  }
  const links: [string, string][] = [
    ['article', address],
    ['cover', metaOf('cover')],
  ];
  for (const [name, href] of links)
    for (const link of box.querySelectorAll<HTMLAnchorElement>(`[data-${name}]`)) link.href = href;
}

/** The HTML with each picture of the site in it: the editor of the account takes those. One that cannot be loaded stays a link. */
async function withEmbeddedPictures(html: string, base: string): Promise<string> {
  const parts = html.split(/(<img src="[^"]*")/);
  const filled = parts.map(async (part, at) => {
    const source = at % 2 ? part.slice('<img src="'.length, -1) : 'data:';
    return source.startsWith('data:') ? part : `<img src="${await embedded(new URL(source, base).href)}"`;
  });
  return (await Promise.all(filled)).join('');
}

async function embedded(source: string): Promise<string> {
  const response = await fetch(source);
  if (!response.ok) return source;
  const bytes = await response.blob();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve(source);
    reader.readAsDataURL(bytes);
  });
}

function select(element: HTMLElement): void {
  const selection = getSelection();
  if (!selection) return;
  const range = document.createRange();
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
}
