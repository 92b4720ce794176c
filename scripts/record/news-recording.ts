/** The news of the week in a machine's voice, as MP3 for the loudspeaker: for `npm run record`, and for a build. */
import { join } from 'node:path';
import { newsScript } from '../../src/documents/news-broadcast.ts';
import { NEWS_DAYS } from '../../src/documents/news-recording.ts';
import { placeReadings } from '../../src/documents/place-readings.ts';
import type { Site } from '../../src/documents/site.ts';
import { encodeSpeech } from './encode.ts';
import { machineLabel } from './machine-label.ts';
import { speak } from './machine-voice.ts';

/** All that a recording of the news depends on, besides code and programs. */
export interface NewsSpeech {
  script: string[];
  readings: ReturnType<typeof placeReadings>;
  title: string;
  label: string;
}

/** What is said, and what is written into the file. The day is in neither: the same words are the same recording. */
export function newsSpeech(site: Site): NewsSpeech {
  const script = newsScript(site, NEWS_DAYS);
  return {
    script,
    readings: placeReadings(site.places),
    title: `${site.about.name}：最近的消息（机器念的）`,
    label: machineLabel(site, 'news', script),
  };
}

/**
 * Speaks it into the file `mp3`; `folder` is a temporary folder, `voiceFolder` as for `speak`. Throws AudioError if the machine has no voice
 * or no ffmpeg.
 */
export async function recordNews(
  { script, readings, title, label }: NewsSpeech,
  { mp3, folder, voiceFolder }: { mp3: string; folder: string; voiceFolder?: string | undefined },
): Promise<void> {
  const wav = join(folder, 'news.wav');
  await speak(script, wav, readings, voiceFolder);
  await encodeSpeech(wav, mp3, { title, aigc: label });
}
