/** A published drawing looks the same and cannot be active: it consists of known parts only. */
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cleanDrawing } from './drawing.ts';
import { readDrawing } from './published-drawing.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const faults = (source: string) => cleanDrawing(source).faults.map(({ what }) => what);

test.each([
  ['a program', svg('<script>alert(1)</script>')],
  ['a program under a prefix', svg('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>')],
  ['a page of XHTML', svg('<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh"/>')],
  [
    'a page by the default namespace',
    svg('<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="//a"/>'),
  ],
  ['an unknown prefix', svg('<x:path/>')],
  [
    'a script in the namespace of an editor',
    svg('<x:script xmlns:x="http://www.inkscape.org/namespaces/inkscape/"/>'),
  ],
  ['an event', svg('<path onclick="alert(1)"/>')],
  ['an event in capitals', svg('<path ONCLICK="alert(1)"/>')],
  ['foreign content', svg('<foreignObject><p/></foreignObject>')],
  ['a link', svg('<a href="#x"/>')],
  ['an animation of an address', svg('<animate attributeName="href" values="javascript:alert(1)"/>')],
  ['a reference to elsewhere', svg('<use xlink:href="/b.svg#c"/>')],
  ['a reference under another prefix', svg('<use x:href="b.svg#c" xmlns:x="http://www.w3.org/1999/xlink"/>')],
  ['a drawing in a drawing', svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>')],
  ['a base for addresses', svg('<g xml:base="https://a.example/"/>')],
  ['a fill from elsewhere', svg('<path fill="url(https://a.example/#b)"/>')],
  ['a fill with an escape', svg('<path fill="u\\72l(#b)"/>')],
  ['a style from elsewhere', svg('<path style="fill:url(//a.example/b#c)"/>')],
  ['a style with an escape', svg('<path style="\\66ill:red"/>')],
  ['an unknown property', svg('<path style="behavior:x"/>')],
  ['a style sheet that imports', svg('<style>@import "a";</style>')],
  ['a style sheet of a page', svg('<style>a{background:url(//a.example)}</style>')],
  ['an open style sheet', svg('<style>a{fill:red</style>')],
  ['a processing instruction', `<?xml-stylesheet href="a"?>${svg('')}`],
  ['a processing instruction inside', svg('<?php echo 1?>')],
  ['a document type of its own', `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>${svg('')}`],
  [
    'a document type from elsewhere',
    `<!DOCTYPE svg SYSTEM "https://a.example/a.dtd" [ ]><!DOCTYPE x>${svg('')}`,
  ],
  ['an entity', svg('&x;')],
  ['a document type from elsewhere alone', `<!DOCTYPE svg SYSTEM "https://a.example/a.dtd">${svg('')}`],
  ['a program in a note', svg('<metadata><script>1</script></metadata>')],
  ['no end', '<svg>'],
  ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['nesting', svg(`${'<g>'.repeat(101)}${'</g>'.repeat(101)}`)],
  ['nesting beyond the stack', svg(`${'<g>'.repeat(200_000)}${'</g>'.repeat(200_000)}`)],
])('%s is refused', (_, source) => {
  expect(cleanDrawing(source).faults.length).toBeGreaterThan(0);
  expect(cleanDrawing(source).text).toBeUndefined();
});

test('a refused part is named, with its position', () => {
  expect(faults(svg('<path onclick="x"/>'))).toEqual(['<path> 的 onclick']);
  expect(faults(svg('<script/>'))).toEqual(['<script>']);
  const source = svg('\n<g/>\n<use href="https://a.example/"/>');
  expect(cleanDrawing(source).faults[0]?.offset).toBe(source.indexOf('<use'));
});

test.each([
  [
    'Inkscape',
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Created with Inkscape -->\n<svg width="210mm" viewBox="0 0 210 297" version="1.1" id="svg5" inkscape:version="1.2.2" sodipodi:docname="王建国.svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"><sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:zoom="0.7"/><defs id="defs2"/><metadata id="m"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work xmlns:cc="http://creativecommons.org/ns#"/></rdf:RDF></metadata><g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1"><path style="fill:#000;stroke-width:0.26;-inkscape-font-specification:x" d="m 1,2 3,4 z" sodipodi:nodetypes="ccc"/><svg:rect width="3" height="4"/></g></svg>',
  ],
  [
    'Illustrator',
    '<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: Adobe Illustrator 27 -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg version="1.1" id="图层_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px" y="0px" viewBox="0 0 9 9" style="enable-background:new 0 0 9 9;" xml:space="preserve"><style type="text/css">\n\t.st0{fill:#FFFFFF;}\n\t.st1{clip-path:url(#SVGID_2_);}\n</style><g data-name="x"><defs><rect id="SVGID_1_" width="9" height="9"/></defs><clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_" style="overflow:visible;"/></clipPath><g class="st1"><polygon class="st0" points="1,2 3,4"/></g></g></svg>',
  ],
  [
    'Figma',
    '<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg"><g clip-path="url(#clip0_1_2)" filter="url(#f)"><path fill-rule="evenodd" d="M1 2Z" fill="#111" style="mix-blend-mode:multiply"/></g><defs><filter id="f" x="0" y="0" width="1" height="1" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="b"/><feBlend mode="normal" in="SourceGraphic" in2="b" result="shape"/></filter><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop stop-color="#fff"/></linearGradient><clipPath id="clip0_1_2"><rect width="24" height="24" fill="white"/></clipPath></defs></svg>',
  ],
  [
    'LibreOffice',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg version="1.2" width="5mm" viewBox="0 0 5 5" preserveAspectRatio="xMidYMid" fill-rule="evenodd" stroke-width="28.222" stroke-linejoin="round" xmlns="http://www.w3.org/2000/svg" xmlns:ooo="http://xml.openoffice.org/svg/export" xmlns:presentation="http://sun.com/xmlns/staroffice/presentation" xmlns:smil="http://www.w3.org/2001/SMIL20/" xml:space="preserve"><defs class="ClipPathGroup"><clipPath id="p" clipPathUnits="userSpaceOnUse"><rect x="0" y="0" width="5" height="5"/></clipPath></defs><defs><font id="f" horiz-adv-x="2048"><font-face font-family="Liberation Sans embedded"/><glyph unicode="a" d="M1 1Z"/></font></defs><g><g id="id1" class="Slide" clip-path="url(#p)" ooo:name="page1"><text class="SVGTextShape"><tspan class="TextParagraph" font-size="635px"><tspan fill="rgb(0,0,0)" stroke="none" style="white-space: pre">字</tspan></tspan></text></g></g></svg>',
  ],
])('an export of %s is published, without its editor metadata', (_, source) => {
  const { text = '', faults: found } = cleanDrawing(source);
  expect(found).toEqual([]);
  expect(text).not.toMatch(/inkscape|sodipodi|rdf|ooo:|王建国|<!|<\?|glyph/);
  // The published drawing is accepted again, unchanged.
  expect(cleanDrawing(text).text).toBe(text);
});

test('a photograph within a drawing loses its location too; a truncated one is refused', async () => {
  const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#a33' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 39/1 0/1' } })
    .jpeg()
    .toBuffer();
  const within = (bytes: Buffer) =>
    Buffer.from(
      svg(`<image width="9" height="9" xlink:href="data:image/jpeg;base64,${bytes.toString('base64')}"/>`),
    );
  const { text = '' } = await readDrawing(within(photo));
  const published = Buffer.from(/base64,([^"]+)/.exec(text)?.[1] ?? '', 'base64');
  expect((await sharp(published).metadata()).exif).toBeUndefined();
  expect((await readDrawing(within(photo.subarray(0, photo.length - 30)))).faults).toHaveLength(1);
});

test('for any input, a published drawing has only known parts and internal addresses', () => {
  const names = fc.constantFrom('g', 'path', 'script', 'a', 'use', 'x:use', 'image', 'style', 'set', 'text');
  const keys = fc.constantFrom(
    'href',
    'xlink:href',
    'onload',
    'style',
    'fill',
    'd',
    'x:y',
    'class',
    'xml:base',
    'id',
  );
  const values = fc.constantFrom(
    '#a',
    'url(#a)',
    'url(//a)',
    'javascript:x',
    'M0 0',
    'fill:red',
    'fill:url(//a)',
    '//a',
  );
  const element = fc
    .tuple(
      names,
      fc.uniqueArray(fc.tuple(keys, values), { selector: ([key]) => key, maxLength: 3 }),
      fc.constantFrom('', 'x', 'a{fill:red}'),
    )
    .map(([name, attributes, text]) => {
      const list = attributes.map(([key, value]) => ` ${key}="${value}"`).join('');
      return `<${name}${list}>${text}</${name}>`;
    });
  fc.assert(
    fc.property(fc.array(element, { maxLength: 4 }), (elements) => {
      const { text } = cleanDrawing(svg(elements.join('')));
      if (text === undefined) return;
      // A name may contain any letters.
      const acting = text.replace(/ (?:id|class)="[^"]*"/g, '');
      expect(acting).not.toMatch(/<(?:script|a|set|x:)|onload|javascript|"\/\/|url\(\/\/|xml:base/);
    }),
  );
});
