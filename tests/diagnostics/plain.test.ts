/** What an author writes reaches no terminal as a command. */
import { describe, expect, it } from "vitest";
import { error, type Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { FORMATS, shapeDiagnostics } from "../../src/diagnostics/formats.ts";
import { formatChanges } from "../../src/diff/format-changes.ts";
import { plainJson, plainLine } from "../../src/model/characters/plain.ts";

const EVIL = "a\u001B]0;x\u0007\u009B31m\u202Eb\r\n::error file=x::c\u2028d\u2066e\u007F\0f\tg";
const file = `slides/${EVIL}.md`;
const FOUND: readonly Diagnostic[] = [
  error("unknown-indicator", { file, line: 1, column: 1, endLine: 1, endColumn: 5 }, { zh: `没有“${EVIL}”。`, en: `There is no "${EVIL}".` }, { hint: { zh: EVIL, en: EVIL }, fix: { span: { file, line: 1, column: 1, endLine: 1, endColumn: 5 }, replacement: EVIL } }),
  error("unreadable-file", null, { zh: EVIL, en: EVIL }),
  error("invalid-cell", { file: `data/x.xlsx!${EVIL}`, line: 1, column: 1, endLine: 1, endColumn: 2 }, { zh: EVIL, en: EVIL }),
];
// oxlint-disable-next-line no-control-regex -- that is the point
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/;

describe("carries no control character of an author", () => {
  it.each(FORMATS)("%s", (format) => {
    const sources = new Map([[file, `${EVIL.replaceAll("\n", "")}\n`]]);
    const printed = format === "text" ? formatDiagnostics(FOUND, sources, { lang: "en", colour: false }) : shapeDiagnostics(FOUND, format, { lang: "en", version: "1.0.0", below: "" });
    expect(printed).not.toMatch(CONTROL);
    expect(printed).toContain("U+001B");
    // No line of a source stands where a line of ours would.
    expect(printed.split("\n").filter((line) => line.startsWith("::error file=x"))).toEqual([]);
    const lines = { text: null, json: null, sarif: null, github: 3, unix: 3 }[format];
    if (lines !== null) expect(printed.trimEnd().split("\n")).toHaveLength(lines);
  });

  it("a program reads the same text from JSON", () => {
    expect(JSON.parse(plainJson({ text: EVIL }))).toEqual({ text: EVIL });
    const read = JSON.parse(shapeDiagnostics(FOUND, "json", { lang: "en", version: "1.0.0", below: "" })) as { diagnostics: { file: string | null; fix: { replacement: string } | null }[] };
    expect(read.diagnostics.map((one) => one.file)).toContain(file);
    expect(read.diagnostics.find((one) => one.fix !== null)?.fix?.replacement).toBe(EVIL);
  });

  it("changes between editions", () => {
    const printed = formatChanges([{ type: "deck", field: "title", before: EVIL, after: "b" }], { before: EVIL, after: "v2" }, "en");
    expect(printed).not.toMatch(CONTROL);
    expect(printed).toContain("U+001B");
  });

  it("text without them stays as it is", () => {
    expect(plainLine("全年148亿元，近9% ❤️ “好”")).toBe("全年148亿元，近9% ❤️ “好”");
  });
});
