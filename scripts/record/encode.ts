/** Makes a recording ready for the page and for the loudspeaker, with ffmpeg. */
import { AudioError } from './audio-error.ts';
import { runProgram } from './run-program.ts';

/** Bits a second: Opus at 24,000 is clear speech; MP3 for old phones and amplifiers needs more. */
const OPUS_BITRATE = '24k';
const MP3_BITRATE = '64k';
/** Samples a second: speech has nothing above 12 kHz. */
const SAMPLE_RATE = '24000';
/** EBU R 128 for the web: loud enough for a phone's speaker, -1.5 dB below clipping. */
const LOUDNESS = 'I=-16:TP=-1.5:LRA=11';
/** Silence is what stays below this; a fifth of a second of it is left at both ends. */
const SILENCE = 'start_periods=1:start_threshold=-45dB:start_silence=0.2';
const TRIM = `silenceremove=${SILENCE},areverse,silenceremove=${SILENCE},areverse`;
/** A shorter recording is a mistake. */
const MIN_SECONDS = 1;

const UNREADABLE = '这个录音打不开，可能坏了，也可能不是录音。换一个再来一次。';

/** What is written into the file for whoever looks at it; never a place or a device. */
export interface Tags {
  title: string;
  /** For a machine's voice: the label that programs read. */
  aigc?: string;
}

/**
 * Writes `input`, any sound that ffmpeg reads, as MP3 and Opus: mono, without silence at the ends, evened in loudness. Returns its length
 * in seconds. Throws AudioError if it is no sound, or silent.
 */
export async function encodeRecording(
  input: string,
  outputs: { mp3: string; opus: string },
  tags: Tags,
): Promise<number> {
  const filter = `${TRIM},loudnorm=${LOUDNESS}:${await measuredLoudness(input)}`;
  const common = ['-nostdin', '-y', '-v', 'error', '-i', input, '-vn', '-map_metadata', '-1'];
  const sound = ['-af', filter, '-ac', '1', '-ar', SAMPLE_RATE];
  const metadata = Object.entries({ title: tags.title, ...(tags.aigc && { AIGC: tags.aigc }) }).flatMap(
    ([key, value]) => ['-metadata', `${key}=${value}`],
  );
  await ffmpeg([...common, ...sound, ...metadata, '-c:a', 'libmp3lame', '-b:a', MP3_BITRATE, outputs.mp3]);
  const opus = ['-c:a', 'libopus', '-b:a', OPUS_BITRATE, '-vbr', 'constrained', '-application', 'voip'];
  await ffmpeg([...common, ...sound, ...metadata, ...opus, outputs.opus]);
  return secondsOf(outputs.mp3);
}

/** The second pass of loudnorm needs the measurement of the first: with it the loudness is evened without pumping. */
async function measuredLoudness(input: string): Promise<string> {
  const filter = `${TRIM},loudnorm=${LOUDNESS}:print_format=json`;
  const { errors } = await ffmpeg([
    '-nostdin',
    '-hide_banner',
    '-i',
    input,
    '-vn',
    '-af',
    filter,
    '-f',
    'null',
    '-',
  ]);
  const measured = JSON.parse(/\{[^{}]*"input_i"[^{}]*\}/.exec(errors)?.[0] ?? '{}') as Record<
    string,
    string
  >;
  // Of silence alone nothing is left to measure.
  if (!Number.isFinite(Number(measured.input_i)))
    throw new AudioError('录音里没有声音。看看话筒开了没有，再录一遍。');
  const { input_i, input_tp, input_lra, input_thresh, target_offset } = measured;
  return `measured_I=${input_i}:measured_TP=${input_tp}:measured_LRA=${input_lra}:measured_thresh=${input_thresh}:offset=${target_offset}:linear=true`;
}

async function secondsOf(file: string): Promise<number> {
  const args = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file];
  const { output } = await runProgram('ffprobe', args, { failure: UNREADABLE });
  const seconds = Number(output.trim());
  if (!(seconds >= MIN_SECONDS)) throw new AudioError('录音不到一秒。再录一遍。');
  return Math.round(seconds);
}

function ffmpeg(args: readonly string[]) {
  return runProgram('ffmpeg', args, { failure: UNREADABLE });
}
