/** The door to parse5: a page or a piece of one as a tree, within bounds. */
import { defaultTreeAdapter as tree, parse, parseFragment, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, type ParserOptions } from "parse5";
import { Fault } from "../fault.ts";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** Most elements, a saved page has some 5,000; deepest nesting, at which browsers stop as well. */
const [MOST_ELEMENTS, DEEPEST] = [300_000, 512] as const;

/** Throws a {@link Fault} beyond the bounds: unclosed marks of style are repeated in every paragraph, which may fill any memory. */
export function parsePage(html: string): HtmlParent {
  return parse(html, bounded());
}

export function parsePiece(html: string): HtmlParent {
  return parseFragment(html, bounded());
}

function bounded(): ParserOptions<DefaultTreeAdapterMap> {
  let [elements, depth] = [0, 0];
  const treeAdapter = {
    ...tree,
    createElement: (...made: Parameters<typeof tree.createElement>) => {
      if (++elements > MOST_ELEMENTS) throw new Fault("too-large");
      return tree.createElement(...made);
    },
    onItemPush: () => {
      if (++depth > DEEPEST) throw new Fault("hostile");
    },
    onItemPop: () => void depth--,
  };
  return { treeAdapter, sourceCodeLocationInfo: true };
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return tree.isElementNode(node);
}

/** The characters of a text; null for other nodes. */
export function textIn(node: HtmlNode): string | null {
  return tree.isTextNode(node) ? node.value : null;
}

export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** Line on which a node begins, from 1; null for what the parser added. */
export function lineOf(node: HtmlNode): number | null {
  return node.sourceCodeLocation?.startLine ?? null;
}

/** All elements below, in order. */
export function elementsBelow(parent: HtmlParent): readonly HtmlElement[] {
  return parent.childNodes.flatMap((node) => (isElement(node) ? [node, ...elementsBelow(node)] : []));
}

export function allText(node: HtmlNode | HtmlParent): string {
  return "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(allText).join("") : "";
}
