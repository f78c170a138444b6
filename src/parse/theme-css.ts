/** The door to css-tree: reads a theme's style sheet, checks what it uses, and writes what is shipped from what was checked. */
import generate from "css-tree/generator";
import parse, { type CssNode } from "css-tree/parser";
import { ident } from "css-tree/utils";
import walk from "css-tree/walker";
import type { Report } from "../diagnostics/diagnostic.ts";
import { themeMarkup, themeNotAllowed, themeRemoteLoad, themeSyntax } from "../diagnostics/messages/theme.ts";
import type { SourceFile } from "../model/sources.ts";
import type { Span } from "../model/span.ts";
import { isAllowedFunction, isAllowedProperty, isAllowedRule } from "../model/css-words.ts";

/** What is known to fetch something, for a message that says so; anything else that is not allowed is refused as well. */
const LOADERS = /^(?:@(?:import|font-face|namespace|charset)|url|src|image|(?:-webkit-)?image-set|(?:-webkit-)?cross-fade|element|-moz-element|paint)$/;
/** Left where two semicolons meet. */
const NOTHING = /^[\s;]*$/;

interface Finding {
  readonly type: "load" | "not-allowed" | "syntax";
  /** As the author wrote it: `url(`, `@import`, `behavior`. */
  readonly written: string;
  readonly node: CssNode;
}

/**
 * The style sheet in the form in which it is shipped: written anew from what was read, without comments. Null after reporting
 * `theme-remote-load`, `theme-not-allowed`, `theme-syntax` or `theme-markup`.
 */
export function readThemeCss(source: SourceFile, report: Report): string | null {
  let sound = reportMarkup(source, report);
  const tree = parse(source.text, { positions: true, parseCustomProperty: true });
  for (const { type, written, node } of findFaults(tree, source.text)) {
    const span = spanOf(source.path, node, written);
    report(type === "load" ? themeRemoteLoad(span, written) : type === "syntax" ? themeSyntax(span, written) : themeNotAllowed(span, written));
    sound = false;
  }
  if (!sound) return null;
  // An escape may stand for the sign that would end the <style> element.
  const shipped = generate(tree).replace(/<(?=[/!])/g, "\\3c ");
  // What is shipped is judged as it will be read.
  const again = findFaults(parse(shipped, { positions: true, parseCustomProperty: true }), shipped);
  if (again[0] !== undefined) report(themeSyntax({ file: source.path, line: 1, column: 1, endLine: 1, endColumn: 1 }, again[0].written));
  return again.length === 0 ? shipped : null;
}

function findFaults(tree: CssNode, css: string): readonly Finding[] {
  const found: Finding[] = [];
  // What is inside something that is refused goes with it.
  const judge = (node: CssNode, name: string, written: string, allowed: boolean): unknown => {
    if (!allowed) found.push({ type: LOADERS.test(name) ? "load" : "not-allowed", written, node });
    return allowed ? undefined : walk.skip;
  };
  const textOf = (node: CssNode, length: number): string => css.slice(node.loc?.start.offset ?? 0, (node.loc?.start.offset ?? 0) + length);
  walk(tree, (node) => {
    const name = node.name ?? node.property ?? "";
    const plain = ident.decode(name).toLowerCase();
    switch (node.type) {
      case "Atrule":
        return judge(node, `@${plain}`, textOf(node, name.length + 1), isAllowedRule(plain));
      case "Function":
        return judge(node, plain, textOf(node, name.length + 1), isAllowedFunction(plain));
      case "Url":
        return judge(node, "url", textOf(node, "url(".length), false);
      case "Declaration":
        return judge(node, plain, textOf(node, name.length), isAllowedProperty(name.startsWith("--") ? name : plain));
      case "CDO":
      case "CDC":
        return judge(node, node.type, textOf(node, 3), false);
      case "Raw":
        if (!NOTHING.test(String(node.value))) found.push({ type: "syntax", written: firstWords(String(node.value)), node });
        return undefined;
      default:
        return undefined;
    }
  });
  return found;
}

function firstWords(text: string): string {
  const line = text.trimStart().split("\n")[0] ?? "";
  return line.slice(0, 40).trimEnd();
}

/** Reports what would end the `<style>` element or hide its content, at its place. */
function reportMarkup({ path, text }: SourceFile, report: Report): boolean {
  let sound = true;
  text.split("\n").forEach((line, index) => {
    for (const match of line.matchAll(/<[/!]/g)) {
      sound = false;
      report(themeMarkup({ file: path, line: index + 1, column: match.index + 1, endLine: index + 1, endColumn: match.index + 3 }));
    }
  });
  return sound;
}

function spanOf(file: string, { loc }: CssNode, written: string): Span {
  const { line, column } = loc?.start ?? { line: 1, column: 1 };
  return { file, line, column, endLine: line, endColumn: column + written.length };
}
