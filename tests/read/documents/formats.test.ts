/** What a file is, its content decides; what is not read says why, and what to do. */
import { describe, expect, it } from "vitest";
import type { DocumentFault } from "../../../src/diagnostics/messages/documents.ts";
import { read, refusal } from "./read.ts";

const CONTAINER = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const utf16 = (text: string): string => Buffer.from(text, "utf16le").toString("latin1");

describe("what is not read: unreadable-document", () => {
  it.each<[string, string, DocumentFault]>([
    ["报告.docx", "", "empty"],
    ["报告.txt", " \n\t\r\n", "no-text"],
    ["报告.pdf", "%PDF-1.7\n1 0 obj", "pdf"],
    ["报告.docx", "%PDF-1.7\n1 0 obj", "pdf"],
    ["报告.doc", `${CONTAINER}${utf16("WordDocument")}`, "old-word"],
    ["报告.wps", `${CONTAINER}${"\0".repeat(600)}`, "old-word"],
    ["报告.docx", `${CONTAINER}${utf16("EncryptedPackage")}`, "protected"],
    ["指标.xls", `${CONTAINER}${utf16("Workbook")}`, "workbook"],
    ["汇报.ppt", `${CONTAINER}${utf16("PowerPoint Document")}`, "slides"],
    ["报告.rtf", "{\\rtf1\\ansi", "rich-text"],
    ["扫描.png", "\x89PNG\r\n\x1A\n", "picture"],
    ["扫描.bmp", "BM\x36\0\0\0\0\0", "picture"],
    ["报告.rar", "Rar!\x1A\x07\0", "archive"],
    ["网页.mht", "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "web-archive"],
    ["报告.txt", "\x01\0\x02\0\x03", "not-text"],
  ])("%s beginning with %j is %s", async (path, bytes, fault) => {
    expect(await refusal(path, Buffer.from(bytes, "latin1"))).toBe(fault);
  });

  it("a text may begin like a picture", async () => {
    expect((await read("a.txt", "BM是一家公司。")).text).toEqual(["BM是一家公司。"]);
  });
});
