/** CSV files as Excel, WPS and old statistics programs write them: real bytes, through the whole compiler. */
import { describe, expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

/** Node cannot encode GB 18030, so these are the characters of the rows below as in the standard. */
const GB: Readonly<Record<string, readonly number[]>> = { 近: [0xbd, 0xfc], 快: [0xbf, 0xec], 报: [0xb1, 0xa8], 甪: [0xae, 0x66], 直: [0xd6, 0xb1], "，": [0xa3, 0xac] };
/** Two rows of figures, a quoted number with a thousands separator, a note with a full-width comma and quotes, and the padding of spreadsheets. */
const ROWS = [
  ["indicator", "period", "value", "growth", "status", "note", "", ""],
  ["gdp", "2021", '"1,148.0"', "近9%", "快报", '"甪直，""快报"""', "", ""],
  ["", "", "", "", "", "", "", ""],
  ["gdp", "2018", "1132.6", "-3.2%", "", "", "", ""],
  ["", "", "", "", "", "", "", ""],
];

type Encode = (text: string) => Buffer;
const utf16be: Encode = (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
const gb18030: Encode = (text) => Buffer.from([...text].flatMap((character) => GB[character] ?? [...Buffer.from(character)]));

describe.each<[string, Encode]>([
  ["UTF-8", (text) => Buffer.from(text)],
  ["UTF-8 with its mark", (text) => Buffer.from(`\uFEFF${text}`)],
  ["UTF-16 LE, as Excel's Unicode text", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ["UTF-16 BE", utf16be],
  ["GB 18030", gb18030],
])("%s", (_encoding, encode) => {
  it.each([
    ["commas and CRLF", ",", "\r\n"],
    ["commas and LF", ",", "\n"],
    ["semicolons and CRLF", ";", "\r\n"],
    ["tabs and CRLF", "\t", "\r\n"],
    ["tabs and CR, as old Macs wrote", "\t", "\r"],
  ])("%s", async (_name, delimiter, lineEnd) => {
    const bytes = encode(ROWS.map((row) => row.join(delimiter)).join(lineEnd) + lineEnd);
    const { model, diagnostics } = await withFolder(smallProject({ "data/observations.csv": bytes }), compileFolder);
    expect(diagnostics).toEqual([]);
    const rows = model?.indicators[0]?.observations.map(({ value, growth, status, note, span }) => [value?.raw, growth?.raw, status, note, span.line]);
    expect(rows).toEqual([["1132.6", "-3.2%", null, null, 4], ["1,148.0", "近9%", "flash", "甪直，“快报”".replaceAll(/[“”]/g, '"'), 2]]);
  });
});
