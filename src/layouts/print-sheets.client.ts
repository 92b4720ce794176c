/**
 * Prints the sheets of the ticked policies, each on a page of A4. They are fetched from the policies' own pages, so that the
 * toolkit stays small and its prints equal those of each policy.
 */

const NOT_REACHED = '没取到要打印的内容。连上网再点一次，或者用下面的「上门单」。';

/** Makes the button of the toolkit print the ticked policies; `start` is called with the sheets once they are on the page. */
export function initSheetPrinting(
  tools: HTMLElement,
  page: Document,
  start: (sheets: HTMLElement) => void,
): void {
  const button = tools.querySelector<HTMLButtonElement>('[data-print]');
  const said = tools.querySelector<HTMLElement>('[data-said-print]');
  const place = page.querySelector<HTMLElement>('[data-sheets]');
  const boxes = Array.from(page.querySelectorAll<HTMLInputElement>('[data-sheet]'));
  if (!button || !said || !place) return;
  const ticked = () => boxes.filter((box) => box.checked);
  const show = () => {
    const count = ticked().length;
    button.disabled = count === 0;
    said.textContent =
      count === 0 ? '在下面勾上要打印的政策，一个一张。' : `勾了${count}个，打${count}张纸。`;
  };
  for (const box of boxes) box.addEventListener('change', show);
  button.addEventListener('click', async () => {
    try {
      const sheets = await Promise.all(ticked().map((box) => fetchSheet(box.value)));
      place.textContent = '';
      place.append(...sheets);
      page.body.classList.add('prints-sheets');
      start(place);
    } catch {
      said.textContent = NOT_REACHED;
    }
  });
  show();
}

/** The sheet in the page of a policy; rejects if there is none. */
async function fetchSheet(address: string): Promise<Element> {
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const sheet = page.querySelector('.sheet');
  if (!sheet) throw new Error(`No sheet at ${address}`);
  return document.adoptNode(sheet);
}
