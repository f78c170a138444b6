/** Finds the format of a document by its first bytes; the name decides only between kinds of text. */
import type { DocumentFault } from "../../diagnostics/messages/documents.ts";
import type { DocumentKind } from "./document.ts";
import { Fault } from "./fault.ts";

/** First bytes of files that are not read, or not as text. */
const MARKS: readonly (readonly [mark: string, format: DocumentFault | "zip" | "container"])[] = [
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "archive"],
  // MS-CFB 2.2: the container of .doc, .wps, .xls, .ppt and of encrypted documents (MS-OFFCRYPTO 2.3.4.4).
  ["\xD0\xCF\x11\xE0", "container"],
  ["%PDF-", "pdf"],
  ["\xEF\xBB\xBF%PDF-", "pdf"],
  ["{\\rtf", "rich-text"],
  ["\x89PNG", "picture"],
  ["\xFF\xD8\xFF", "picture"],
  ["GIF8", "picture"],
  ["BM", "picture"],
  ["RIFF", "picture"],
  ["II*\0", "picture"],
  ["MM\0*", "picture"],
  ["Rar!", "archive"],
  ["7z\xBC\xAF", "archive"],
  ["\x1F\x8B", "archive"],
];
/** Bytes in which a page or a web archive says what it is. */
const HEAD = 2048;
/** Names of streams in a container are UTF-16. */
const STREAMS: readonly (readonly [name: string, fault: DocumentFault])[] = [
  ["EncryptedPackage", "protected"],
  ["PowerPoint Document", "slides"],
  ["WordDocument", "old-word"],
  ["Workbook", "workbook"],
];

/** Throws a {@link Fault} for what is not read. An archive is taken for a .docx until it is opened. */
export function findFormat(path: string, bytes: Uint8Array): DocumentKind {
  if (bytes.length === 0) throw new Fault("empty");
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString("latin1");
  const format = MARKS.find(([mark]) => head.startsWith(mark) && !isWords(mark, bytes))?.[1];
  if (format === "zip") return "docx";
  if (format !== undefined) throw new Fault(format === "container" ? findStream(bytes) : format);
  if (/^\s*(?:From:|MIME-Version:|Content-Type: multipart)/im.test(head) && /multipart\/related/i.test(head)) throw new Fault("web-archive");
  return kindOfText(path, head);
}

/** A text may begin with the letters of a short mark. */
function isWords(mark: string, bytes: Uint8Array): boolean {
  return /^[A-Z]{2,4}$/.test(mark) && !bytes.subarray(0, HEAD).includes(0);
}

function findStream(bytes: Uint8Array): DocumentFault {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return STREAMS.find(([name]) => buffer.includes(Buffer.from(name, "utf16le")))?.[1] ?? "old-word";
}

function kindOfText(path: string, head: string): DocumentKind {
  if (/\.(?:md|markdown)$/i.test(path)) return "markdown";
  if (/\.(?:x?html?|shtml|aspx?|jsp|php)$/i.test(path) || /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html)\b/i.test(head)) return "html";
  return "text";
}
