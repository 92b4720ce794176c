/** The style of a booklet on A5. */
import { type FontFiles, fontFaces } from '../print-sheet/index.ts';

/** Millimetres: room for the fold and the page number. */
const MARGIN = '11mm 11mm 15mm';

/** The style sheet. */
export function bookletStyle(fonts: FontFiles): string {
  const { css, families } = fontFaces(fonts);
  return `${css}
@page{size:A5;margin:${MARGIN};@bottom-center{content:counter(page);font:10pt ${families}}}
@page unnumbered{@bottom-center{content:none}}
*{margin:0;padding:0;box-sizing:border-box}
body{font:14pt/1.45 ${families};color:#000;overflow-wrap:anywhere;line-break:strict}
.part+.part{break-before:page}
h1{font-size:1.45em;line-height:1.3;margin-bottom:.3em;text-wrap:balance}
h2{font-size:1.1em;margin-top:.4em;border-bottom:.4mm solid #000;break-after:avoid}
h3{font-size:1em;margin-top:.6em;break-after:avoid}
ul,ol{padding-left:1.3em}
li{break-inside:avoid;margin-top:.1em}
.cover,.back{page:unnumbered;text-align:center;padding-top:35mm}
.cover-site{font-size:1.3em;font-weight:700;margin:.5em 0}
.cover h1{font-size:2.4em;margin:12mm 0}
.instructions{font-size:16pt}
.write{margin-top:1.2em;display:flex}
.write span{flex:1;border-bottom:.3mm solid #000}
.contents ul,.index ul{list-style:none;padding:0}
.contents li,.index li{display:flex;justify-content:space-between}
.contents a{color:inherit;text-decoration:none}
.contents li span{flex:0 0 2.5em;text-align:right;align-self:flex-end}
.points{border:.4mm solid #000;border-radius:2mm;padding:1.5mm 2.5mm;margin-top:.4em;break-inside:avoid}
.status{font-weight:700}
.code{float:right;margin-left:3mm;text-align:center;font-size:8pt}
.qr{display:block;width:25mm;height:25mm;margin:auto}
.address{margin-top:.4em;font-size:10pt}
.pairs{break-inside:avoid}
.pairs ul{columns:2;column-gap:4mm}
.points{clear:both}
.back .qr{width:55mm;height:55mm}
.phone{white-space:nowrap}
.letters{columns:2;column-gap:6mm;font-size:12pt}
.index li span{flex:0 0 auto;padding-left:1em;max-width:6em;text-align:right}
.index h3{margin-top:.3em}
.contacts li{margin-top:.5em}
.notes hr{border:0;border-bottom:.2mm solid #999;height:14.5mm}
`;
}
