/** What the questions of the finder need of the site, `/finder/policies.js`: the phone works everything else out. */
import type { Alternative } from '../schema/alternative.ts';
import { addressOf } from './address.ts';
import { type AmountRates, ratesById } from './amounts.ts';
import { addressOnCard } from './card-path.ts';
import { ratesOfConditions } from './conditions.ts';
import { plainAddressOnCard } from './finder-address.ts';
import type { FinderPolicy } from './finder-results.ts';
import { pick, type Site } from './site.ts';
import type { PolicyPeriod } from './status.ts';

/** The file with the data: a script, because a page on a memory card reads nothing else. */
export const FINDER_DATA = '/finder/policies.js';

export interface FinderDataPolicy extends FinderPolicy {
  title: string;
  address: string;
  /** Its address on a memory card, if that is not the plain one: the phone cannot compute it in few bytes. */
  card?: string | undefined;
  period: PolicyPeriod;
  documents: readonly string[];
  /** The first telephone to ring. */
  phone?: string | undefined;
}

export interface FinderData {
  places: readonly { id: string; name: string; parent?: string | undefined }[];
  rates: AmountRates;
  policies: readonly FinderDataPolicy[];
  /** The name and the telephone of the site. */
  site: { name: string; phone?: string | undefined };
}

/** The data of all policies with conditions; empty lists without any. */
export function finderData(site: Site): FinderData {
  const policies = site.policies.flatMap(({ slug, data }): FinderDataPolicy[] => {
    const { title, conditions, places, documents, contacts, validFrom, validUntil, applyBy, localTerms } =
      data;
    if (!conditions) return [];
    const address = addressOf('policies', slug);
    return [
      {
        slug,
        title,
        address,
        card: cardAddress(address),
        alternatives: conditions as readonly Alternative[],
        places,
        isTentative: localTerms === 'unknown' ? true : undefined,
        period: { validFrom, validUntil, applyBy },
        documents,
        phone: pick(site.contacts, contacts)[0]?.phone,
      },
    ];
  });
  const rates = new Set(policies.flatMap(({ alternatives }) => ratesOfConditions(alternatives)));
  return {
    places: site.places.map(({ id, name, parent }) => ({ id, name, parent })),
    rates: ratesById(site.rates.filter(({ id }) => rates.has(id))),
    policies,
    site: { name: site.about.name, phone: site.about.telephone },
  };
}

/** The address on a memory card; undefined if it is the plain one. */
export function cardAddress(address: string): string | undefined {
  const card = addressOnCard(address);
  return card === plainAddressOnCard(address) ? undefined : card;
}

/** The data as a script, which gives it to its own element. */
export function finderDataScript(site: Site): string {
  return `document.currentScript.finderData=${JSON.stringify(finderData(site))}\n`;
}
