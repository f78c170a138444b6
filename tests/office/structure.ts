/** What a page of the deck and a slide of its presentation are made of, each read from what was written: the two are compared. */
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { childOf, elementsOf, findAll, textIn, type Element } from "../../src/office/read-xml.ts";

type Node = DefaultTreeAdapterTypes.Node;

/** Letters and digits: marks and blanks are the style sheet's on the page. */
export function flat(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Han characters in no order: what is numbered by a style sheet has no numbers on the page. */
function hanIn(text: string): string {
  return [...text.replaceAll(/[^\p{Script=Han}]/gu, "")].toSorted().join("");
}

export function textOfPage(html: string): string {
  const inside = (node: Node): string => (node.nodeName === "#text" ? (node as DefaultTreeAdapterTypes.TextNode).value : "childNodes" in node ? node.childNodes.map(inside).join("") : "");
  return inside(parse(html));
}

/** What appears on the page with each step: what is inside two fragments waits for the later one. */
export function stepsOfPage(html: string): readonly string[] {
  const steps: string[] = [];
  const walk = (node: Node, outer: number | null): void => {
    const own = "attrs" in node ? node.attrs.find(({ name }) => name === "data-fragment-index") : undefined;
    const step = own === undefined ? outer : Math.max(outer ?? 0, Number(own.value));
    if (step !== null) steps[step] = (steps[step] ?? "") + (node.nodeName === "#text" ? (node as DefaultTreeAdapterTypes.TextNode).value : "");
    if ("childNodes" in node) for (const child of node.childNodes) walk(child, step);
  };
  walk(parse(html), null);
  return steps.map(hanIn);
}

/** Text of each paragraph. */
export function paragraphsOf(shape: Element): readonly string[] {
  return findAll(shape, "a:p").map((paragraph) => findAll(paragraph, "a:t").map(textIn).join(""));
}

/** What appears on the slide with each click. */
export function stepsOfSlide(slide: Element): readonly string[] {
  const shapes = new Map(["p:sp", "p:pic", "p:graphicFrame"].flatMap((name) => findAll(slide, name)).map((shape) => [findAll(shape, "p:cNvPr")[0]!.attributes["id"], shape]));
  const clicks = findAll(slide, "p:seq").flatMap((sequence) => elementsOf(childOf(childOf(sequence, "p:cTn"), "p:childTnLst")!));
  return clicks.map((click) => hanIn(findAll(click, "p:set").map((set) => {
    const target = findAll(set, "p:spTgt")[0]!;
    const words = paragraphsOf(shapes.get(target.attributes["spid"])!);
    const range = findAll(target, "p:pRg")[0]?.attributes;
    if (range !== undefined) return words.slice(Number(range["st"]), Number(range["end"]) + 1).join("");
    return findAll(target, "p:bg").length > 0 ? "" : words.join("");
  }).join("")));
}

/** Shapes of a slide in the order in which they are read, without its foot. */
function bodyOf(slide: Element): readonly Element[] {
  return findAll(slide, "p:spTree").flatMap(elementsOf).filter((shape) => !/^(?:ftr|sldNum)$/.test(findAll(shape, "p:ph")[0]?.attributes["type"] ?? ""));
}

/** Shapes that stand before one that the page has before them. Inside a shape the page may count a figure before its name; words around a chart have no order. */
export function outOfOrder(slide: Element, html: string): readonly string[] {
  const page = flat(textOfPage(html));
  let at = 0;
  return bodyOf(slide).filter((shape) => findAll(shape, "c:chart").length === 0).flatMap((shape) => {
    const told = paragraphsOf(shape).map(flat).filter((words) => words.length >= 2 && page.includes(words));
    const found = told.map((words) => page.indexOf(words, at)).filter((place) => place !== -1);
    at = found.length === 0 ? at : Math.min(...found);
    return told.length > 0 && found.length === 0 ? [told.join(" ")] : [];
  });
}

/** Types and numbers of the places that a slide fills. */
export function placesOf(slide: Element): readonly string[] {
  return findAll(slide, "p:ph").map(({ attributes: { type = "obj", idx = "" } }) => `${type} ${idx}`);
}

/** Pictures, charts and drawings that a screen reader would come upon without a word. */
export function unnamed(slide: Element): readonly string[] {
  return [...findAll(slide, "p:pic"), ...bodyOf(slide).filter(({ name }) => name === "p:grpSp"), ...findAll(slide, "p:graphicFrame").filter((frame) => findAll(frame, "c:chart").length > 0)].flatMap((shape) => {
    const [label] = findAll(shape, "p:cNvPr");
    return (label!.attributes["descr"] ?? "") !== "" || findAll(label!, "adec:decorative").length > 0 ? [] : [label!.attributes["name"] ?? ""];
  });
}

/** The number of the page at its foot; null for a page without one, or one that is counted apart. */
export function numberOfPage(html: string): string | null {
  return /class="foot-page"><span class="foot-current">(\d+)</.exec(html)?.[1] ?? null;
}
