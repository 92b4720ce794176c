#!/usr/bin/env bash
# Expected: exifr, which lists AVIF among its formats, reads the location from an AVIF as from a JPEG. For an AVIF written
# by libheif (sharp) exifr.gps() returns undefined, as for a photo without a location: it ignores base_offset when it computes
# the position of EXIF. A check for photos that show where somebody lives does not find them. Right: ISO/IEC 14496-12, iloc
# (base_offset is added to the offset of each extent), and ExifReader. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exifr@7.1.3 exifreader@4.46.0 sharp@0.35.5
cat > look.mjs <<'JS'
import ExifReader from 'exifreader';
import exifr from 'exifr';
import sharp from 'sharp';
// A made-up place in the sea.
const IFD3 = { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '125/1 30/1 0/1' };
for (const format of ['jpeg', 'avif']) {
  const photo = sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } });
  const file = await photo.withExif({ IFD3 }).toFormat(format).toBuffer();
  const [first, second] = [await exifr.gps(file), ExifReader.load(file, { expanded: true }).gps];
  console.log(`${format}: exifr ${first && `${first.latitude} ${first.longitude}`}, ExifReader ${second?.Latitude} ${second?.Longitude}`);
}
JS
expected='jpeg: exifr 30.25 125.5, ExifReader 30.25 125.5
avif: exifr undefined, ExifReader 30.25 125.5'
echo "exifr 7.1.3, ExifReader 4.46.0, sharp 0.35.5 with libheif $(node -p "require('sharp').versions.heif")"
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
