/** What a style sheet from elsewhere may use: rules, functions and properties that draw and place, and none that fetch. */

/** CSS at-rules without `@`. What is missing fetches something (import, font-face), or has no use in a finished page. */
export const AT_RULES: ReadonlySet<string> = new Set(["media", "supports", "container", "layer", "keyframes", "-webkit-keyframes", "page", "property", "scope", "starting-style", "counter-style", "view-transition"]);

/** Boxes in the margin of a page are at-rules inside `@page`. */
const MARGIN_BOX = /^(?:top|bottom)-(?:left|right)(?:-corner)?$|^(?:top|bottom)-center$|^(?:left|right)-(?:top|middle|bottom)$/;

const FUNCTIONS: ReadonlySet<string> = new Set(
  `var env attr calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log exp calc-size progress
  rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark device-cmyk contrast-color
  linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient
  translate translatex translatey translatez translate3d rotate rotatex rotatey rotatez rotate3d scale scalex scaley scalez scale3d skew skewx skewy matrix matrix3d perspective
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  inset circle ellipse polygon path rect xywh shape ray
  cubic-bezier steps linear counter counters symbols string leader repeat minmax fit-content anchor anchor-size scroll view style supports selector layer not and or`.split(/\s+/),
);

/** First words of properties, without a vendor's prefix: `border` stands for `border-top-color`. */
const FAMILIES: ReadonlySet<string> = new Set(
  `accent align alignment all animation appearance aspect backdrop backface background baseline block border bottom box break caption caret clear clip color column columns contain container content
  counter cursor cx cy d direction display dominant empty enable glyph kerning solid fill filter flex float flood font forced gap grid hanging height hyphenate hyphens image initial inline inset isolation justify left letter lighting line list margin
  marker mask math max min mix object offset opacity order orphans outline overflow overscroll padding page paint perspective place pointer position print quotes r resize right rotate row ruby rx ry scale scroll scrollbar
  shape size stop stroke tab table text top touch transform transition translate unicode user vector vertical view visibility white widows width will word writing x y z zoom
  system symbols additive suffix prefix negative range pad fallback speak syntax inherits bleed marks tap overlay interpolate field timeline`.split(/\s+/),
);

export function isAllowedRule(name: string): boolean {
  return AT_RULES.has(name) || MARGIN_BOX.test(name);
}

export function isAllowedFunction(name: string): boolean {
  return FUNCTIONS.has(name);
}

/** Custom properties, and properties of a known family. */
export function isAllowedProperty(name: string): boolean {
  if (name.startsWith("--")) return true;
  const bare = name.replace(/^-(?:webkit|moz|ms|o)-/, "");
  return bare !== "binding" && FAMILIES.has(bare.split("-")[0] ?? "");
}
