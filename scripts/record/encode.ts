/** Makes a recording ready for the page and for the loudspeaker, with ffmpeg. */
import { AudioError } from './audio-error.ts';
import { runProgram } from './run-program.ts';

/** Bits a second: Opus at 24,000 is clear speech; MP3 for old phones and amplifiers needs more. */
const OPUS = [
  ...['-ac', '1', '-c:a', 'libopus', '-b:a', '24k'],
  ...['-vbr', 'constrained', '-application', 'voip'],
];
export const MP3_BITS_A_SECOND = 64_000;
const MP3 = ['-ac', '1', '-c:a', 'libmp3lame', '-b:a', String(MP3_BITS_A_SECOND)];
/** Samples a second: speech has nothing above 12 kHz. */
const SAMPLE_RATE = '24000';
/** EBU R 128 for the web: loud enough for a phone's speaker, -1.5 dB below clipping. */
const SPEECH_LUFS = -16;
const LOUDNESS = `I=${SPEECH_LUFS}:TP=-1.5:LRA=11`;
/** Of full scale, -2 dB: between two samples the sound is up to 0.5 dB louder. */
const SPEECH_PEAK = 0.79;
/** What ffmpeg measures when there is nothing. */
const SILENT_LUFS = -70;
/** Silence is what stays below this; a fifth of a second of it is left at both ends. */
const SILENCE = 'start_periods=1:start_threshold=-45dB:start_silence=0.2';
const TRIM = `silenceremove=${SILENCE},areverse,silenceremove=${SILENCE},areverse`;
/** A shorter recording is a mistake. */
const MIN_SECONDS = 1;

const NO_SOUND = '录音里没有声音。看看话筒开了没有，再录一遍。';
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
  const loudness = `loudnorm=${LOUDNESS}:${await measuredLoudness(input)}`;
  await ffmpeg([
    ...reading(input),
    // loudnorm is the slowest part: once for both files.
    '-filter_complex',
    `[0:a:0]${TRIM},${loudness},aresample=${SAMPLE_RATE},asplit=2[a][b]`,
    ...['-map', '[a]', ...MP3, ...metadata(tags), outputs.mp3],
    ...['-map', '[b]', ...OPUS, ...metadata(tags), outputs.opus],
  ]);
  return secondsOf(outputs.mp3);
}

/**
 * Writes a machine's speech as MP3, in a tenth of the time: its voice is even, so all of it is made louder by the same measure. The same
 * speech, tags and ffmpeg give the same bytes. Throws AudioError as `encodeRecording`.
 */
export async function encodeSpeech(input: string, mp3: string, tags: Tags): Promise<void> {
  const measure = ['-af', `${TRIM},ebur128=framelog=verbose`, '-f', 'null', '-'];
  const { errors } = await ffmpeg(['-nostdin', '-hide_banner', '-i', input, '-vn', ...measure]);
  const loudness = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(errors)?.[1] ?? SILENT_LUFS);
  if (loudness <= SILENT_LUFS) throw new AudioError(NO_SOUND);
  const gain = (SPEECH_LUFS - loudness).toFixed(1);
  const even = `${TRIM},volume=${gain}dB,alimiter=limit=${SPEECH_PEAK}:level=false,aresample=${SAMPLE_RATE}`;
  await ffmpeg([...reading(input), '-vn', '-af', even, ...MP3, ...metadata(tags), mp3]);
}

/** Nothing of the input but its sound gets into the output; a file has no random number, which Ogg otherwise begins with. */
const reading = (input: string) => ['-nostdin', '-y', '-v', 'error', '-i', input];
const PLAIN = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];
const metadata = (tags: Tags) => [
  ...PLAIN,
  ...Object.entries({ title: tags.title, ...(tags.aigc && { AIGC: tags.aigc }) }).flatMap(([key, value]) => [
    '-metadata',
    `${key}=${value}`,
  ]),
];

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
  if (!Number.isFinite(Number(measured.input_i))) throw new AudioError(NO_SOUND);
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
