/** The door to sax: parts of an Office file as trees. Prefixes are those that Office, WPS and LibreOffice write. */
import { parser, type Tag } from "sax";

export interface Element {
  /** `p:sp`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Deepest nesting, and most elements of a part: a slide of twenty drawings has some 50,000. */
const [DEEPEST, MOST] = [200, 2_000_000] as const;

/** The root of a part; throws an Error for what is not well-formed, has a document type, or is beyond the bounds. */
export function readXml(text: string): Element {
  const root: Element & { children: (Element | string)[] } = { name: "", attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const sax = parser(true, { position: false });
  Object.assign(sax, {
    onerror: (failure: Error) => {
      throw failure;
    },
    ondoctype: () => {
      throw new Error("document type");
    },
    onopentag: ({ name, attributes }: Tag) => {
      if (open.length > DEEPEST || ++count > MOST) throw new Error("too large");
      open.push({ name, attributes, children: [] });
    },
    onclosetag: () => {
      const element = open.pop()!;
      open.at(-1)!.children.push(element);
    },
    ontext: (words: string) => void open.at(-1)!.children.push(words),
    oncdata: (words: string) => void open.at(-1)!.children.push(words),
  });
  sax.write(text.replace(/^\uFEFF/u, "")).close();
  const first = root.children.find((child) => typeof child !== "string");
  if (first === undefined) throw new Error("no element");
  return first;
}

export function elementsOf({ children }: Element): readonly Element[] {
  return children.filter((child) => typeof child !== "string");
}

export function childOf(element: Element | null, name: string): Element | null {
  return element?.children.find((child): child is Element => typeof child !== "string" && child.name === name) ?? null;
}

/** Descendants of this name, in order; those inside another of them are not looked for. */
export function findAll(element: Element, name: string): readonly Element[] {
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
}

/** All text inside. */
export function textIn(element: Element | null): string {
  return element === null ? "" : element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}
