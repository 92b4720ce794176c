/**
 * 我家能办什么: from what was tapped to the policies that fit, each with the reason why. The choice is in the
 * address, so that a cadre can send it; nothing of it leaves the phone.
 */
import { fittingPolicies } from '../../documents/finder.ts';

/** Makes the questions of the finder answer. */
export function offerFinder(finder: HTMLElement, place: Location, past: History): void {
  const boxes = Array.from(finder.querySelectorAll<HTMLInputElement>('input[type=checkbox]'));
  const village = finder.querySelector('select');
  const list = finder.querySelector<HTMLElement>('[data-found]');
  const message = finder.querySelector<HTMLElement>('[data-message]');
  if (!list || !message) return;
  const items = Array.from(list.querySelectorAll<HTMLElement>('li'));
  const others = Array.from(finder.querySelectorAll<HTMLElement>('[data-others]'));

  const show = () => {
    const tapped = boxes.filter((box) => box.checked);
    const fits = fittingPolicies(
      tapped.map((box) => ({
        question: box.name,
        label: box.dataset.label ?? '',
        policies: (box.dataset.policies ?? '').split(' '),
      })),
    );
    const chosen = village?.value ?? '';
    let shown = 0;
    for (const item of items) {
      const reasons = fits.get(item.dataset.slug ?? '') ?? [];
      const places = (item.dataset.place ?? '').split(' ');
      const isOver = item.querySelector<HTMLElement>('.badge')?.dataset.status === 'ended';
      const isHere = chosen === '' || places.includes('*') || places.includes(chosen);
      item.hidden = reasons.length === 0 || !isHere || isOver;
      if (!item.hidden) shown += 1;
      const why = item.querySelector('[data-why]');
      if (why) why.textContent = `因为您家${reasons.join('，')}。`;
      item.dataset.order = String(reasons.length);
    }
    items.sort((a, b) => Number(b.dataset.order) - Number(a.dataset.order));
    list.append(...items);
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
    message.textContent = sayHowMany(tapped.length, shown, isMore);
  };

  const keep = () => {
    const query = new URLSearchParams();
    for (const name of new Set(boxes.map((box) => box.name))) {
      const values = boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
      if (values.length > 0) query.set(name, values.join(','));
    }
    if (village?.value) query.set('place', village.value);
    past.replaceState(null, '', place.pathname + (String(query) && `?${query}`));
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

function sayHowMany(tapped: number, shown: number, isMore: boolean): string {
  if (tapped === 0) return '点上面的格子，下面就出来能办的。';
  if (isMore) return '您家可能能办的很多，先看这些，下面还有全部：';
  return shown === 0 ? '没有正好合适的。少点一个试试，或者打12345问。' : `您家可能能办 ${shown} 个：`;
}
