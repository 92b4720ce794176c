/** Whether a recording still has the words of its policy. */
import type { PolicyData } from '../schema/policies.ts';
import { recordingScript } from './broadcast.ts';
import { fnv1a32 } from './fnv.ts';
import type { PolicyDocument, Site } from './site.ts';

/** The digest of the script for a recording, 8 hexadecimal digits: stands in `audio.words`. */
export function wordsDigest(site: Site, policy: PolicyDocument): string {
  const hash = fnv1a32(recordingScript(site, policy).join('\n'));
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Whether the words have changed since the recording; a recording without a digest was made elsewhere and counts as current. */
export function isRecordingOutdated(site: Site, policy: PolicyDocument): boolean {
  const words = policy.data.audio?.words;
  return words !== undefined && words !== wordsDigest(site, policy);
}

/** The recording for the page; undefined if there is none or its words are old: the phone's own speech has the new ones. */
export function currentRecording(site: Site, policy: PolicyDocument): PolicyData['audio'] {
  return isRecordingOutdated(site, policy) ? undefined : policy.data.audio;
}
