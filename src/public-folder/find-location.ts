/**
 * Detects location metadata in any file: a photograph, a photograph in a PDF, a recording. Searches for the known structures anywhere
 * in the bytes.
 */

const TIFF_HEADERS = [Buffer.from('II*\0', 'latin1'), Buffer.from('MM\0*', 'latin1')];
/** Keys of XMP and of Apple's QuickTime metadata. */
const LOCATION_KEYS = ['GPSLatitude', 'GPSLongitude', 'location.ISO6709'];
/** QuickTime's older atom with the sign of its coordinates, and 3GPP's box with its version. */
const LOCATION_ATOMS = [/\xa9xyz[\s\S]{4}[+-]\d/, /loci\0\0\0\0/];
/** XMP namespaces of detected faces. */
const FACE_KEYS = ['mwg-rs:', 'MPReg:', 'MP:RegionInfo', 'FaceRegion'];
const GPS_DIRECTORY = 0x8825;
const LATITUDE = 2;

/** Whether the bytes hold a latitude in EXIF or XMP, or the location of a video. Linear time. */
export function hasLocation(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (LOCATION_KEYS.some((word) => buffer.includes(word, 0, 'latin1'))) return true;
  const letters = buffer.toString('latin1');
  if (LOCATION_ATOMS.some((atom) => atom.test(letters))) return true;
  return TIFF_HEADERS.some((head) => {
    for (let at = buffer.indexOf(head); at >= 0; at = buffer.indexOf(head, at + 1)) {
      if (hasLatitude(buffer.subarray(at), head[0] === 0x49)) return true;
    }
    return false;
  });
}

/** Whether the bytes hold XMP regions of faces. */
export function hasFaces(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return FACE_KEYS.some((word) => buffer.includes(word, 0, 'latin1'));
}

/** Whether the TIFF structure has a GPS directory with a latitude. */
function hasLatitude(tiff: Buffer, isLittle: boolean): boolean {
  const number = (at: number, length: 2 | 4): number => {
    if (at + length > tiff.length) return 0;
    return isLittle ? tiff.readUIntLE(at, length) : tiff.readUIntBE(at, length);
  };
  const find = (directory: number, tag: number): number | undefined => {
    const entries = directory === 0 ? 0 : number(directory, 2);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = directory + 2 + 12 * entry;
      if (at + 12 > tiff.length) return undefined;
      if (number(at, 2) === tag) return number(at + 8, 4);
    }
    return undefined;
  };
  const places = find(number(4, 4), GPS_DIRECTORY);
  return places !== undefined && find(places, LATITUDE) !== undefined;
}
