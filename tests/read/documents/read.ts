/** Reads documents for the tests and shows them in a few words. */
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { unreadableDocument, type DocumentFault } from "../../../src/diagnostics/messages/documents.ts";
import { fileSpan } from "../../../src/model/span.ts";
import { paragraphText, type DocumentBlock } from "../../../src/read/documents/document.ts";
import { readDocument } from "../../../src/read/documents/read-document.ts";

const FAULTS: readonly DocumentFault[] = [
  "empty", "no-text", "not-text", "damaged", "protected", "too-large", "hostile",
  "old-word", "pdf", "ofd", "open-document", "rich-text", "web-archive", "workbook", "slides", "picture", "archive",
];

export interface Read {
  readonly blocks: readonly DocumentBlock[];
  /** Each block in a line. */
  readonly text: readonly string[];
  /** `severity code paragraph`. */
  readonly told: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function read(path: string, content: string | Uint8Array): Promise<Read> {
  const diagnostics: Diagnostic[] = [];
  const document = await readDocument(path, typeof content === "string" ? Buffer.from(content) : content, (diagnostic) => void diagnostics.push(diagnostic));
  const blocks = document?.blocks ?? [];
  return { blocks, text: blocks.map(show), told: diagnostics.map(({ severity, code, span }) => `${severity} ${code} ${span?.line}`), diagnostics };
}

/** Why a document is not read; throws if it is. */
export async function refusal(path: string, content: string | Uint8Array): Promise<DocumentFault> {
  const { blocks, diagnostics } = await read(path, content);
  const messages = diagnostics.map(({ message }) => message.en);
  const fault = FAULTS.find((one) => messages.includes(unreadableDocument(fileSpan(path), one).message.en));
  if (fault === undefined || blocks.length > 0 || diagnostics.length !== 1) throw new Error(`${path} was read: ${JSON.stringify({ blocks, messages })}`);
  return fault;
}

/** Levels as `#`, bold runs in `**`, notes in braces at their mark, cells between bars. */
function show(block: DocumentBlock): string {
  switch (block.type) {
    case "table":
      return block.rows.map((row) => row.map(({ text, columns, rows }) => `${text}${columns * rows > 1 ? `[${columns}×${rows}]` : ""}`).join(" | ")).join(" / ");
    case "picture":
      return `!${block.name}(${block.alternative}) ${block.bytes.length}`;
    case "paragraph": {
      const mark = block.level === null ? "" : `${"#".repeat(block.level)}${block.level === 0 ? "=" : ""} `;
      if (block.notes.length > 0) return `${mark}${block.notes.toReversed().reduce((text, { after, text: note }) => `${text.slice(0, after)}{${note}}${text.slice(after)}`, paragraphText(block))}`;
      return `${mark}${block.label}${block.runs.map(({ text, bold }) => (bold ? `**${text}**` : text)).join("")}`;
    }
  }
}
