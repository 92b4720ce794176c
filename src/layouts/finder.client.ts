/**
 * 我家能办什么: shows the policies that match the tapped choices, each with the reason. The choice is in the address, so that a cadre can
 * send it; nothing of it leaves the phone.
 */
import { type Fit, fittingPolicies } from '../documents/finder.ts';

/** Initialises the questions of the finder. */
export function initFinder(finder: HTMLElement, place: Location, past: History): void {
  const boxes = Array.from(finder.querySelectorAll<HTMLInputElement>('input[type=checkbox]'));
  const village = finder.querySelector('select');
  const list = finder.querySelector<HTMLElement>('[data-found]');
  const message = finder.querySelector<HTMLElement>('[data-message]');
  if (!list || !message) return;
  const items = new Map(
    Array.from(list.querySelectorAll<HTMLElement>('li'), (item) => [item.dataset.slug ?? '', item]),
  );
  const groups = new Map(
    Array.from(items, ([slug, { dataset }]): [string, string] => [slug, dataset.group ?? '']).filter(
      ([, group]) => group !== '',
    ),
  );
  const others = Array.from(finder.querySelectorAll<HTMLElement>('[data-others]'));

  const show = () => {
    const tapped = boxes.filter((box) => box.checked);
    const fits = fittingPolicies(
      tapped.map((box) => ({
        question: box.name,
        label: box.dataset.label ?? '',
        policies: (box.dataset.policies ?? '').split(' '),
      })),
      groups,
    );
    const chosen = village?.value ?? '';
    for (const item of items.values()) item.hidden = true;
    let shown = 0;
    for (const fit of fits) {
      const item = items.get(fit.slug);
      if (!item || !isFor(item, chosen)) continue;
      const why = item.querySelector('[data-why]');
      if (why) why.textContent = formatReason(fit);
      item.hidden = false;
      shown += 1;
      list.append(item);
    }
    const isMore = showOthers(others, tapped, chosen);
    finder.classList.toggle('has-found', shown > 0);
    message.textContent = formatCount(tapped.length, shown, isMore);
  };

  const keep = () => {
    const query = new URLSearchParams();
    for (const name of new Set(boxes.map((box) => box.name))) {
      const values = boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
      if (values.length > 0) query.set(name, values.join(','));
    }
    if (village?.value) query.set('place', village.value);
    past.replaceState(null, '', place.pathname + (String(query) && `?${query}`) + place.hash);
    show();
  };

  const asked = new URLSearchParams(place.search);
  for (const box of boxes) {
    box.checked = (asked.get(box.name) ?? '').split(',').includes(box.value);
    box.addEventListener('change', keep);
  }
  if (village) {
    const wanted = asked.get('place') ?? '';
    if (Array.from(village.options).some((option) => option.value === wanted)) village.value = wanted;
    village.addEventListener('change', keep);
  }
  show();
}

/** Whether a policy holds in the chosen place and is not over by the phone's date. */
function isFor(item: HTMLElement, chosen: string): boolean {
  const places = (item.dataset.place ?? '').split(' ');
  const hasEnded = item.querySelector<HTMLElement>('.badge')?.dataset.status === 'ended';
  return !hasEnded && (chosen === '' || places.includes('*') || places.includes(chosen));
}

/** Shows the links to all policies of the tapped groups; returns whether there is one. */
function showOthers(
  others: readonly HTMLElement[],
  tapped: readonly HTMLInputElement[],
  chosen: string,
): boolean {
  let isMore = false;
  for (const item of others) {
    const { others: audience = '' } = item.dataset;
    item.hidden = !tapped.some((box) => (box.dataset.audiences ?? '').split(' ').includes(audience));
    if (item.hidden) continue;
    isMore = true;
    const link = item.querySelector('a');
    const plain = link?.getAttribute('href')?.replace(/&place=.*/, '') ?? '';
    link?.setAttribute('href', plain + (chosen && `&place=${chosen}`));
  }
  return isMore;
}

function formatReason({ reasons, onlyIf }: Fit): string {
  return onlyIf === undefined ? `因为您家${reasons.join('，')}。` : `要是您家${onlyIf}，看看这个。`;
}

/** The count for a line that stays on the screen while boxes are ticked above it. */
function formatCount(tapped: number, shown: number, isMore: boolean): string {
  if (tapped === 0) return '点上面的格子，能办的就出来。';
  if (shown === 0) return '没有正好合适的。少点一个试试，或者打12345问。';
  return isMore ? `先看这${shown}个，下面还有全部` : `${shown}个政策，点这里看`;
}
