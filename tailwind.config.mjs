/**
 * The look in numbers. Tailwind 3, because the CSS of Tailwind 4 leaves Chromium 80 without any style. One
 * main colour (cinnabar) and two more (pine for yes, amber for careful); each comes in light and dark.
 */
const colour = (name) => `var(--${name})`;

/** The pages of a province: their classes are not in the style sheet of a county. */
export const provinceContent = ['./src/province-site/**/*.astro'];

/** @type {import('tailwindcss').Config} */
export default {
  // Only what writes classes: with the content files in this list, a large site would take twice as long to build. The
  // classes of bodies stand in a file of their own; a test finds any other file that writes some.
  content: [
    './src/{components,layouts,pages}/**/*.astro',
    './src/**/*.client.ts',
    './src/province-search/*.ts',
    './src/markup/classes.ts',
    './src/documents/telephone-classes.ts',
    './src/line-breaks/word-breaks.ts',
    './src/components/Photograph/photograph-html.ts',
    './src/offline/{offline-page/show,worker/html}.ts',
    './src/offline/one-file/{rewrite-media,write-html,client/other-pages}.ts',
    './src/search/client/render-results.ts',
    ...(process.env.MINGBAI_PROVINCE ? provinceContent : []),
  ],
  // Each of these begins every style sheet with variables of its own, which cost 400 bytes gzip; no page uses any of them.
  corePlugins: Object.fromEntries(
    [
      'container',
      'borderSpacing',
      'transform',
      'translate',
      'rotate',
      'skew',
      'scale',
      'touchAction',
      'scrollSnapType',
      'gradientColorStops',
      'fontVariantNumeric',
      'boxShadow',
      'boxShadowColor',
      'ringWidth',
      'ringColor',
      'ringOffsetWidth',
      'ringOffsetColor',
      'filter',
      'blur',
      'brightness',
      'contrast',
      'dropShadow',
      'grayscale',
      'hueRotate',
      'invert',
      'saturate',
      'sepia',
      'backdropFilter',
      'backdropBlur',
      'backdropBrightness',
      'backdropContrast',
      'backdropGrayscale',
      'backdropHueRotate',
      'backdropInvert',
      'backdropOpacity',
      'backdropSaturate',
      'backdropSepia',
      'contain',
    ].map((plugin) => [plugin, false]),
  ),
  theme: {
    screens: { wide: '60rem', print: { raw: 'print' } },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      paper: colour('paper'),
      card: colour('card'),
      ink: colour('ink'),
      soft: colour('soft'),
      line: colour('line'),
      brand: colour('brand'),
      'on-brand': colour('on-brand'),
      good: colour('good'),
      careful: colour('careful'),
      'tint-brand': colour('tint-brand'),
      'tint-good': colour('tint-good'),
      'tint-careful': colour('tint-careful'),
    },
    // In rem of 18 px, 24 px in large print: nothing a reader should read is below 16 px.
    fontSize: {
      small: ['0.889rem', '1.6'],
      base: ['1rem', '1.6'],
      lead: ['1.111rem', '1.5'],
      section: ['1.278rem', '1.4'],
      title: ['1.556rem', '1.35'],
    },
    fontFamily: {
      sans: [
        '-apple-system',
        '"PingFang SC"',
        '"Noto Sans SC"',
        '"Noto Sans CJK SC"',
        '"Microsoft YaHei"',
        'sans-serif',
      ],
    },
    extend: {
      minHeight: { target: 'var(--target)' },
      minWidth: { target: 'var(--target)' },
      maxWidth: { column: '40rem', frame: '62rem' },
    },
  },
};
