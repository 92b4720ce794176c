/** The policies with the states of their recordings, and new recordings of them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordingScript } from '../../src/documents/broadcast.ts';
import type { NameReading } from '../../src/documents/pinyin.ts';
import { placeReadings } from '../../src/documents/place-readings.ts';
import { isRecordingOutdated } from '../../src/documents/recorded-words.ts';
import type { PolicyDocument, Site } from '../../src/documents/site.ts';
import { pickDocuments } from '../../src/documents/site.ts';
import { policyStatusOn } from '../../src/documents/status.ts';
import type { Settings } from '../../src/settings.ts';
import { readSiteToPrint } from '../print/site-to-print.ts';
import { makeTempDir, removeTempDir } from '../temp-dir.ts';
import { machineLabel, speak } from './machine-voice.ts';
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
      withPolicy(slug, ({ settings, site, policy }) =>
        saveRecording(settings, site, policy, file, { title: policy.data.title }),
      ),
    saveBytes: (slug, bytes) =>
      withPolicy(slug, ({ settings, site, policy, folder }) => {
        const file = join(folder, 'sound');
        writeFileSync(file, bytes);
        return saveRecording(settings, site, policy, file, { title: policy.data.title });
      }),
    speak: (slug) =>
      withPolicy(slug, async ({ settings, site, policy, folder }) => {
        const file = join(folder, 'sound.wav');
        await speak(recordingScript(site, policy), file, readingsOf(site));
        const aigc = machineLabel(site.about.name);
        return saveRecording(settings, site, policy, file, { title: policy.data.title, aigc });
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

function readingsOf({ places }: Site): NameReading[] {
  return [...placeReadings(places)];
}
