/** Finds broken links, pictures and scripts in the files of a built site. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './built-site.ts';

/** Broken links of a site at `base`, as `file → link`. */
export function brokenLinks(dir: string, base: string): string[] {
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (file: string) => {
    const known = anchors.get(file) ?? new Set(attributes(readFileSync(join(dir, file), 'utf8'), 'id'));
    anchors.set(file, known);
    return known;
  };
  return filesOf('.html', dir).flatMap((file) => {
    const html = readFileSync(join(dir, file), 'utf8');
    const links = [
      ...['href', 'src'].flatMap((name) => attributes(html, name)),
      ...attributes(html, 'srcset').flatMap((list) =>
        list.split(', ').map((each) => each.replace(/ .*/, '')),
      ),
      ...refreshes(html),
    ];
    return links.filter((link) => !leadsSomewhere(link, file)).map((link) => `${file} → ${link}`);
  });

  function leadsSomewhere(link: string, from: string): boolean {
    if (/^(?:https?|tel|mailto|data):/.test(link)) return true;
    const [path = '', anchor] = link.split('#').map(decodeURIComponent);
    if (path !== '' && !path.startsWith(base)) return false;
    const target = path === '' ? from : fileOf(path.slice(base.length).replace(/\?.*$/, ''));
    if (!existsSync(join(dir, target)) || !statSync(join(dir, target)).isFile()) return false;
    return anchor === undefined || anchor === '' || anchorsOf(target).has(anchor);
  }
}

function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function attributes(html: string, name: string): string[] {
  return Array.from(html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g')), (match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );
}

function refreshes(html: string): string[] {
  return Array.from(
    html.matchAll(/http-equiv="refresh" content="0; url=([^"]+)"/g),
    (match) => match[1] ?? '',
  );
}
