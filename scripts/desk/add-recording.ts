/** Adds a recording of someone who reads a document out. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError } from '../../src/desk/desk-error.ts';
import { slugFromTitle } from '../../src/import/index.ts';
import { hasLocation } from '../../src/public-folder/find-location.ts';
import type { Settings } from '../../src/settings.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { publicForNew } from '../content-location.ts';

/** Writes it under a free name below `audio`; throws DeskError for what old phones cannot play, and for what tells a place. */
export function addRecording(settings: Settings, bytes: Uint8Array, name: string): { src: string } {
  const ending = endingOf(bytes);
  if (ending === undefined)
    throw new DeskError(
      415,
      '这不是 MP3 或 M4A 录音，有的手机放不出来。请用手机或电脑上的软件转成 MP3，再放进来。',
    );
  if (hasLocation(bytes))
    throw new DeskError(
      415,
      '这段录音里藏着录的地点，别人能查出是在谁家录的。请用软件转存成 MP3，再放进来。',
    );
  const stem = slugFromTitle(name.replace(/\.[^.]*$/, ''));
  const folder = join(publicForNew(settings), 'audio');
  let file = `${stem}${ending}`;
  for (let number = 2; existsSync(join(folder, file)); number += 1) file = `${stem}-${number}${ending}`;
  writeFileAtomic(join(folder, file), bytes);
  return { src: `/audio/${file}` };
}

/** By the bytes: telephones name their recordings as they like. */
function endingOf(bytes: Uint8Array): '.mp3' | '.m4a' | undefined {
  const head = Buffer.from(bytes.slice(0, 12)).toString('latin1');
  if (/^....ftyp(?:M4A|mp4|isom|iso[2-6]|M4B)/s.test(head)) return '.m4a';
  return /^(?:ID3|\xff[\xfb\xfa\xf3\xf2\xe3\xe2])/.test(head) ? '.mp3' : undefined;
}
