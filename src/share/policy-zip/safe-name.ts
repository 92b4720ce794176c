/** File names that every system accepts, Windows above all: offices have it. */

/** Not allowed in names on Windows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses just these.
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;
/** DOS device names: Windows opens no file of that name. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const MAX_NAME_LENGTH = 40;

/** The text as the name of a file or folder; `otherwise` if no character can stay. */
export function safeName(text: string, otherwise: string): string {
  const name = [...text.replace(FORBIDDEN, ' ')]
    .slice(0, MAX_NAME_LENGTH)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (name === '') return otherwise;
  return DEVICE_NAME.test(name) ? `_${name}` : name;
}
