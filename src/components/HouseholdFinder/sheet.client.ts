/** The sheet of a whole household, to print. */
import { formatBareDate } from '../../documents/dates.ts';
import type { FinderData, FinderDataPolicy } from '../../documents/finder-data.ts';
import type { FinderResult } from '../../documents/finder-results.ts';
import type { HouseholdSummary, PersonSummary } from '../../documents/household-summary.ts';
import { element } from './element.client.ts';

/** The most open policies of a person on paper. */
const MAX_OPEN_PRINTED = 20;

/** Fills `place` with the sheet for the day. */
export function renderSheet(
  place: HTMLElement,
  { shared, people, documents }: HouseholdSummary,
  { site, day }: { site: FinderData['site']; day: string },
): void {
  place.textContent = '';
  place.append(
    element('h1', 'text-title font-bold', `${site.name}：我家能办什么`),
    element('p', '', `${formatBareDate(day)}问的。能不能办，办的人说了才算。`),
    ...(shared ? [element('p', '', `全家答的：${shared}。`)] : []),
    ...people.map(personPart),
    element('h2', 'mt-3 font-bold', '一共要带什么（一样一份）'),
    element('ul', 'mb-2', ...documents.map((name) => element('li', '', `□ ${name}`))),
    ...(site.phone ? [element('p', '', `拿不准，打${site.phone}问。`)] : []),
  );
}

function personPart({ name, given, likely, open, no }: PersonSummary): HTMLElement {
  const rest = open.length - MAX_OPEN_PRINTED;
  return element(
    'section',
    'mb-2',
    element('h2', 'mt-3 font-bold', given ? `${name}（${given}）` : name),
    ...listOf('多半能办', likely),
    ...listOf('要再问一句', open.slice(0, MAX_OPEN_PRINTED)),
    ...(rest > 0 ? [element('p', '', `还有${rest}个没分清，接着答就少了。`)] : []),
    ...(no.length > 0
      ? [element('p', 'mt-1', `办不了：${no.map(({ policy }) => policy.title).join('；')}。`)]
      : []),
  );
}

function listOf(title: string, results: readonly FinderResult<FinderDataPolicy>[]): Node[] {
  if (results.length === 0) return [element('p', 'mt-1', `${title}：没有。`)];
  const items = results.map(({ policy, reason }) => {
    const phone = policy.phone ? `打${policy.phone}问。` : '';
    return element('li', '', element('b', '', `□ ${policy.title}`), `　${reason}${phone}`);
  });
  return [element('p', 'mt-1 font-bold', title), element('ul', '', ...items)];
}
