/** Pictures in the drawing formats of old Windows, EMF and WMF: LibreOffice turns them into PNG; no library of npm reads them. */
import { gunzipSync } from 'fflate';
import { missingProgramNote } from '../outside-programs.ts';
import type { ReaderContext } from '../source-document.ts';

const TIMEOUT_SECONDS = 120;

/** The pictures with the old ones converted, under their names; those that could not be are left as they are and reported. */
export async function convertOldPictures(
  pictures: ReadonlyMap<string, Uint8Array>,
  { runProgram }: Pick<ReaderContext, 'runProgram'>,
): Promise<{ pictures: Map<string, Uint8Array>; notes: string[] }> {
  const all = new Map(pictures);
  const old = [...pictures].flatMap(([name, bytes], index) => {
    const unpacked = unpack(bytes);
    const ending = endingOf(unpacked);
    return ending === undefined ? [] : [{ name, base: `picture${index}`, ending, bytes: unpacked }];
  });
  if (old.length === 0) return { pictures: all, notes: [] };
  const files = Object.fromEntries(old.map(({ base, ending, bytes }) => [`${base}.${ending}`, bytes]));
  const run = await runProgram({
    program: 'soffice',
    arguments: ['--convert-to', 'png', '--outdir', '.', ...Object.keys(files)],
    files,
    timeoutSeconds: TIMEOUT_SECONDS,
  });
  const lost = `有 ${old.length} 张旧格式（EMF、WMF）的图没有带过来`;
  if (run.status === 'missing') return { pictures: all, notes: [missingProgramNote('soffice', lost)] };
  if (run.status === 'failed')
    return { pictures: all, notes: [`${lost}：LibreOffice 没有转成。请在 Word 里把图另存成 PNG。`] };
  for (const { name, base } of old) {
    const png = run.files.get(`${base}.png`);
    if (png !== undefined) all.set(name, png);
  }
  return { pictures: all, notes: [] };
}

/** EMF and WMF may be compressed as .emz and .wmz. */
function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    return bytes;
  }
}

function endingOf(bytes: Uint8Array): 'emf' | 'wmf' | undefined {
  const mark = String.fromCharCode(...bytes.subarray(40, 44));
  if (bytes[0] === 1 && bytes[1] === 0 && mark === ' EMF') return 'emf';
  const isPlaceable = bytes[0] === 0xd7 && bytes[1] === 0xcd && bytes[2] === 0xc6 && bytes[3] === 0x9a;
  const isPlain = (bytes[0] === 1 || bytes[0] === 2) && bytes[1] === 0 && bytes[2] === 9 && bytes[3] === 0;
  return isPlaceable || isPlain ? 'wmf' : undefined;
}
