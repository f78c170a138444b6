/** JavaScript with every character above ASCII as an escape. */
import { parseAst } from "rolldown/parseAst";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}
interface Rewritten {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const BEYOND = /[^\0-\x7f]/;

/**
 * The same program in ASCII: characters in names, strings, patterns and templates as `\uXXXX`, those in comments as `?`.
 * @throws Error where a template has a tag that is not `String.raw`.
 */
export function asciiOnly(code: string): string {
  if (!BEYOND.test(code)) return code;
  const parts: Rewritten[] = [];
  const visit = (node: Node): void => {
    if (["Literal", "Identifier", "TemplateElement"].includes(node.type) && BEYOND.test(textOf(code, node))) parts.push(rewritten(code, node, escapeAll));
    const quasi = node["quasi"] as Node | undefined;
    if (node.type !== "TaggedTemplateExpression" || quasi === undefined || !BEYOND.test(textOf(code, quasi))) return childrenOf(node).forEach(visit);
    if (textOf(code, node["tag"] as Node) !== "String.raw") throw new Error(`a template with a tag: ${textOf(code, node).slice(0, 60)}`);
    // Raw text knows no escapes: the template loses its tag, and its own backslashes become text.
    parts.push({ start: node.start, end: quasi.start, text: " " }, ...(quasi["quasis"] as readonly Node[]).map((piece) => rewritten(code, piece, escapeRaw)));
    (quasi["expressions"] as readonly Node[]).forEach(visit);
  };
  visit(parseAst(code) as unknown as Node);
  return put(code, parts.sort((one, other) => one.start - other.start));
}

function put(code: string, parts: readonly Rewritten[]): string {
  const blank = (from: number, to: number): string => code.slice(from, to).replaceAll(new RegExp(BEYOND, "g"), "?");
  let end = 0;
  const pieces: string[] = [];
  for (const part of parts) {
    // `{ 亩 }` is one name and two nodes.
    if (part.start < end) continue;
    pieces.push(blank(end, part.start), part.text);
    end = part.end;
  }
  return [...pieces, blank(end, code.length)].join("");
}

function rewritten(code: string, { start, end }: Node, rewrite: (text: string) => string): Rewritten {
  return { start, end, text: rewrite(code.slice(start, end)) };
}

/** A backslash in front of such a character means nothing and goes away: it would make text of the escape. */
function escapeAll(text: string): string {
  return text.replaceAll(/(\\*)([^\0-\x7f])/g, (_, slashes: string, character: string) => `${slashes.slice(slashes.length % 2)}${escaped(character)}`);
}

function escapeRaw(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${").replaceAll(new RegExp(BEYOND, "g"), escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function textOf(code: string, { start, end }: Node): string {
  return code.slice(start, end);
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flat().filter((value): value is Node => typeof (value as Node | null)?.type === "string" && typeof (value as Node).start === "number");
}
