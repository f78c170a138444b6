/** ToUnicode maps (ISO 32000-1, 9.10.3): the characters of a font's codes. */
import { createLexer, type Lexer } from "./pdf-lexer.ts";
import { fromUtf16 } from "./pdf-syntax.ts";

type Token = ReturnType<Lexer["next"]>;

/** Characters by code, from the pairs and ranges of a map. */
export function parseToUnicode(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  for (const [, kind, body = ""] of map.matchAll(/begin(bfchar|bfrange)([\s\S]*?)endbf/g)) {
    const lexer = createLexer(body, 0);
    for (let first = lexer.next(); first !== null; first = lexer.next()) {
      const from = codeOf(first);
      const to = kind === "bfchar" ? from : codeOf(lexer.next());
      const target = lexer.next();
      for (let code = from; code <= to; code += 1) characters.set(code, targetOf(target, code - from));
    }
  }
  return characters;
}

function codeOf(token: Token): number {
  if (typeof token !== "object" || token?.type !== "string") return 0;
  return [...token.bytes].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0);
}

/** The character for the n-th code of a range: the n-th of a list, or the first character plus n. */
function targetOf(target: Token, index: number): string {
  if (typeof target !== "object" || target === null) return "";
  if (target.type === "array") return targetOf(target.items[index] ?? null, 0);
  if (target.type !== "string") return "";
  const text = fromUtf16(target.bytes);
  if (index === 0) return text;
  const points = [...text];
  const last = points.pop()?.codePointAt(0) ?? 0;
  return points.join("") + String.fromCodePoint(last + index);
}
