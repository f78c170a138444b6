/** Reads a .docx as Word and WPS show it: automatic numbers, notes in place, tracked changes as accepted. */
import type { Report } from "../../../diagnostics/diagnostic.ts";
import type { DocumentFault } from "../../../diagnostics/messages/documents.ts";
import { paragraphText, type DocumentBlock } from "../document.ts";
import { Fault } from "../fault.ts";
import { findPicture } from "../pictures.ts";
import { Told } from "../told.ts";
import { openArchive, type OfficeArchive } from "./archive.ts";
import { BlockReader } from "./blocks.ts";
import { Counters } from "./counters.ts";
import { Fields } from "./fields.ts";
import { readLists } from "./numbering.ts";
import { readLinks, type Links } from "./links.ts";
import type { Context, DraftBlock, PictureLink } from "./story.ts";
import { readStyles } from "./styles.ts";
import { elementsOf, parseXml, textOf, type XmlElement } from "./xml.ts";

const MEGABYTE = 1024 * 1024;
/** Most bytes of the text part, of other XML parts, of a picture and of all pictures: 200 pages have 8 MB of XML and some 60 MB of photographs. */
const [MOST_TEXT, MOST_PART, MOST_PICTURE, MOST_PICTURES] = [64 * MEGABYTE, 16 * MEGABYTE, 48 * MEGABYTE, 256 * MEGABYTE] as const;

/** Other archives of offices, by the parts that only they have. */
const OTHERS: readonly (readonly [part: RegExp, fault: DocumentFault])[] = [
  [/^OFD\.xml$/i, "ofd"],
  [/^xl\/workbook\./i, "workbook"],
  [/^ppt\/presentation\./i, "slides"],
  [/^(?:mimetype|content\.xml)$/i, "open-document"],
];

/** The blocks of a document. Throws a {@link Fault}. */
export async function readDocx(path: string, bytes: Uint8Array, report: Report): Promise<readonly DocumentBlock[]> {
  const archive = await openArchive(bytes);
  const main = (await readLinks(archive, "")).targetOf("officeDocument") ?? "word/document.xml";
  const text = /^word\//i.test(main) || !archive.names.some((name) => OTHERS.some(([part]) => part.test(name))) ? await archive.read(main, MOST_TEXT) : null;
  if (text === null) throw new Fault(OTHERS.find(([part]) => archive.names.some((name) => part.test(name)))?.[1] ?? "archive");
  const links = await readLinks(archive, main);
  const partOf = async (kind: string): Promise<XmlElement | null> => {
    const part = links.targetOf(kind);
    const read = part === null ? null : await archive.read(part, MOST_PART);
    return read === null ? null : parseXml(read);
  };
  const styles = readStyles(await partOf("styles"));
  const lists = readLists(await partOf("numbering"), styles);
  const counters = new Counters(lists);
  const told = new Told();
  const notes = { footnote: await notesOf(partOf, "footnote"), endnote: await notesOf(partOf, "endnote") };
  // Lists of the notes are numbered by themselves.
  const noteCounters = new Counters(lists);
  const context: Context = { styles, counters, told, fields: new Fields(), paragraphs: 0, noteText: (kind, id) => readNoteText(notes[kind].get(id), { styles, told, counters: noteCounters, paragraphs: context.paragraphs }) };
  const reader = new BlockReader(context);
  parseXml(text, "w:body", (element) => reader.read(element));
  reader.end();
  await tellMargins(archive, links, told);
  const blocks = await finishBlocks(reader.blocks, archive, links, told);
  told.report(path, report);
  return blocks;
}

async function notesOf(partOf: (kind: string) => Promise<XmlElement | null>, kind: "footnote" | "endnote"): Promise<ReadonlyMap<string, XmlElement>> {
  const root = await partOf(`${kind}s`);
  const notes = root === null ? [] : elementsOf(root).filter(({ name }) => name === `w:${kind}`);
  return new Map(notes.map((note) => [note.attributes.get("w:id") ?? "", note]));
}

/** A note's paragraphs and the rows of its tables, one a line. */
function readNoteText(note: XmlElement | undefined, context: Pick<Context, "styles" | "told" | "counters" | "paragraphs">): string | null {
  if (note === undefined) return null;
  const reader = new BlockReader({ ...context, fields: new Fields(), noteText: () => "" });
  reader.readAll(note);
  reader.end();
  const lines = reader.blocks.flatMap((block): string[] => {
    switch (block.type) {
      case "paragraph":
        return [paragraphText(block)];
      case "table":
        return block.rows.map((row) => row.map(({ text }) => text.replaceAll("\n", " ")).join("\t"));
      case "picture-link":
        context.told.notTaken("picture", context.paragraphs + 1);
        return [];
    }
  });
  return lines.join("\n");
}

/** Whether a part of the page's margins says more than a number. */
async function tellMargins(archive: OfficeArchive, links: Links, told: Told): Promise<void> {
  for (const part of [...links.targetsOf("header"), ...links.targetsOf("footer")]) {
    const bytes = await archive.read(part, MOST_PART);
    const text = bytes === null ? "" : textOf(parseXml(bytes), "w:t").trim();
    if (/\p{L}{2}/u.test(text)) told.leftOut("margins", 1, text);
  }
}

/** A typeface counts as bold only where most of the document is set in another. */
async function finishBlocks(drafts: readonly DraftBlock[], archive: OfficeArchive, links: Links, told: Told): Promise<readonly DocumentBlock[]> {
  const runs = drafts.flatMap((draft) => (draft.type === "paragraph" ? draft.runs : []));
  const lengthOf = (some: typeof runs): number => some.reduce((sum, { text }) => sum + text.length, 0);
  const emphatic = lengthOf(runs.filter(({ heavy }) => heavy)) * 2 < lengthOf(runs);
  const blocks: DocumentBlock[] = [];
  const room = { left: MOST_PICTURES, names: 0 };
  for (const draft of drafts) {
    if (draft.type === "paragraph") blocks.push({ ...draft, runs: joinRuns(draft.runs.map(({ text, bold, heavy }) => ({ text, bold: bold || (heavy && emphatic) }))) });
    else if (draft.type === "table") blocks.push(draft);
    else blocks.push(...(await takePicture(draft, archive, links, told, room)));
  }
  return blocks;
}

function joinRuns(runs: readonly { readonly text: string; readonly bold: boolean }[]): { text: string; bold: boolean }[] {
  const joined: { text: string; bold: boolean }[] = [];
  for (const run of runs) {
    if (joined.at(-1)?.bold === run.bold) joined.at(-1)!.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}

async function takePicture({ id, alternative, place }: PictureLink, archive: OfficeArchive, links: Links, told: Told, room: { left: number; names: number }): Promise<readonly DocumentBlock[]> {
  const target = links.partOf(id);
  if (target === "elsewhere") told.notTaken("linked-picture", place.paragraph);
  if (target === "elsewhere") return [];
  const bytes = target === null ? null : await archive.read(target, MOST_PICTURE);
  if (bytes === null) told.notTaken("picture", place.paragraph);
  if (bytes === null) return [];
  const ending = findPicture(bytes);
  if (ending === null) told.notTaken("picture-format", place.paragraph);
  if (ending === null) return [];
  room.left -= bytes.length;
  if (room.left < 0) throw new Fault("too-large");
  return [{ type: "picture", place, name: `image${++room.names}.${ending}`, alternative, bytes }];
}
