/**
 * One tap to share a document: the phone's own share sheet, the text into the clipboard, poster and QR code large on this page.
 * Each phone refuses something else; then the plain link or the text to copy by hand remains.
 */

/** Browsers inside chat apps: they share with their own menu, at the top right. */
const CHAT_APP = /MicroMessenger|DingTalk|\bQQ\/|Weibo|AlipayClient|Lark|Feishu/i;

const COPIED = '文字复制好了。打开聊天，长按输入的地方，点「粘贴」。';
const BY_HAND = '这部手机不让自动复制。在下面的文字上长按，点「全选」，再点「复制」。';

/** Initialises one share panel. */
export function initSharePanel(panel: HTMLElement, phone: Navigator): void {
  const send = panel.querySelector<HTMLElement>('[data-send]');
  const chat = panel.querySelector<HTMLElement>('[data-chat]');
  const text = panel.querySelector<HTMLTextAreaElement>('[data-message]');
  const said = panel.querySelector<HTMLElement>('[data-said]');
  if (!text || !said) return;

  if (chat) chat.hidden = !CHAT_APP.test(phone.userAgent);
  if (send && typeof phone.share === 'function') {
    send.hidden = false;
    send.addEventListener('click', () => {
      // A reader who changes their mind closes the sheet: that is no error.
      phone.share({ title: panel.dataset.title ?? '', text: text.value }).catch(() => undefined);
    });
  }
  panel.querySelector('[data-copy]')?.addEventListener('click', async () => {
    said.textContent = '';
    const isCopied = await copyText(text, phone);
    said.textContent = isCopied ? COPIED : BY_HAND;
    const fold = text.closest('details');
    if (!isCopied && fold) fold.open = true;
    if (!isCopied) text.focus();
  });
  for (const opener of panel.querySelectorAll<HTMLAnchorElement>('[data-picture]')) {
    opener.addEventListener('click', (event) => {
      event.preventDefault();
      showPicture(panel, opener);
    });
  }
}

/** Copies the text of an area: by the clipboard, if any, otherwise by selecting it. */
export async function copyText(area: HTMLTextAreaElement, phone: Navigator): Promise<boolean> {
  if (phone.clipboard) {
    try {
      await phone.clipboard.writeText(area.value);
      return true;
    } catch {
      // Refused by the app around the page: the older way may still be allowed.
    }
  }
  const fold = area.closest('details');
  const wasOpen = fold?.open ?? true;
  if (fold) fold.open = true;
  area.select();
  let isCopied = false;
  try {
    isCopied = document.execCommand('copy');
  } catch {
    // Not supported: the reader copies by hand.
  }
  if (fold && isCopied) fold.open = wasOpen;
  return isCopied;
}

/** Shows a picture below the row of its link, large, and no other picture: a phone only reads a code that is alone. */
function showPicture(panel: HTMLElement, opener: HTMLAnchorElement): void {
  const shown = panel.querySelector('figure');
  const isSame = shown?.querySelector('img')?.src === opener.href;
  shown?.remove();
  if (isSame) return;
  const figure = document.createElement('figure');
  figure.className = 'm-0 text-center';
  const picture = document.createElement('img');
  picture.className = 'mx-auto h-auto w-full rounded-lg';
  picture.src = opener.href;
  picture.alt = opener.dataset.alt ?? '';
  const caption = document.createElement('figcaption');
  caption.className = 'mt-1 font-bold';
  caption.textContent = opener.dataset.picture ?? '';
  figure.append(picture, caption);
  (opener.closest('.share-row') ?? opener).after(figure);
}
