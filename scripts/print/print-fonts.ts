/** Fonts for printed PDFs, from the packages: the paper is the same on a machine without a Chinese font. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { FontFiles } from '../../src/share/print-sheet/index.ts';

/**
 * The everyday characters first: in the font of all characters radicals share the shapes of characters, so text copied from the PDF would
 * have ⻋ (U+2ECB) for 车 and 戶 for 户, and a search in it would miss both.
 */
export function printFonts(): FontFiles {
  const require = createRequire(import.meta.url);
  const address = (file: string) => pathToFileURL(require.resolve(file)).href;
  const everyday = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified';
  const all = '@expo-google-fonts/noto-sans-sc';
  return {
    regular: [
      address(`${everyday}-400-normal.woff2`),
      address(`${all}/400Regular/NotoSansSC_400Regular.ttf`),
    ],
    bold: [address(`${everyday}-700-normal.woff2`), address(`${all}/700Bold/NotoSansSC_700Bold.ttf`)],
  };
}
