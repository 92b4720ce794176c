/** Other generators over our texts, for the ratios. They make less than we do: each says what. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir, removeTempDir } from '../../temp-dir.ts';
import type { Cost } from '../measured-run.ts';
import { astroMdx } from './astro-mdx.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';
import type { Peer } from './peer.ts';
import { type PeerText, peerTexts } from './texts.ts';

/** Measures each peer that is here or can be installed, one after another. */
export async function* measurePeers(content: string): AsyncGenerator<{ what: string; cost: Cost }> {
  const texts = peerTexts(content);
  for (const peer of [hugo, eleventy, astroMdx].filter((each) => each.isReady())) {
    // Below the project: Astro finds its packages there.
    const dir = makeTempDir('bench');
    try {
      yield { what: peer.what, cost: await measurePeer(peer, dir, texts) };
    } finally {
      removeTempDir(dir);
    }
  }
}

/** One peer, in an empty folder; throws where it does not make a page for every text and a list for every collection. */
export async function measurePeer(peer: Peer, dir: string, texts: readonly PeerText[]): Promise<Cost> {
  mkdirSync(dir, { recursive: true });
  peer.write(dir, texts);
  const cost = await peer.build(dir);
  for (const path of texts.flatMap((text) => [text.path, text.collection])) {
    const page = join(dir, 'out', path, 'index.html');
    if (!existsSync(page)) throw new Error(`${peer.what} made no page ${path}.`);
  }
  return cost;
}
