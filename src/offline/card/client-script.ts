/** The script that every page on the card runs first. */
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../bundle-script.ts';

/** The script, for a card whose data has `parts` parts. */
export function bundleCardScript(parts: number): Promise<string> {
  const entry = fileURLToPath(new URL('client/card.client.ts', import.meta.url));
  return bundleScript(entry, { define: { PARTS: String(parts) } });
}
