/** A QR code as a shape that can be drawn at any size: created by src/share, drawn by templates. */
export interface QrPath {
  /** Modules along one side, the white margin included. */
  sideModules: number;
  /** The black modules as the `d` of an SVG path, one unit a module. */
  path: string;
}
