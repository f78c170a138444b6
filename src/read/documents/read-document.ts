/** Reads a document of any format that is read; what it is, its content decides and not its name. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import { unreadableDocument } from "../../diagnostics/messages/documents.ts";
import { fileSpan } from "../../model/span.ts";
import type { DocumentBlock, DocumentKind, SourceDocument } from "./document.ts";
import { findFormat } from "./find-format.ts";
import { Fault } from "./fault.ts";
import { readDocx } from "./docx/read-docx.ts";
import { readHtml } from "./html/read-html.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import { readText } from "./text/read-text.ts";

/** Most bytes of a document that is opened: 200 pages with photographs have some 60 MB. */
const MOST_DOCUMENT_BYTES = 128 * 1024 * 1024;

/**
 * The document in `bytes`; `path` is its name in reports and is not opened. What is left out or taken in another way is reported as
 * warnings and notes. Null after reporting `unreadable-document`. A paragraph's number stands for the line in the spans of a .docx.
 */
export async function readDocument(path: string, bytes: Uint8Array, report: Report): Promise<SourceDocument | null> {
  const found: Parameters<Report>[0][] = [];
  try {
    const document = await readBlocks(path, bytes, (diagnostic) => void found.push(diagnostic));
    found.forEach(report);
    return document;
  } catch (failure) {
    if (!(failure instanceof Fault)) throw failure;
    report(unreadableDocument(fileSpan(path), failure.fault));
    return null;
  }
}

async function readBlocks(path: string, bytes: Uint8Array, report: Report): Promise<SourceDocument> {
  if (bytes.length > MOST_DOCUMENT_BYTES) throw new Fault("too-large");
  const format = findFormat(path, bytes);
  const blocks = await readFormat(format, path, bytes, report);
  if (!blocks.some((block) => block.type !== "picture")) throw new Fault("no-text");
  return { path, kind: format, blocks };
}

async function readFormat(format: DocumentKind, path: string, bytes: Uint8Array, report: Report): Promise<readonly DocumentBlock[]> {
  switch (format) {
    case "docx":
      return readDocx(path, bytes, report);
    case "html":
      return readHtml(path, bytes, report);
    case "markdown":
      return readMarkdown(path, bytes, report);
    case "text":
      return readText(path, bytes, report);
  }
}
