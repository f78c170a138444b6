/** Broken, encrypted, enormous and hostile documents end with a clear word, in bounded time, and never with a stack trace. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { docxParts, item, list, num, p, table, textBox, writeDocx } from "../../support/docx.ts";
import { writeArchive } from "../../support/workbook.ts";
import { read, refusal } from "./read.ts";

const WHOLE = { body: p("各位代表：") + item("甲", 1) + table(["指标", "数值"], ["产值", "148"]) + p(`<w:r><w:t>后</w:t></w:r>${textBox(p("框"))}`), numbering: list(0, [["chineseCounting", "%1、"]]) + num(1, 0) };
const withPart = (name: string, content: string | Uint8Array): Uint8Array => writeArchive({ ...docxParts(WHOLE), [name]: content });
const NOT_DOCX = { "[Content_Types].xml": "<Types/>" };

describe("other archives", () => {
  it.each([
    ["OFD.xml", "ofd"], ["xl/workbook.xml", "workbook"], ["ppt/presentation.xml", "slides"], ["content.xml", "open-document"], ["photo.jpg", "archive"],
  ] as const)("with %s is %s", async (part, fault) => {
    expect(await refusal("报告.docx", writeArchive({ ...NOT_DOCX, [part]: "<x/>" }))).toBe(fault);
  });

  it("a .docx may have a part of that name", async () => {
    expect((await read("a.docx", withPart("content.xml", "<x/>"))).text[0]).toBe("各位代表：");
  });
});

describe("damaged archives", () => {
  const bytes = writeDocx(WHOLE);

  it("cut anywhere", async () => {
    for (const part of [0.1, 0.5, 0.9, 0.99]) expect(await refusal("a.docx", bytes.subarray(0, Math.floor(bytes.length * part)))).toBe("damaged");
  });

  it("with a changed byte in the text are never read as if whole", async () => {
    const stored = Buffer.from(bytes);
    const at = stored.indexOf("word/document.xml") + "word/document.xml".length + 40;
    stored[at] = stored[at]! ^ 1;
    expect(await refusal("a.docx", stored)).toBe("damaged");
  });

  it("whose text has another sum than the archive says are never read as if whole", async () => {
    const other = Buffer.from(bytes);
    const entry = other.lastIndexOf("word/document.xml") - 46;
    other.writeUInt32LE((other.readUInt32LE(entry + 16) ^ 1) >>> 0, entry + 16);
    expect(await refusal("a.docx", other)).toBe("damaged");
  });

  it.each([
    ["XML that ends early", "<w:document xmlns:w='x'><w:body>"],
    ["bytes that are no text", Buffer.from([0, 1, 2, 0xff])],
    ["an entity that nobody knows", "<a>&unknown;</a>"],
    ["a prefix that nobody bound", "<w:a/>"],
  ])("with %s", async (_name, content) => {
    expect(await refusal("a.docx", withPart("word/document.xml", content))).toBe("damaged");
  });

  it("any changed bytes give a document or a word", async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (changes) => {
      const broken = Buffer.from(bytes);
      for (const [at, value] of changes) broken[at] = value;
      const { blocks, diagnostics } = await read("a.docx", broken);
      expect(blocks.length > 0 || diagnostics.length === 1).toBe(true);
    }), { numRuns: 150 });
  });
});

describe("hostile archives", () => {
  it("that encrypt a part", async () => {
    const bytes = Buffer.from(writeDocx(WHOLE));
    for (let at = bytes.indexOf("PK\u0001\u0002"); at !== -1; at = bytes.indexOf("PK\u0001\u0002", at + 4)) bytes[at + 8] = bytes[at + 8]! | 1;
    expect(await refusal("a.docx", bytes)).toBe("protected");
  });

  it("that unpack to a thousand times their size", async () => {
    expect(await refusal("a.docx", withPart("word/media/zero.bin", new Uint8Array(64 * 1024 * 1024)))).toBe("too-large");
  });

  it("that declare a small size for a large part", async () => {
    const bytes = Buffer.from(withPart("word/document.xml", `<w:document xmlns:w="w">${" ".repeat(1_000_000)}</w:document>`));
    for (let at = bytes.indexOf("word/document.xml"); at !== -1; at = bytes.indexOf("word/document.xml", at + 1)) {
      const head = bytes.readUInt32LE(at - 30) === 0x04034b50 ? at - 30 + 22 : at - 46 + 24;
      bytes.writeUInt32LE(1000, head);
    }
    expect(await refusal("a.docx", bytes)).toBe("damaged");
  });

  it("with more parts than any document", async () => {
    expect(await refusal("a.docx", writeArchive({ ...docxParts(WHOLE), ...Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`x/${index}`, ""])) }))).toBe("too-large");
  });

  it("with names that lead out of the archive", async () => {
    expect(await refusal("a.docx", withPart("../../etc/passwd", "x"))).toBe("damaged");
  });
});

describe("hostile XML", () => {
  const body = (content: string): Uint8Array => writeDocx({ body: content });

  it("with entities, which are never expanded", async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>';
    expect(await refusal("a.docx", withPart("word/document.xml", bomb))).toBe("hostile");
    expect(await refusal("a.docx", withPart("word/styles.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'))).toBe("hostile");
  });

  it("nested deeper than any program does", async () => {
    expect(await refusal("a.docx", body(`${"<w:tbl><w:tr><w:tc>".repeat(5000)}${p("x")}${"</w:tc></w:tr></w:tbl>".repeat(5000)}`))).toBe("hostile");
  });

  it("with fields that never end, and ends of none", async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    expect(await refusal("a.docx", body(p(begin.repeat(10_000) + "<w:r><w:t>x</w:t></w:r>")))).toBe("no-text");
    expect((await read("a.docx", body(p('<w:r><w:fldChar w:fldCharType="end"/><w:t>x</w:t></w:r>')))).text).toEqual(["x"]);
  });

  it("with more paragraphs than any report", async () => {
    expect(await refusal("a.docx", body("<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(30_001)))).toBe("too-large");
  });

  it("with numbers and spans of any size", async () => {
    const wide = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${p("x")}</w:tc></w:tr></w:tbl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="99"><w:start w:val="999999999"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="${"%9".repeat(1000)}"/></w:lvl></w:abstractNum>${num(1, 0)}`;
    const { blocks } = await read("a.docx", writeDocx({ body: wide + item("y", 1, 8), numbering }));
    expect(blocks[0]?.type === "table" && blocks[0].rows[0]?.[0]?.columns).toBe(200);
    expect(JSON.stringify(blocks).length).toBeLessThan(5000);
  });

  it("in any order of known elements gives a document or a word", async () => {
    const names = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:del", "w:pPr", "w:rPr", "w:vanish", "w:numPr", "w:drawing", "w:txbxContent", "mc:AlternateContent", "mc:Choice", "w:fldSimple", "w:footnoteReference", "m:oMath"];
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof({ maxDepth: 6 }, fc.constantFrom("", "x"), fc.tuple(fc.constantFrom(...names), fc.array(tie("tree"), { maxLength: 4 })).map(([name, inner]) => `<${name}>${inner.join("")}</${name}>`)),
    }));
    await fc.assert(fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (content) => {
      const { blocks, diagnostics } = await read("a.docx", body(content.join("")));
      expect(blocks.length > 0 || diagnostics.length > 0).toBe(true);
    }), { numRuns: 150 });
  });
});
