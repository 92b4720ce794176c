/** A QR code as a shape, ready to be drawn at any size: what the share room makes and templates draw. */
export interface QrPath {
  /** Modules along one side, the white margin included. */
  sideModules: number;
  /** The black modules as the `d` of an SVG path, one unit a module. */
  path: string;
}
