/** Styles inside an SVG picture: what draws stays, and what refers to anything but the picture itself goes. */
import generate from "css-tree/generator";
import parse, { type CssNode } from "css-tree/parser";
import { ident } from "css-tree/utils";
import walk from "css-tree/walker";
import { isAllowedFunction, isAllowedProperty, isAllowedRule } from "../../model/css-words.ts";

/** Fonts that a drawing program puts into the picture. */
const OWN_FONT = /^data:(?:font\/|application\/(?:x-)?font)/i;

/** A style sheet without rules and declarations that are not allowed. */
export function cleanSheet(css: string): string {
  const tree = parse(css, { parseCustomProperty: true });
  walk(tree, (node, item, list) => {
    if (isRefused(node)) {
      list?.remove(item);
      return walk.skip;
    }
    return node.type === "Declaration" ? walk.skip : undefined;
  });
  return generate(tree);
}

/** The value of a `style` attribute, cleaned in the same way. */
export function cleanDeclarations(css: string): string {
  const tree = parse(css, { context: "declarationList", parseCustomProperty: true });
  walk(tree, (node, item, list) => {
    if (list !== null && isRefused(node)) list.remove(item);
    return node.type === "DeclarationList" ? undefined : walk.skip;
  });
  return generate(tree);
}

/** Whether the value of a presentation attribute refers only to parts of its own picture. */
export function isOwnValue(value: string): boolean {
  if (!/[(\\]/.test(value)) return true;
  try {
    return !refersElsewhere(parse(value, { context: "value" }), false);
  } catch {
    // What css-tree cannot read, nobody else should try to.
    return false;
  }
}

function isRefused(node: CssNode): boolean {
  const name = ident.decode(node.name ?? node.property ?? "").toLowerCase();
  switch (node.type) {
    case "Raw":
    case "CDO":
    case "CDC":
      return true;
    case "Atrule":
      return name === "font-face" ? refersElsewhere(node, true) : !isAllowedRule(name);
    case "Declaration":
      return (name !== "src" && !isAllowedProperty(name)) || refersElsewhere(node, name === "src");
    default:
      return false;
  }
}

function refersElsewhere(tree: CssNode, font: boolean): boolean {
  let elsewhere = false;
  walk(tree, (node) => {
    if (node.type === "Url") elsewhere ||= !(String(node.value).startsWith("#") || (font && OWN_FONT.test(String(node.value))));
    else if (node.type === "Function") elsewhere ||= !isAllowedFunction(ident.decode(node.name ?? "").toLowerCase()) && !(font && node.name === "format");
    else if (node.type === "Raw") elsewhere ||= String(node.value).trim() !== "";
  });
  return elsewhere;
}
