/**
 * Icons that Lucide does not have, drawn in its style (24 × 24, lines of 2, round ends): people who cannot read recognise others by
 * what they carry or wear, not by one bust for all.
 */
const drawn = (paths: string): string =>
  `<g fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" stroke-width="2">${paths}</g>`;

/** The body of each icon's `svg`, by its name. */
export const ownIcons: Readonly<Record<string, string>> = {
  // A bent person with a stick.
  'walking-stick': drawn(
    '<circle cx="12" cy="4" r="2"/><path d="M10.5 9C8.5 10.5 7.5 12.5 7.5 15l3 2.5V22M7.5 15 6 22m4.5-13 2 3.5 3 .5M15.5 22V12.5a1.5 1.5 0 0 1 3 0"/>',
  ),
  // A person in a dress, as on doors.
  woman: drawn(
    '<circle cx="12" cy="4" r="2"/><path d="M12 9 7.5 17h9zM10 17v5m4-5v5M9.5 13 7 11.5m7.5 1.5L17 11.5"/>',
  ),
};
