/**
 * A machine's voice for a script: a model of sherpa-onnx if MINGBAI_VOICE names a folder with one, otherwise Debian's espeak-ng. It always
 * says first that it is a machine; the file says so too (machine-label.ts).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NameReading } from '../../src/documents/pinyin.ts';
import { speechPinyin } from '../../src/documents/speech-pinyin.ts';
import { AudioError } from './audio-error.ts';
import { runProgram } from './run-program.ts';

/** The first sentence of every machine's recording: by GB 45438-2025, 5.3 b), both 人工智能 (or AI) and 合成 (or 生成) have to be heard. */
export const MACHINE_NOTICE = '下面的话，是机器念的，声音由人工智能合成。';

/** Words a minute of espeak-ng, and the pause between words in its units of 10 ms: 160 characters a minute for a loudspeaker. */
const ESPEAK_SPEED = '130';
const ESPEAK_GAP = '2';

/** Writes the script as WAV; the names are read as given. Throws AudioError if there is no voice. */
export async function speak(
  script: readonly string[],
  output: string,
  names: readonly NameReading[],
  voiceFolder = process.env.MINGBAI_VOICE,
): Promise<void> {
  const lines = [MACHINE_NOTICE, ...script];
  if (voiceFolder) return speakWithModel(lines, output, voiceFolder);
  const input = lines.map((line) => speechPinyin(line, names)).join('\n');
  const args = ['-v', 'cmn-latn-pinyin', '-s', ESPEAK_SPEED, '-g', ESPEAK_GAP, '-w', output, '--stdin'];
  await runProgram('espeak-ng', args, {
    failure: '机器没有念出来。看看 espeak-ng 能不能单独用。',
    input,
  });
}

/** The files of a model, by the options of sherpa-onnx-offline-tts: vits with a lexicon, or matcha with its vocoder. */
const MODELS: readonly Readonly<Record<string, string>>[] = [
  {
    'matcha-acoustic-model': 'model-steps-3.onnx',
    'matcha-vocoder': 'vocos-22khz-univ.onnx',
    'matcha-lexicon': 'lexicon.txt',
    'matcha-tokens': 'tokens.txt',
  },
  { 'vits-model': 'model.onnx', 'vits-lexicon': 'lexicon.txt', 'vits-tokens': 'tokens.txt' },
];

async function speakWithModel(lines: readonly string[], output: string, folder: string): Promise<void> {
  const model = MODELS.find((files) => Object.values(files).every((file) => existsSync(join(folder, file))));
  if (model === undefined) {
    throw new AudioError(
      `${folder} 里没有能用的声音。要有 sherpa-onnx 的 vits 模型：model.onnx、lexicon.txt、tokens.txt；或者 matcha 模型：${Object.values(MODELS[0] ?? {}).join('、')}。`,
    );
  }
  const own = join(folder, 'sherpa-onnx-offline-tts');
  const options = Object.entries(model).map(([option, file]) => `--${option}=${join(folder, file)}`);
  await runProgram(
    existsSync(own) ? own : 'sherpa-onnx-offline-tts',
    [...options, `--output-filename=${output}`, lines.join('')],
    {
      missing:
        '这台机器没有 sherpa-onnx-offline-tts 这个程序，Debian 里也没有。从 sherpa-onnx 的网站下载，放在模型的文件夹里。',
      failure: '机器没有念出来。看看模型和程序是不是一套的。',
    },
  );
}
