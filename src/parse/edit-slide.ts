/** A slide of a text in parts that a form can show, and one change of it that leaves every other line as it is. */
import type { FormBlock, SlideEdit, SlideForm } from "../model/form.ts";
import { editYaml, readYamlValues } from "./edit-yaml.ts";
import { FENCES } from "./fences.ts";
import { locateAttributes } from "./markdown/attributes.ts";
import { readNotesMark } from "./markdown/notes-mark.ts";
import { NOTES_MARK } from "./markdown/typed-lines.ts";

/** Lines from `from` to before `to`, counted from 0. */
interface Range {
  readonly from: number;
  readonly to: number;
}

interface Fence extends Range {
  readonly language: string;
}

/** Where the parts of a slide stand. */
interface Places {
  readonly lines: readonly string[];
  readonly heading: number;
  /** Behind its last line. */
  readonly end: number;
  readonly lead: Range | null;
  readonly items: Range | null;
  /** The line of their mark, and how much of it is mark. */
  readonly notes: { readonly line: number; readonly mark: number } | null;
  /** The blocks, with the lines inside their fences. */
  readonly fences: readonly Fence[];
}

const HEADING = /^ {0,3}(#{1,2})(?!#)[ \t]*/;
const FENCE = /^( {0,3})(`{3,}|~{3,})[ \t]*([\w-]*)/;
const ITEM = /^( {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+)(\S.*)$/;
/** What begins anything else than a paragraph. */
const NO_PARAGRAPH = /^\s*(?:#|>|\||<|!\[|`{3}|~{3}|(?:[-*+]|\d{1,9}[.)])[ \t]|\[[^\]]+\]:)|^ {4}|^\t/;
/** A comment at the end of a title belongs to the check. */
const COMMENT = /\s*(?:<!--.*?-->\s*)+$/;

/** The slide that is written at a line (from 1), before the first the first; null where a slide has no heading. */
export function readSlide(text: string, line: number): SlideForm | null {
  const places = findPlaces(text, line);
  if (places === null) return null;
  const { lines, heading, lead, items, notes, end } = places;
  const { content, attributes } = readHeading(lines[heading]!);
  const noted = notes === null ? null : [lines[notes.line]!.slice(notes.mark), ...lines.slice(notes.line + 1, end)].join("\n").trim();
  return {
    line: heading + 1,
    divider: HEADING.exec(lines[heading]!)?.[1] === "#",
    title: content,
    attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, value])),
    lead: lead === null ? null : textIn(lines, lead).trim(),
    items: items === null ? null : lines.slice(items.from, items.to).flatMap((one) => ITEM.exec(one)?.[2] ?? []),
    notes: noted,
    blocks: places.fences.map((fence): FormBlock => ({ language: fence.language, values: readYamlValues(textIn(lines, fence)) })),
  };
}

/** The text after a change of the slide at a line; null where the slide has no such part. */
export function editSlide(text: string, line: number, edit: SlideEdit): string | null {
  const places = findPlaces(text, line);
  if (places === null) return null;
  const { lines, heading } = places;
  switch (edit.type) {
    case "title":
      return withLines(lines, { from: heading, to: heading + 1 }, [withTitle(lines[heading]!, oneLine(edit.text))]);
    case "attribute":
      return withLines(lines, { from: heading, to: heading + 1 }, [withAttribute(lines[heading]!, edit.key, edit.value)]);
    case "lead":
      return withParagraph(places, oneLine(edit.text));
    case "items":
      return withItems(places, edit.items.map(oneLine).filter((item) => item !== ""));
    case "notes":
      return withNotes(places, edit.text.trim());
    case "value": {
      const fence = places.fences[edit.block];
      const changed = fence === undefined ? null : editYaml(textIn(lines, fence), edit.path, edit.value, edit.bare);
      return fence === undefined || changed === null ? null : withLines(lines, fence, changed === "" ? [] : changed.split("\n"));
    }
    case "slide":
      return withSlide(places, edit);
  }
}

function findPlaces(text: string, line: number): Places | null {
  const lines = text.split("\n");
  const inside = fencesIn(lines);
  const covered = new Set(inside.flatMap(({ from, to }) => Array.from({ length: to - from + 2 }, (_, index) => from - 1 + index)));
  const isHeading = (at: number): boolean => !covered.has(at) && HEADING.test(lines[at] ?? "");
  const isBreak = (at: number): boolean => !covered.has(at) && /^ {0,3}(?:---+|\*\*\*+|___+)\s*$/.test(lines[at] ?? "");
  let heading = Math.min(line, lines.length) - 1;
  while (heading >= 0 && !isHeading(heading)) heading -= 1;
  if (heading < 0) heading = lines.findIndex((_, at) => isHeading(at));
  if (heading < 0) return null;
  let end = heading + 1;
  while (end < lines.length && !isHeading(end) && !isBreak(end)) end += 1;
  if (line > end) return null;
  const mark = Array.from({ length: end - heading - 1 }, (_, index) => heading + 1 + index).find((at) => !covered.has(at) && readNotesMark(lines[at]!)?.kind === "sure");
  const shown = mark ?? end;
  return {
    lines, heading, end,
    lead: findRun(lines, heading + 1, shown, (at) => !covered.has(at) && lines[at]!.trim() !== "" && !NO_PARAGRAPH.test(lines[at]!)),
    items: findItems(lines, heading + 1, shown, covered),
    notes: mark === undefined ? null : { line: mark, mark: readNotesMark(lines[mark]!)!.to },
    fences: inside.filter(({ from, to, language }) => from > heading && to <= shown && FENCES.includes(language)),
  };
}

function fencesIn(lines: readonly string[]): readonly Fence[] {
  const found: Fence[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, , mark, language = ""] = FENCE.exec(lines[at]!) ?? [];
    if (mark === undefined) continue;
    const from = at + 1;
    let to = from;
    while (to < lines.length && !(lines[to]!.trim().startsWith(mark) && lines[to]!.trim().replaceAll(mark[0]!, "") === "")) to += 1;
    found.push({ from, to, language });
    at = to;
  }
  return found;
}

/** The first lines in a row of which something holds; the slide's first paragraph is its lead. */
function findRun(lines: readonly string[], from: number, to: number, holds: (at: number) => boolean): Range | null {
  let start = from;
  while (start < to && !holds(start)) start += 1;
  if (start === to) return null;
  let end = start;
  while (end < to && holds(end)) end += 1;
  // What stands under an item goes on with it.
  return start > from && ITEM.test(lines[start - 1]!) ? null : { from: start, to: end };
}

/** The slide's list, where each line is an item of its own. */
function findItems(lines: readonly string[], from: number, to: number, covered: ReadonlySet<number>): Range | null {
  const found = findRun(lines, from, to, (at) => !covered.has(at) && ITEM.test(lines[at]!));
  if (found === null) return null;
  const next = lines.slice(found.to, to).find((line) => line.trim() !== "");
  const goesOn = lines[found.to] !== undefined && found.to < to && lines[found.to]!.trim() !== "";
  return goesOn || (next !== undefined && (ITEM.test(next) || /^\s{2,}\S/.test(next))) ? null : found;
}

function readHeading(line: string): { readonly content: string; readonly attributes: readonly { readonly key: string; readonly value: string }[] } {
  const start = HEADING.exec(line)?.[0].length ?? 0;
  const located = locateAttributes(line.trimEnd());
  const content = line.slice(start, located?.open ?? undefined).trim();
  return { content: content.replace(COMMENT, ""), attributes: located?.found ?? [] };
}

function withTitle(line: string, title: string): string {
  const start = HEADING.exec(line)?.[0] ?? "## ";
  const rest = line.slice(start.length, locateAttributes(line.trimEnd())?.open ?? line.length);
  const kept = COMMENT.exec(rest.trimEnd())?.[0] ?? "";
  const tail = line.slice(start.length + rest.length);
  return `${start.trimEnd()} ${title}${kept}${tail === "" || `${title}${kept}` === "" ? "" : " "}${tail}`.trimEnd();
}

function withAttribute(line: string, key: string, value: string | null): string {
  const text = line.trimEnd();
  const located = locateAttributes(text);
  const written = value === null ? "" : `${key}=${/^[\p{L}\p{N}_.%-]+$/u.test(value) ? value : `"${value.replaceAll(/["\\]/g, "\\$&")}"`}`;
  if (located === null) return written === "" ? line : `${text} {${written}}`;
  const old = located.found.find((one) => one.key === key);
  if (old === undefined) return written === "" ? line : `${text.slice(0, -1).trimEnd()} ${written}}`;
  if (written !== "") return `${text.slice(0, old.start)}${/^\s*/.exec(text.slice(old.start, old.end))![0]}${written}${text.slice(old.end)}`;
  if (located.found.length === 1) return text.slice(0, located.open).trimEnd();
  const without = text.slice(0, old.start) + text.slice(old.end);
  return without.slice(0, located.open + 1) + without.slice(located.open + 1).trimStart();
}

function withParagraph({ lines, heading, lead }: Places, text: string): string {
  if (lead !== null) return withLines(lines, text === "" ? { from: lead.from, to: lead.to + (lines[lead.to]?.trim() === "" ? 1 : 0) } : lead, text === "" ? [] : [text]);
  return text === "" ? lines.join("\n") : withLines(lines, { from: heading + 1, to: heading + 1 }, ["", text, ...(lines[heading + 1]?.trim() === "" ? [] : [""])]);
}

function withItems(places: Places, items: readonly string[]): string {
  const { lines, heading, items: range, lead, notes, end } = places;
  if (range === null) {
    const at = lead?.to ?? heading + 1;
    const next = notes?.line ?? end;
    return withLines(lines, { from: at, to: at }, ["", ...items.map((item) => `- ${item}`), ...(at < next && lines[at]?.trim() === "" ? [] : [""])]);
  }
  const mark = ITEM.exec(lines[range.from]!)![1]!;
  const marks = lines.slice(range.from, range.to).map((line) => ITEM.exec(line)![1]!);
  const numbered = /\d/.test(mark);
  return withLines(lines, range, items.map((item, index) => `${marks[index] ?? (numbered ? mark.replace(/\d+/, `${Number(/\d+/.exec(mark)![0]) + index}`) : mark)}${item}`));
}

function withNotes({ lines, end, notes }: Places, text: string): string {
  const last = lines.slice(0, end).findLastIndex((line) => line.trim() !== "") + 1;
  const written = text === "" ? [] : text.split("\n");
  if (notes === null) return written.length === 0 ? lines.join("\n") : withLines(lines, { from: last, to: last }, ["", /\p{Script=Han}/u.test(lines.join("\n")) ? NOTES_MARK : "Note:", ...written]);
  const mark = lines[notes.line]!.slice(0, notes.mark).trimEnd();
  const beside = lines[notes.line]!.slice(notes.mark).trim() !== "";
  const [first = "", ...rest] = written;
  const gap = beside ? [] : lines.slice(notes.line + 1, end).slice(0, Math.max(lines.slice(notes.line + 1, end).findIndex((line) => line.trim() !== ""), 0));
  return withLines(lines, { from: notes.line, to: Math.max(last, notes.line + 1) }, beside ? [`${mark}${/[：:]$/.test(mark) ? "" : " "}${first}`, ...rest] : [lines[notes.line]!, ...gap, ...written]);
}

function withSlide({ lines, end }: Places, { title, language, values }: Extract<SlideEdit, { type: "slide" }>): string {
  const last = lines.slice(0, end).findLastIndex((line) => line.trim() !== "") + 1;
  const yaml = Object.entries(values).reduce((text, [key, value]) => editYaml(text, [key], value) ?? text, "");
  return withLines(lines, { from: last, to: last }, ["", `## ${oneLine(title)}`, "", `\`\`\`${language}`, ...yaml.split("\n"), "```"]);
}

function textIn(lines: readonly string[], { from, to }: Range): string {
  return lines.slice(from, to).join("\n");
}

function withLines(lines: readonly string[], { from, to }: Range, put: readonly string[]): string {
  return [...lines.slice(0, from), ...put, ...lines.slice(to)].join("\n");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ").trim();
}
