/** Puts a recording of a policy into the folders of the site: the files into `public/audio`, their names into the policy. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../src/desk/edit-document.ts';
import { wordsDigest } from '../../src/documents/recorded-words.ts';
import type { PolicyDocument, Site } from '../../src/documents/site.ts';
import { policySchema } from '../../src/schema/policies.ts';
import type { Settings } from '../../src/settings.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { publicForNew } from '../content-location.ts';
import { locateEntry } from '../desk/locate.ts';
import { encodeRecording, type Tags } from './encode.ts';

/** Digits of the hash in a name: a new recording has a new address, so no phone plays the old one from its store. */
const NAME_HASH_LENGTH = 8;

export interface SavedRecording {
  src: string;
  seconds: number;
}

/**
 * Encodes `input` in the temporary folder and makes it the recording of the policy. The policy is changed last: whatever fails before, it still names the files
 * of before. Throws AudioError for what is no recording.
 */
export async function saveRecording(
  settings: Settings,
  site: Site,
  policy: PolicyDocument,
  { input, folder }: { input: string; folder: string },
  tags: Tags,
): Promise<SavedRecording> {
  const encoded = { mp3: join(folder, 'recording.mp3'), opus: join(folder, 'recording.opus') };
  const seconds = await encodeRecording(input, encoded, tags);
  const mp3 = readFileSync(encoded.mp3);
  const name = `/audio/${policy.slug}-${hash('sha256', mp3).slice(0, NAME_HASH_LENGTH)}`;
  const audio = { src: `${name}.mp3`, seconds, opus: `${name}.opus`, words: wordsDigest(site, policy) };
  const publicDir = publicForNew(settings);
  writeFileAtomic(join(publicDir, audio.src), mp3);
  writeFileAtomic(join(publicDir, audio.opus), readFileSync(encoded.opus));
  fillIn(settings, policy, { ...audio, ...(tags.aigc !== undefined && { machine: true }) });
  removeEarlier(publicDir, policy, [audio.src, audio.opus]);
  return { src: audio.src, seconds };
}

function fillIn(settings: Settings, { slug }: PolicyDocument, audio: object): void {
  const { path } = locateEntry(settings, { collection: 'policies', slug });
  const order = Object.keys(policySchema.shape);
  const text = applyEdits(readFileSync(path, 'utf8'), [{ path: ['audio'], value: audio }], undefined, {
    order,
  });
  writeFileAtomic(path, text);
}

/** Removes the files of the recording before, if this program named them; others may be in use elsewhere. */
function removeEarlier(publicDir: string, { slug, data }: PolicyDocument, current: readonly string[]): void {
  const ours = new RegExp(`^/audio/${slug}-[0-9a-f]{${NAME_HASH_LENGTH}}\\.(?:mp3|opus)$`);
  for (const file of [data.audio?.src, data.audio?.opus]) {
    if (file === undefined || current.includes(file) || !ours.test(file)) continue;
    const path = join(publicDir, file);
    if (existsSync(path)) rmSync(path);
  }
}
