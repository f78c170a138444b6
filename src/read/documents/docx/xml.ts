/** The door to sax: XML as a tree of elements with the prefixes that the standards use, whatever a file calls them. */
import { parser, type QualifiedAttribute, type QualifiedTag } from "sax";
import { decodeText } from "../../decode-text.ts";
import { Fault } from "../fault.ts";

export interface XmlElement {
  /** `w:p`; names in other namespaces than those below have no prefix. */
  readonly name: string;
  /** By `w:val`, or `val` without a prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** Namespaces of ECMA-376 part 1 in both classes, and those of Office 2010. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/drawingml/2006/main", "a"],
  ["http://purl.oclc.org/ooxml/drawingml/main", "a"],
  ["http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"],
  ["http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);
/** Deepest nesting: Word writes some 40 levels for a box in a table in a table. */
const DEEPEST = 200;
/** Most elements of a part: 200 pages have some 150,000. */
const MOST_ELEMENTS = 2_000_000;

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/**
 * The root of a part. Elements whose parent is called `deliverBelow` go to `deliver` one at a time and not into the tree. Throws a
 * {@link Fault} for what is not well-formed, for a document type (entities are never expanded), and beyond the bounds.
 */
export function parseXml(bytes: Uint8Array, deliverBelow = "", deliver: (element: XmlElement) => void = () => undefined): XmlElement {
  const decoded = decodeText(bytes);
  if (decoded === null || decoded.brokenLine !== null) throw new Fault("damaged");
  const root: OpenElement = { name: "", attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  let count = 0;
  const sax = parser(true, { xmlns: true, position: false });
  Object.assign(sax, {
    onerror: () => fail("damaged"),
    ondoctype: () => fail("hostile"),
    onopentag: (tag: QualifiedTag) => {
      if (open.length > DEEPEST) fail("hostile");
      if (++count > MOST_ELEMENTS) fail("too-large");
      open.push(elementOf(tag));
    },
    onclosetag: () => {
      const element = open.pop()!;
      if (deliverBelow !== "" && open.at(-1)!.name === deliverBelow) deliver(element);
      else open.at(-1)!.children.push(element);
    },
    ontext: (text: string) => void open.at(-1)!.children.push(text),
    oncdata: (text: string) => void open.at(-1)!.children.push(text),
  });
  sax.write(decoded.text).close();
  return root.children.find((child) => typeof child !== "string") ?? fail("damaged");
}

function fail(fault: "damaged" | "hostile" | "too-large"): never {
  throw new Fault(fault);
}

function elementOf({ uri, local, attributes }: QualifiedTag): OpenElement {
  const named = Object.values(attributes).map((attribute: QualifiedAttribute) => [nameOf(attribute.uri, attribute.local), attribute.value] as const);
  return { name: nameOf(uri, local), attributes: new Map(named), children: [] };
}

function nameOf(uri: string, local: string): string {
  const prefix = PREFIXES.get(uri);
  return prefix === undefined ? local : `${prefix}:${local}`;
}

export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** The first child of this name. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name) ?? null;
}

/** `w:val` of a child of this name; null where either is absent. */
export function valueOf(element: XmlElement | null, name: string): string | null {
  return childOf(element, name)?.attributes.get("w:val") ?? null;
}

/** Whether a setting without a value, or with one, is on (ECMA-376-1, 22.9.2.7); null where it is absent. */
export function switchOf(element: XmlElement | null, name: string): boolean | null {
  const child = childOf(element, name);
  return child === null ? null : !["0", "false", "off"].includes(child.attributes.get("w:val") ?? "1");
}

/** A whole number from 0 to `most`; null for anything else. */
export function numberOf(text: string | null | undefined, most: number): number | null {
  return text !== null && text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Math.min(Number(text), most) : null;
}

/** Descendants of this name, in order; those inside another of them are not looked for. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
}

/** The text of all descendants of this name. */
export function textOf(element: XmlElement, name: string): string {
  return findAll(element, name).flatMap((found) => found.children.filter((child) => typeof child === "string")).join("");
}
