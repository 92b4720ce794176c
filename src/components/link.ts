/** Links from pages: every address of the site goes through here, so that it works below a path as well. */
import { joinBase } from '../documents/address.ts';

/** The address with the path on which this build will stand. */
export function link(address: string): string {
  return joinBase(import.meta.env.BASE_URL, address);
}

/** Finished HTML with every address from the site's top put below that path. */
export function linkAll(html: string): string {
  return html
    .replace(/ (href|src)="(\/[^"]*)"/g, (_, name: string, address: string) => ` ${name}="${link(address)}"`)
    .replace(
      / srcset="(\/[^"]*)"/g,
      (_, list: string) => ` srcset="${list.split(', ').map(link).join(', ')}"`,
    );
}
