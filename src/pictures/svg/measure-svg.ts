/** How much a browser has to draw for a picture: a few lines of references to references may stand for millions of shapes. */
import type { XastElement, XastRoot } from "svgo/browser";

/** Elements drawn, references followed. The largest map that an office is likely to have has a tenth of it. */
export const MOST_DRAWN = 200_000;
/** References that lead to elements with references, one inside the other. */
const DEEPEST_REFERENCE = 32;

const TOO_DEEP = `references are nested more than ${DEEPEST_REFERENCE} deep`;
/** Steps of a filter, each of them over the whole picture, with the blanks between them; drawing programs write up to twenty. */
const MOST_STEPS = 200;
/** Widest thickening of shapes by a filter, in units of the picture: the work grows with it at every pixel, and an enormous one ends the browser. */
const MOST_RADIUS = 200;
/** Elements that wait for one another's weight: more than any drawing needs, and no danger for the stack. */
const MOST_OPEN = 2_000;

const REFERENCE = /url\(\s{0,20}["']?#([^"')]{1,1000})/g;

/** What an element makes a browser draw, and how many references lead on from one another. */
interface Weight {
  readonly drawn: number;
  readonly deep: number;
}

const NOTHING: Weight = { drawn: 0, deep: 0 };

/** What style rules refer to: by class, and by any other selector, which may fit every element. */
interface Styled {
  readonly byClass: ReadonlyMap<string, readonly string[]>;
  readonly anywhere: readonly string[];
}

/** Elements that are drawn, at most {@link MOST_DRAWN} + 1; throws if references are nested too deep. */
export function countDrawn(root: XastRoot): number {
  const elements = elementsOf(root);
  const byId = new Map(elements.flatMap((element) => (element.attributes["id"] === undefined ? [] : [[element.attributes["id"], element] as const])));
  const styled = readStyles(elements);
  const known = new Map<XastElement, Weight>();
  const open = new Set<XastElement>();
  const weigh = (element: XastElement): Weight => {
    // A browser draws nothing for a circle of references.
    if (open.has(element)) return NOTHING;
    const found = known.get(element);
    if (found !== undefined) return found;
    open.add(element);
    if (open.size > MOST_OPEN) throw new Error(TOO_DEEP);
    let [drawn, deep] = [1, 0];
    const add = (other: Weight, deeper: number): void => {
      drawn = Math.min(drawn + other.drawn, MOST_DRAWN + 1);
      deep = Math.max(deep, other.deep + deeper);
    };
    for (const child of element.children) if (child.type === "element") add(weigh(child), 0);
    for (const target of referencesOf(element, styled).map((id) => byId.get(id))) {
      if (target === undefined) continue;
      const { drawn: once, deep: below } = weigh(target);
      add({ drawn: target.name === "marker" ? once * cornersOf(element) : once, deep: below }, 1);
    }
    if (element.name === "filter" && element.children.length > MOST_STEPS) throw new Error(`a filter has more than ${MOST_STEPS} steps`);
    if (element.name === "feMorphology" && radiiOf(element).some((radius) => !(radius <= MOST_RADIUS))) throw new Error(`a filter thickens shapes by more than ${MOST_RADIUS}`);
    open.delete(element);
    if (deep > DEEPEST_REFERENCE) throw new Error(TOO_DEEP);
    known.set(element, { drawn, deep });
    return { drawn, deep };
  };
  return root.children.reduce((sum, child) => sum + (child.type === "element" ? weigh(child).drawn : 0), 0);
}

function radiiOf({ attributes }: XastElement): readonly number[] {
  return (attributes["radius"] ?? "0").trim().split(/[\s,]+/).map(Number);
}

/** Corners of a line, roughly: a marker is drawn at each of them. */
function cornersOf({ attributes }: XastElement): number {
  const line = `${attributes["d"] ?? ""} ${attributes["points"] ?? ""}`;
  return Math.max(1, Math.ceil((line.match(/-?\.?\d/g)?.length ?? 0) / 2), line.match(/[a-df-z]/gi)?.length ?? 0);
}

function elementsOf(root: XastRoot): readonly XastElement[] {
  const found: XastElement[] = [];
  const waiting: (XastRoot | XastElement)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === "element") found.push(next);
    for (const child of next.children) if (child.type === "element") waiting.push(child);
  }
  return found;
}

function readStyles(elements: readonly XastElement[]): Styled {
  const byClass = new Map<string, string[]>();
  const anywhere: string[] = [];
  for (const element of elements) {
    if (element.name !== "style") continue;
    const css = element.children.map((child) => (child.type === "text" ? child.value : "")).join("");
    for (const rule of css.split("}")) {
      const open = rule.lastIndexOf("{");
      const [selectors, body] = [rule.slice(0, Math.max(open, 0)).split("{").at(-1) ?? "", rule.slice(open + 1)];
      const ids = referencesIn(body);
      if (ids.length === 0) continue;
      for (const selector of selectors.split(",")) {
        const name = /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1];
        if (name === undefined) anywhere.push(...ids);
        else byClass.set(name, [...(byClass.get(name) ?? []), ...ids]);
      }
    }
  }
  return { byClass, anywhere: [...new Set(anywhere)] };
}

function referencesOf({ name, attributes }: XastElement, { byClass, anywhere }: Styled): readonly string[] {
  if (name === "style") return [];
  const found: string[] = [...anywhere];
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "href" || key === "xlink:href") {
      if (value.startsWith("#")) found.push(value.slice(1));
    } else if (key === "class") {
      for (const one of value.split(/\s+/)) found.push(...(byClass.get(one) ?? []));
    } else found.push(...referencesIn(value));
  }
  return found;
}

function referencesIn(text: string): readonly string[] {
  return text.includes("#") ? [...text.matchAll(REFERENCE)].map((match) => match[1] ?? "") : [];
}
