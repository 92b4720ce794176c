/** Names of files and folders that every system takes, Windows above all: cadres' offices have it. */

/** What Windows allows in no name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses just these.
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;
/** Names of devices since DOS: a file of that name cannot be opened there. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const MAX_NAME_LENGTH = 40;

/** The text as the name of a file or folder; `otherwise` where nothing of it can stay. */
export function safeName(text: string, otherwise: string): string {
  const name = [...text.replace(FORBIDDEN, ' ')]
    .slice(0, MAX_NAME_LENGTH)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (name === '') return otherwise;
  return DEVICE_NAME.test(name) ? `_${name}` : name;
}
