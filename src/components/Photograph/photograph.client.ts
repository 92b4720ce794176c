/** A photograph that waits for a tap, or did not come: what it shows in words, what it costs, and a button that fetches it. */

/** What is asked of a photograph that is on the page already, or was asked for. */
const WANTED = 'wanted';

/** Puts the words and the button in the place of a photograph that waits; takes them away from one that need not. */
export function initPhotograph(photo: HTMLElement, isWaiting: boolean): void {
  const image = photo.querySelector('img');
  if (!image) return;
  // What has come stays: it costs nothing any more.
  if (image.complete && image.naturalWidth > 0) photo.classList.add(WANTED);
  if (!isWaiting || photo.classList.contains(WANTED)) {
    photo.querySelector('.photo-offer')?.remove();
    offerRetry(photo, image);
  } else showLoadButton(photo, image, ['看这张照片', `（最多 ${kilobytes(photo)}\u00a0KB）`]);
}

/** Where a photograph does not come, its words take its place, and it can be asked for again. */
function offerRetry(photo: HTMLElement, image: HTMLImageElement): void {
  image.onerror = () => {
    photo.classList.remove(WANTED);
    photo.classList.add('failed');
    showLoadButton(photo, image, ['没下载下来', '，再试一次']);
  };
}

function showLoadButton(photo: HTMLElement, image: HTMLImageElement, label: readonly string[]): void {
  if (photo.querySelector('.photo-offer')) return;
  const make = (name: string, className: string, ...inside: (Node | string)[]) => {
    const element = document.createElement(name);
    element.className = className;
    element.append(...inside);
    return element;
  };
  // Broken between its parts, never within one.
  const words = make('span', '', ...label.map((part) => make('span', 'inline-block', part)));
  const button = make('button', 'button', words) as HTMLButtonElement;
  button.type = 'button';
  const box = make('span', 'photo-offer no-print', make('span', '', image.alt), button);
  button.addEventListener('click', (event) => {
    // A photograph may stand in a link.
    event.preventDefault();
    box.remove();
    fetchNow(photo);
  });
  photo.append(box);
}

/** Lets the browser fetch the photograph. */
function fetchNow(photo: HTMLElement): void {
  const picture = photo.querySelector('picture');
  // A new one, because a browser does not try again what has failed.
  const fresh = picture?.cloneNode(true) as HTMLElement | undefined;
  const image = fresh?.querySelector('img');
  if (!picture || !fresh || !image) return;
  offerRetry(photo, image);
  photo.classList.remove('failed');
  photo.classList.add(WANTED);
  picture.replaceWith(fresh);
  // The button is gone: who listens to the page goes on here, with the words of the picture.
  image.tabIndex = -1;
  image.focus({ preventScroll: true });
}

/** What the photograph may cost here: the browser takes the first width that fills the screen's own pixels. */
function kilobytes(photo: HTMLElement): number {
  const needed = photo.clientWidth * devicePixelRatio;
  const sizes = (photo.dataset.bytes ?? '').split(' ').map((size) => size.split(':').map(Number));
  const [, bytes = 0] = sizes.find(([widthPx = 0]) => widthPx >= needed) ?? sizes[sizes.length - 1] ?? [];
  return Math.ceil(bytes / 1024);
}
