/** The door to svgo: reads an SVG picture, keeps what draws, and writes it anew. Opened on its own, what is left can neither run nor fetch anything. */
import type { CustomPlugin, XastChild, XastElement, XastRoot } from "svgo/browser";
import { cleanDeclarations, cleanSheet, isOwnValue } from "./clean-css.ts";
import { countDrawn, MOST_DRAWN } from "./measure-svg.ts";

/** Bytes of a file. */
const LARGEST = 5_000_000;
/** Elements of a file, one inside the other. */
const DEEPEST = 200;
const MOST_ELEMENTS = 50_000;
/** A declaration in a document type that stands for a text; none may hold another. */
const ENTITY = /<!ENTITY[^>]{0,1000}/gi;
const MOST_ENTITIES = 100;

const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use switch title desc style path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop pattern clipPath mask marker filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);
/** A link is drawn like a group. */
const AS_GROUP = "a";
const HREFS: readonly string[] = ["href", "xlink:href"];
/** Of the attributes that svgo knows, those that name other files, behaviour or the program that wrote the file. */
const UNWANTED = /^on|^(?:xlink:(?!href$)|content|externalResources|xml:base|tabindex|cursor|color-profile|zoomAndPan|required|baseProfile$|media$|title$)/i;
/** Attributes of SVG 2 and of shapes that svgo's tables leave out. */
const FURTHER: readonly string[] = ["id", "class", "style", "xmlns", "xmlns:xlink", "xml:space", "xml:lang", "lang", "mix-blend-mode", "isolation", "mask-type", "transform-box", "white-space", "preserveAspectRatio"];
const TRANSFORMS: readonly string[] = ["transform", "gradientTransform", "patternTransform"];
const RASTER = /^data:image\/(?:png|jpe?g|gif|webp);base64,[\w+/=\s]*$/i;

interface Tables {
  readonly attributes: ReadonlySet<string>;
}

/** The bytes of the cleaned picture. Throws an Error that says why if the bytes are no SVG picture, or one that is too much to draw. */
export async function cleanSvg(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length > LARGEST) throw new Error(`an SVG picture may have ${LARGEST / 1e6} MB`);
  const text = decode(bytes);
  const entities = text.match(ENTITY) ?? [];
  if (entities.length > MOST_ENTITIES || entities.some((entity) => /[&%]/.test(entity.slice(8)))) throw new Error("it has entities inside entities");
  if ((text.match(/<[\w:]/g)?.length ?? 0) > MOST_ELEMENTS) throw new Error(`an SVG picture may have ${MOST_ELEMENTS} elements`);
  const { optimize, _collections } = await import("svgo/browser");
  const tables: Tables = { attributes: attributesIn(_collections) };
  const cleaning: CustomPlugin = { name: "keep-what-draws", fn: (root) => (keepDrawing(root, tables), null) };
  // What svgo would make smaller could look different.
  return new TextEncoder().encode(optimize(text, { plugins: [cleaning] }).data);
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

type Collections = (typeof import("svgo/browser"))["_collections"];

/** Attributes that SVG knows, by svgo's tables. */
function attributesIn({ attrsGroups, elems }: Collections): ReadonlySet<string> {
  const known = [...Object.values(attrsGroups), ...Object.values(elems).map(({ attrs }) => attrs ?? [])].flatMap((group) => [...group]);
  return new Set([...known.filter((name) => !UNWANTED.test(name)), ...FURTHER]);
}

function keepDrawing(root: XastRoot, tables: Tables): void {
  const waiting: { readonly node: XastRoot | XastElement; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) throw new Error(`elements are nested more than ${DEEPEST} deep`);
    node.children = node.children.flatMap((child) => keptChild(child));
    for (const child of node.children) {
      if (child.type !== "element") continue;
      cleanAttributes(child, tables);
      if (child.name === "style") cleanStyle(child);
      else waiting.push({ node: child, depth: depth + 1 });
    }
  }
  if (!root.children.some((child) => child.type === "element" && child.name === "svg")) throw new Error("it is no SVG picture");
  if (countDrawn(root) > MOST_DRAWN) throw new Error(`it draws more than ${MOST_DRAWN} elements`);
}

/** Elements that draw, and text as text; comments, instructions and document types go. */
function keptChild(child: XastChild): readonly XastChild[] {
  if (child.type === "text") return [child];
  if (child.type === "cdata") return [{ type: "text", value: child.value }];
  if (child.type !== "element") return [];
  if (child.name === AS_GROUP) return [{ ...child, name: "g" }];
  if (!ELEMENTS.has(child.name)) return [];
  return child.name === "image" && !HREFS.some((name) => RASTER.test(child.attributes[name]?.trim() ?? "")) ? [] : [child];
}

function cleanAttributes(element: XastElement, { attributes }: Tables): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === "style") {
      element.attributes[name] = cleanDeclarations(value);
    } else if (!attributes.has(name) || !isKept(name, value.trim(), element)) {
      delete element.attributes[name];
    }
  }
}

function isKept(name: string, value: string, element: XastElement): boolean {
  if (HREFS.includes(name)) return element.name !== "g" && (value.startsWith("#") || (["image", "feImage"].includes(element.name) && RASTER.test(value)));
  if (name.startsWith("xmlns")) return value === "http://www.w3.org/2000/svg" || value === "http://www.w3.org/1999/xlink";
  if (TRANSFORMS.includes(name)) return /^[\w\s.,()+-]*$/.test(value);
  return isOwnValue(value);
}

function cleanStyle(element: XastElement): void {
  const css = element.children.map((child) => (child.type === "text" || child.type === "cdata" ? child.value : "")).join("");
  element.children = [{ type: "text", value: cleanSheet(css) }];
}
