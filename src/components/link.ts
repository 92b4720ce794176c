/** Links from pages: every address of the site passes through here, so that it works below a base path as well. */
import { basePath } from '../base-path.ts';
import { joinBase } from '../documents/address.ts';

/** The address with the base path of the site. */
export function link(address: string): string {
  return joinBase(basePath(), address);
}

/** Finished HTML with the base path added to every address from the site root. */
export function linkAll(html: string): string {
  return html
    .replace(/ (href|src)="(\/[^"]*)"/g, (_, name: string, address: string) => ` ${name}="${link(address)}"`)
    .replace(
      / srcset="(\/[^"]*)"/g,
      (_, list: string) => ` srcset="${list.split(', ').map(link).join(', ')}"`,
    );
}
