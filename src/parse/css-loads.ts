/** Finds what a theme's CSS would load or break out of. It works by token, so that escapes and comments hide nothing. */

export interface CssFinding {
  readonly type: "load" | "markup";
  /** As written: `url(`, `@import`. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** Functions and rules that fetch something, or may do so in a later browser. */
const LOADERS = new Set(["url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"]);
const RULES = new Set(["@import", "@font-face", "@namespace", "@charset"]);

/** Comments, strings, then names with their escapes (`u\72l(` is `url(`). */
const TOKEN = /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|@?(?:[-\w\u0080-\uffff]|\\[0-9a-fA-F]{1,6}\s?|\\[^\n])+\(?/g;

/** Every place that would load something or end a `<style>` element. */
export function findLoads(css: string): CssFinding[] {
  const findings: CssFinding[] = [];
  for (const match of css.matchAll(/<[/!]/g)) findings.push({ type: "markup", written: match[0], start: match.index, end: match.index + 2 });
  for (const match of css.matchAll(TOKEN)) {
    const written = match[0];
    if (/^(?:\/\*|["'])/.test(written)) continue;
    const word = unescape(written).toLowerCase();
    const loads = word.endsWith("(") ? LOADERS.has(word.slice(0, -1)) : RULES.has(word);
    if (loads) findings.push({ type: "load", written, start: match.index, end: match.index + written.length });
  }
  return findings.toSorted((a, b) => a.start - b.start);
}

function unescape(word: string): string {
  return word.replaceAll(/\\(?:([0-9a-fA-F]{1,6})\s?|([\s\S]))/g, (_all, hex: string | undefined, char: string | undefined) => {
    if (hex === undefined) return char ?? "";
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
