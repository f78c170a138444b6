import { describe, expect, it } from "vitest";
import { everyInline, outline, readMarkdown, sourceOf } from "./markdown-reading.ts";

/** A small generator of repeatable pseudo-random numbers below 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const HAN = [..."甲乙丙丁戊己庚辛"];
const ATOMS = [
  ...HAN, "*", "**", "_", "~~", "`", "``", "[", "]", "](#a-1)", "![", "![丙](images/bridge.jpg)", "(", ")", "<br>", "<b>", "</b>", "<!--", "-->", "&amp;", "\\", "\\\n",
  "{{gdp}}", "{{", "}}", "{.step}", " {#x}", "{", "}", "\n", "\n\n", "\n", "  \n", "# ", "## ", "### ", "#### ", "---\n", "- ", "1. ", "> ", "    ", "\t", "| a | b |\n|---|---|\n", "|",
  "```\n", "```chart\n", "https://a.cn/", "a@b.cn", "备注：", "\n\n备注：", "[x]: http://a\n", "- [x] ", "　", "𠮷", "\u2028", "\u0000",
];

function randomText(random: () => number): string {
  return Array.from({ length: 1 + Math.floor(random() * 40) }, () => ATOMS[Math.floor(random() * ATOMS.length)]).join("");
}

describe("random texts", () => {
  const random = generator(20_211_231);
  const texts = Array.from({ length: 700 }, () => randomText(random));

  it("are read without a failure, and every text leaf stands where its span says", () => {
    for (const text of texts) {
      const { slides } = readMarkdown(text, { html: random() < 0.5 ? "trusted" : "escape" });
      const misplaced = slides.flatMap(everyInline).filter((inline) => {
        if (inline.type !== "text" || inline.span.line !== inline.span.endLine) return false;
        const source = sourceOf(text, inline.span);
        return !/^(?:\\|&|!\[)/.test(source) && inline.text !== source.replaceAll("\u0000", " ").replaceAll("\u2028", " ");
      });
      expect(misplaced, JSON.stringify(text)).toEqual([]);
    }
  });

  it("lose no word unless something is reported", () => {
    const harmless = new Set(["layout-mismatch", "missing-title", "link-to-nowhere"]);
    const words = (shown: string): string => [...shown].filter((character) => HAN.includes(character)).toSorted().join("");
    let judged = 0;
    for (const text of texts) {
      const { slides, diagnostics } = readMarkdown(text);
      if (text.includes("<!--") || diagnostics.some(({ code }) => !harmless.has(code))) continue;
      judged++;
      const shown = slides.map(({ title, blocks, notes, kicker }) => [kicker, ...outline([{ type: "paragraph", inlines: title, step: null, span: slides[0]!.span }, ...blocks, ...notes])].join("\n")).join("\n");
      expect(words(shown), JSON.stringify(text)).toBe(words(text));
    }
    expect(judged).toBeGreaterThan(50);
  });
});

describe("hostile texts take no more time than others of their length", () => {
  it.each<readonly [name: string, text: string]>([
    ["stars", "*".repeat(20_000)],
    ["openers", "**a ".repeat(8000) + "b** ".repeat(8000)],
    ["brackets", "[".repeat(20_000)],
    ["half links", "[a](b".repeat(10_000)],
    ["backticks", Array.from({ length: 200 }, (_, length) => "`".repeat(length + 1)).join(" ")],
    ["open tags", '<a b="'.repeat(8000)],
    ["open comments", "a <!--".repeat(8000)],
    ["open references", "{{a".repeat(10_000)],
    ["addresses", "http://".repeat(10_000)],
    ["mail addresses", "a@".repeat(20_000)],
    ["braces", "{".repeat(20_000) + "}".repeat(20_000)],
    ["quotes in quotes", Array.from({ length: 60 }, (_, line) => `${"> ".repeat(60 - line)}a`).join("\n")],
    ["quotes in quotes within the limit", Array.from({ length: 1000 }, (_, line) => `${"> ".repeat(8 - (line % 8))}a`).join("\n")],
    ["lists in lists", "- ".repeat(10_000)],
    ["blank lines", "\n".repeat(50_000)],
    ["styles before a mark of notes", `${"*_".repeat(10_000)}备`],
    ["styles behind a mark of notes", `备注${"*_".repeat(10_000)}x`],
    ["closers behind a mark of notes", "备注）】x".repeat(200) + "）".repeat(20_000)],
    ["comments without end, line by line", "a <!--\n".repeat(8000)],
    ["typed lists of many styles", Array.from({ length: 2000 }, (_, line) => `${["1、", "（1）", "①", "•", "一、"][line % 5]}甲`).join("\n")],
    ["lines with tabs", `${"a\t".repeat(5000)}\n`.repeat(2) + "a\tb\n".repeat(5000)],
    ["indented lines of notes", `备注：\n${"　　甲乙丙丁，\n".repeat(8000)}`],
    ["rows", `|a|\n|-|\n${"|a|\n".repeat(3000)}`],
  ])("%s", (_, text) => {
    const start = performance.now();
    readMarkdown(text);
    // About ten milliseconds each; quadratic reading takes tens of seconds.
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
