/** What the machine says: the numbers, telephones and names of the script, by the phonemes that espeak-ng prints. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import { recordingScript } from '../../src/documents/broadcast.ts';
import { createSite } from '../../src/documents/site.ts';
import { speechPinyin } from '../../src/documents/speech-pinyin.ts';
import { MACHINE_NOTICE, speak } from './machine-voice.ts';

const hasEspeak = spawnSync('espeak-ng', ['--version']).error === undefined;

/** The phonemes of pinyin, a word for each syllable; the third tone is the same before a pause and within a sentence. */
function phonemesOf(pinyin: string): string[] {
  const { stdout } = spawnSync('espeak-ng', ['-v', 'cmn-latn-pinyin', '-x', '-q', '--stdin'], {
    input: pinyin,
    encoding: 'utf8',
  });
  return stdout
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[_|']/g, '').replace('214', '21'));
}

describe.skipIf(!hasEspeak)('the voice of espeak-ng', () => {
  test.each([
    ['再说一遍，幺二三四五。', 'zai4 shuo1 yi2 bian4 yao1 er4 san1 si4 wu3'],
    ['每人每月一百六十三元。', 'mei3 ren2 mei3 yue4 yi1 bai3 liu4 shi2 san1 yuan2'],
    ['去银行还款。', 'qu4 yin2 hang2 huan2 kuan3'],
    ['洪洞县。', 'hong2 tong2 xian4'],
    [
      MACHINE_NOTICE,
      'xia4 mian4 de5 hua4 shi4 ji1 qi4 nian4 de5 sheng1 yin1 you2 ren2 gong1 zhi4 neng2 he2 cheng2',
    ],
  ])('%s is said syllable by syllable', (line, syllables) => {
    expect(phonemesOf(speechPinyin(line))).toEqual(syllables.split(' ').flatMap(phonemesOf));
  });

  test('no line of any policy is spelt as English letters', () => {
    const corpus = readCorpus('content', 'content');
    const site = createSite(corpus.documents, corpus, '2026-11-28');
    const lines = site.policies.flatMap((policy) => recordingScript(site, policy));
    expect(lines.length).toBeGreaterThan(50);
    const pinyin = lines.map((line) => speechPinyin(line));
    for (const line of pinyin) expect(line).toMatch(/^[a-z1-5 ,.]+$/);
    expect(phonemesOf(pinyin.join('\n')).join(' ')).not.toContain('(en)');
  });
});

test('a model in a folder reads the whole script, and says first that it is a machine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'voice-'));
  try {
    for (const file of ['model.onnx', 'lexicon.txt', 'tokens.txt']) writeFileSync(join(folder, file), '');
    const program = join(folder, 'sherpa-onnx-offline-tts');
    writeFileSync(program, '#!/bin/sh\nprintf "%s\\n" "$@" > "$(echo "$4" | cut -d= -f2)"\n');
    chmodSync(program, 0o755);
    const output = join(folder, 'out.wav');
    await speak(['第一句。', '第二句。'], output, [], folder);
    expect(readFileSync(output, 'utf8').trim().split('\n')).toEqual([
      `--vits-model=${folder}/model.onnx`,
      `--vits-lexicon=${folder}/lexicon.txt`,
      `--vits-tokens=${folder}/tokens.txt`,
      `--output-filename=${output}`,
      `${MACHINE_NOTICE}第一句。第二句。`,
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a folder without a model is refused, with the files that it needs', async () => {
  await expect(speak(['一句。'], '/nowhere.wav', [], tmpdir())).rejects.toThrow('model.onnx');
});
