/** A photograph that waits for a tap, or failed to load: its description, its size in bytes, and a button that loads it. */

/** Marks a photograph that has loaded, or that the reader has requested. */
const WANTED = 'wanted';

/** Adds the words and the button to a photograph that waits; removes them from one that does not. */
export function initPhotograph(photo: HTMLElement, isWaiting: boolean): void {
  const image = photo.querySelector('img');
  if (!image) return;
  // A loaded photograph stays: it costs nothing more.
  if (image.complete && image.naturalWidth > 0) photo.classList.add(WANTED);
  if (!isWaiting || photo.classList.contains(WANTED)) {
    photo.querySelector('.photo-offer')?.remove();
    offerRetry(photo, image);
  } else showLoadButton(photo, image, ['看这张照片', `（最多 ${kilobytes(photo)}\u00a0KB）`]);
}

/** If a photograph fails to load, its words replace it, and the reader can load it again. */
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
  // Lines break between its parts, never within one.
  const words = make('span', '', ...label.map((part) => make('span', 'inline-block', part)));
  const button = make('button', 'button', words) as HTMLButtonElement;
  button.type = 'button';
  const box = make('span', 'photo-offer no-print', make('span', '', image.alt), button);
  button.addEventListener('click', (event) => {
    // The photograph may be inside a link.
    event.preventDefault();
    box.remove();
    fetchNow(photo);
  });
  photo.append(box);
}

/** Makes the browser load the photograph. */
function fetchNow(photo: HTMLElement): void {
  const picture = photo.querySelector('picture');
  // A new element, because a browser does not retry a failed one.
  const fresh = picture?.cloneNode(true) as HTMLElement | undefined;
  const image = fresh?.querySelector('img');
  if (!picture || !fresh || !image) return;
  offerRetry(photo, image);
  photo.classList.remove('failed');
  photo.classList.add(WANTED);
  picture.replaceWith(fresh);
  // The button is gone: for a screen reader the focus moves to the picture with its description.
  image.tabIndex = -1;
  image.focus({ preventScroll: true });
}

/** The maximum size of the photograph here: the browser takes the first width that fills the screen's own pixels. */
function kilobytes(photo: HTMLElement): number {
  const needed = photo.clientWidth * devicePixelRatio;
  const sizes = (photo.dataset.bytes ?? '').split(' ').map((size) => size.split(':').map(Number));
  const [, bytes = 0] = sizes.find(([widthPx = 0]) => widthPx >= needed) ?? sizes[sizes.length - 1] ?? [];
  return Math.ceil(bytes / 1024);
}
