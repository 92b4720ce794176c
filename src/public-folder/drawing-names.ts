/**
 * Allow-lists for drawings (SVG): shapes, text, colours and references within the file. Everything else is refused, because
 * scripts run in a drawing that is opened directly.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Permitted elements of the SVG namespace. */
export const ELEMENTS = words(`
  svg g defs symbol use switch title desc style image path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer
  feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
  feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
  feTile feTurbulence`);

/** Elements that show nothing: removed without a message. */
export const DROPPED_ELEMENTS = words(
  'metadata font font-face font-face-src font-face-name glyph missing-glyph hkern vkern',
);

/** Presentation properties, as attributes or in CSS. */
export const PROPERTIES = words(`
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter
  flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
  font-style font-variant font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures
  font-variant-numeric font-variant-position font-variation-settings font-weight glyph-orientation-horizontal
  glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color line-height marker
  marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events
  shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-decoration-color
  text-decoration-line text-decoration-style text-indent text-orientation text-rendering text-transform transform
  transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode`);

/** Properties of editors that browsers ignore: removed. */
export const DROPPED_PROPERTY =
  /^(?:-inkscape-|-webkit-|-moz-|solid-|shape-|text-orientation|block-progression|inline-size)/;

/** Attributes of geometry, structure and naming. */
export const ATTRIBUTES = words(`
  id class style version baseProfile width height viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d
  points pathLength dx dy rotate textLength lengthAdjust startOffset method spacing side offset gradientUnits
  gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits
  maskContentUnits markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits filterRes in in2
  result mode type values tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 order kernelMatrix divisor
  bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent
  kernelUnitLength scale xChannelSelector yChannelSelector azimuth elevation dx dy stdDeviation pointsAtX pointsAtY
  pointsAtZ limitingConeAngle z radius baseFrequency numOctaves seed stitchTiles lang role tabindex focusable
  aria-hidden aria-label aria-labelledby aria-describedby requiredFeatures systemLanguage media space`);

/** Attributes of editors: removed. */
export const DROPPED_ATTRIBUTE = /^(?:data-[\w-]+|contentScriptType|contentStyleType|zoomAndPan|overflow-x)$/;

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/**
 * Namespaces of editors (Inkscape, Sodipodi, Illustrator, Affinity, Sketch, Boxy, Vectornator, LibreOffice, Visio, CorelDRAW) and
 * of their metadata about authors: not shown, removed.
 */
const EDITORS = words(`
  http://www.inkscape.org/namespaces/inkscape http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd
  http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd http://www.w3.org/1999/02/22-rdf-syntax-ns#
  http://purl.org/dc/elements/1.1/ http://creativecommons.org/ns# http://web.resource.org/cc/
  http://www.serif.com/ http://www.bohemiancoding.com/sketch/ns https://boxy-svg.com http://vectornator.io
  http://xml.openoffice.org/svg/export http://sun.com/xmlns/staroffice/presentation
  http://schemas.microsoft.com/visio/2003/SVGExtensions/ http://www.corel.com/coreldraw/odm/2003
  http://www.w3.org/2001/SMIL20/ adobe:ns:meta/ http://www.figma.com/figma/ns`);

/** Whether a namespace is one of an editor. */
export function isEditorNamespace(namespace: string): boolean {
  return EDITORS.has(namespace) || /^https?:\/\/ns\.adobe\.com\/[\w./-]*$/i.test(namespace);
}
