/** All policies as data, for other programs: `/policies.json`. Its form is src/schema/policies-json.ts. */
import type { PolicyData } from '../schema/policies.ts';
import { addressOf } from './address.ts';
import { fullShortUrl, fullUrl, homeUrl } from './full-address.ts';
import { textOfBlocks } from './plain-text.ts';
import { type PolicyDocument, pick, publishedOn, type Site } from './site.ts';
import { policyStatusOn } from './status.ts';

/** The address of the data, and that of its JSON Schema. */
export const POLICIES_DATA = '/policies.json';
export const POLICIES_SCHEMA = '/policies.schema.json';

/** Fields that are for editors or for this site only. */
const INTERNAL_FIELDS = [
  'draft',
  'publishOn',
  'confirmed',
  'aliases',
  'audio',
] as const satisfies (keyof PolicyData)[];
export const internalFields: readonly string[] = INTERNAL_FIELDS;

/** The whole file, on the day of the site: names in place of ids, the body as text. */
export function policiesData(site: Site): object {
  return {
    $schema: fullUrl(site, POLICIES_SCHEMA),
    site: { name: site.about.name, url: homeUrl(site) },
    day: site.today,
    policies: site.policies.map((policy) => policyData(site, policy)),
  };
}

function policyData(site: Site, policy: PolicyDocument): object {
  const { slug, data, body } = policy;
  const fields = Object.fromEntries(Object.entries(data).filter(([name]) => !internalFields.includes(name)));
  const named = ({ id, title }: { id: string; title: string }) => ({ id, title });
  return {
    id: slug,
    url: fullUrl(site, addressOf('policies', slug)),
    shortUrl: fullShortUrl(site, policy),
    publishedOn: publishedOn(site, 'policies', slug),
    status: policyStatusOn(data, site.today),
    ...fields,
    action: pick(site.actions, [data.action]).map(named)[0],
    audiences: pick(site.audiences, data.audiences).map(named),
    ...(data.places && { places: pick(site.places, data.places).map(({ id, name }) => ({ id, name })) }),
    contacts: pick(site.contacts, data.contacts).map(({ confirmed: _, ...contact }) => contact),
    body: textOfBlocks(body.blocks),
  };
}
