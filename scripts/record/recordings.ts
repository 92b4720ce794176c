/** The policies with the states of their recordings, and new recordings of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordingScript } from '../../src/documents/broadcast.ts';
import { placeReadings } from '../../src/documents/place-readings.ts';
import { isRecordingOutdated } from '../../src/documents/recorded-words.ts';
import { type PolicyDocument, pickDocuments, type Site } from '../../src/documents/site.ts';
import { policyStatusOn } from '../../src/documents/status.ts';
import type { Settings } from '../../src/settings.ts';
import { writeOutputFile } from '../output-file.ts';
import { readSiteToPrint } from '../print/site-to-print.ts';
import { makeTempDir, removeTempDir } from '../temp-dir.ts';
import { MP3_BITS_A_SECOND } from './encode.ts';
import { machineLabel } from './machine-label.ts';
import { speak } from './machine-voice.ts';
import { newsSpeech, recordNews } from './news-recording.ts';
import { type SavedRecording, saveRecording } from './save-recording.ts';

/** A policy on the page of recordings. */
export interface RecordingState {
  slug: string;
  title: string;
  state: 'none' | 'outdated' | 'current';
  /** The script, a sentence a line. */
  script: string[];
}

export interface Recordings {
  /** Every policy that has not ended, those without a current recording first. */
  list(): RecordingState[];
  /** Makes a file of sound the recording of a policy; undefined if there is no such policy. */
  save(slug: string, file: string): Promise<SavedRecording | undefined>;
  /** The same for bytes. */
  saveBytes(slug: string, bytes: Uint8Array): Promise<SavedRecording | undefined>;
  /** Writes an MP3 in which a machine reads the news of the week; returns its length in seconds. */
  speakNews(mp3: string): Promise<number>;
  /** Lets a machine read the script. */
  speak(slug: string): Promise<SavedRecording | undefined>;
}

/** The recordings of a content folder, which is read anew for each call: editors go on writing. */
export function openRecordings(
  args: Parameters<typeof readSiteToPrint>[0],
  options: Record<string, unknown>,
): Recordings {
  const read = () => readSiteToPrint(args, options);
  const withPolicy = async (
    slug: string,
    work: (found: {
      settings: Settings;
      site: Site;
      policy: PolicyDocument;
      folder: string;
    }) => Promise<SavedRecording>,
  ) => {
    const { settings, site } = read();
    const [policy] = pickDocuments(site.policies, [slug]);
    if (policy === undefined) return undefined;
    const folder = makeTempDir('sound');
    try {
      return await work({ settings, site, policy, folder });
    } finally {
      removeTempDir(folder);
    }
  };
  return {
    list: () => statesOf(read().site),
    save: (slug, file) =>
      withPolicy(slug, ({ settings, site, policy, folder }) =>
        saveRecording(settings, site, policy, { input: file, folder }, { title: policy.data.title }),
      ),
    saveBytes: (slug, bytes) =>
      withPolicy(slug, ({ settings, site, policy, folder }) => {
        const input = join(folder, 'sound');
        writeFileSync(input, bytes);
        return saveRecording(settings, site, policy, { input, folder }, { title: policy.data.title });
      }),
    async speakNews(mp3) {
      const { site } = read();
      const folder = makeTempDir('sound');
      try {
        const encoded = join(folder, 'news.mp3');
        await recordNews(newsSpeech(site), { mp3: encoded, folder });
        const bytes = readFileSync(encoded);
        writeOutputFile(mp3, bytes);
        return Math.round((bytes.length * 8) / MP3_BITS_A_SECOND);
      } finally {
        removeTempDir(folder);
      }
    },
    speak: (slug) =>
      withPolicy(slug, async ({ settings, site, policy, folder }) => {
        const input = join(folder, 'sound.wav');
        const script = recordingScript(site, policy);
        await speak(script, input, placeReadings(site.places));
        const aigc = machineLabel(site, policy.slug, script);
        return saveRecording(settings, site, policy, { input, folder }, { title: policy.data.title, aigc });
      }),
  };
}

function statesOf(site: Site): RecordingState[] {
  const open = site.policies.filter(({ data }) => policyStatusOn(data, site.today) !== 'ended');
  const states = open.map((policy): RecordingState => {
    const { slug, data } = policy;
    const state =
      data.audio === undefined ? 'none' : isRecordingOutdated(site, policy) ? 'outdated' : 'current';
    return { slug, title: data.title, state, script: recordingScript(site, policy) };
  });
  return [
    ...states.filter(({ state }) => state !== 'current'),
    ...states.filter(({ state }) => state === 'current'),
  ];
}
