/** Finds the text of a saved page between its furniture, by where its sentences are. */
import { BLOCKS, CONTROLS, SILENT } from "./elements.ts";
import { allText, elementsBelow, isElement, type HtmlElement, type HtmlNode } from "./parse-html.ts";

/** Share of a page's sentences that its text must hold. */
const SHARE = 0.85;
/** Characters of a piece of text that may be a sentence. */
const SENTENCE = 12;
/** They hold one paragraph at most, or a part of one. */
const LEAVES: ReadonlySet<string> = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "tr", "tbody", "thead", "pre", "dd", "dt", "blockquote"]);

/** The innermost element that holds nearly all sentences; the body itself where nothing stands out. */
export function findMain(body: HtmlElement): HtmlElement {
  const weights = new Map<HtmlElement, number>();
  weigh(body, weights);
  let main = body;
  for (;;) {
    const whole = weights.get(main) ?? 0;
    const next: HtmlElement | undefined = main.childNodes.filter((node) => isElement(node)).find((child) => BLOCKS.has(child.tagName) && !(LEAVES.has(child.tagName) && !holdsBlocks(child)) && (weights.get(child) ?? 0) >= SHARE * whole);
    if (whole === 0 || next === undefined) return main;
    main = next;
  }
}

/** A cell or a row of a page that is laid out by a table. */
function holdsBlocks(element: HtmlElement): boolean {
  return ["td", "th", "tr", "tbody"].includes(element.tagName) && elementsBelow(element).filter(({ tagName }) => ["p", "div", "br"].includes(tagName)).length > 1;
}

/** Characters of sentences below an element. */
function weigh(element: HtmlElement, weights: Map<HtmlElement, number>): number {
  let weight = 0;
  for (const node of element.childNodes) {
    if (!isElement(node)) weight += sentencesIn(node);
    else if (!SILENT.has(node.tagName) && !CONTROLS.has(node.tagName) && node.tagName !== "a") weight += weigh(node, weights);
  }
  weights.set(element, weight);
  return weight;
}

function sentencesIn(node: HtmlNode): number {
  const text = allText(node).trim();
  return text.length >= SENTENCE && /[，。；、,.;]/.test(text) ? text.length : 0;
}

/** The page's heading where it stands outside its text: the only h1, or words with which the page's name begins. */
export function findTitle(page: readonly HtmlElement[], main: HtmlElement): HtmlElement | null {
  const inside = new Set(elementsBelow(main));
  if ([...inside].some(({ tagName }) => tagName === "h1")) return null;
  const named = allText(page.find(({ tagName }) => tagName === "title") ?? main).replace(/\s+/g, "");
  const end = page.indexOf(main);
  const before = page.slice(0, end).filter((element) => !SILENT.has(element.tagName) && !elementsBelow(element).includes(main));
  const heads = before.filter(({ tagName }) => tagName === "h1");
  if (heads.length === 1 && allText(heads[0]!).trim() !== "") return heads[0]!;
  const isName = (element: HtmlElement): boolean => {
    const text = allText(element).replace(/\s+/g, "");
    return text.length >= 4 && text.length <= 60 && named.startsWith(text);
  };
  const startsInside = [...inside].find(isName);
  return startsInside === undefined ? (before.findLast(isName) ?? null) : null;
}
