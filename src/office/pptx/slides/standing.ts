/** What stands on the waterline: zones, projects by stage, a timeline. */
import type { Block, BlockOf, ProjectGroup, TimelineEntry, Zone } from "../../../model/deck.ts";
import type { Project } from "../../../model/indicator.ts";
import { textWidth } from "../../../model/text-width.ts";
import { hasShortTimes, isBrief } from "../../../model/timeline-plan.ts";
import { blocksOf } from "../../../render/blocks.ts";
import { WIDE_TITLE } from "../../../render/head.ts";
import { solid } from "../../ink.ts";
import { addKicker, addLead, addTitle } from "../head.ts";
import { outlineOf } from "../shapes.ts";
import { addArt, addShape, addText, plainHeadline, type Sheet } from "../sheet.ts";
import { textRuns, type Paragraph, type Run } from "../text.ts";
import { bareZone } from "./bare.ts";
import { addRule } from "./opening.ts";
import { addWideHead } from "./wide.ts";

const WHOLE = { x: 0, y: 0, width: 1920, height: 1080 } as const;

function standingHead(sheet: Sheet, note: string, lead: readonly Block[]): void {
  if (sheet.scene.theme.motif !== "none") addArt(sheet, "art-ground", WHOLE);
  addKicker(sheet);
  addTitle(sheet, { sizes: WIDE_TITLE, pixels: [72, 60, 50] });
  addNote(sheet, note);
  addLead(sheet, lead, { x: 112, y: 248, width: 1696, height: 60 }, 32);
}

function addNote(sheet: Sheet, note: string): void {
  if (note !== "") addText(sheet, note, { x: 1008, y: 84, width: 800, height: 44 }, { paragraphs: [{ align: "r", runs: textRuns(note, { size: 32, ink: "muted", face: "sans" }) }] });
}

function columnsOf(count: number): { readonly width: number; readonly x: (index: number) => number } {
  const width = (1696 - 32 * (count - 1)) / count;
  return { width, x: (index) => 112 + index * (width + 32) };
}

/** One moon for each zone, from west to east. */
export function zonesSlide(sheet: Sheet): void {
  const { blocks } = sheet.scene.slide;
  const [block] = blocksOf(blocks, "zones");
  standingHead(sheet, block?.note ?? "", blocks.filter((other) => other !== block));
  if (block === undefined) return;
  const { width, x } = columnsOf(block.zones.length);
  const long = block.zones.some((zone) => textWidth(zone.name) > 9 || textWidth(zone.phrases.join("・")) > 14);
  for (const [index, zone] of block.zones.entries()) addZone(sheet, block, zone, { index, x: x(index), width, long });
}

function addZone(sheet: Sheet, { zones, step }: BlockOf<"zones">, zone: Zone, { index, x, width, long }: { readonly index: number; readonly x: number; readonly width: number; readonly long: boolean }): void {
  const bare = sheet.scene.theme.motif === "none";
  const many = zones.length >= 4;
  const moon = zones.length === 5 ? 300 : 360;
  if (!bare) addArt(sheet, "art-zone", { x: x + (width - moon) / 2, y: 320 + (zones.length === 5 ? 30 : 0), width: moon, height: (moon * 352) / 360 }, index);
  const name = long ? (zones.length === 5 ? 38 : 44) : zones.length === 5 ? 44 : many ? 56 : 76;
  if (bare) return bareZone(sheet, zone, { x, width, count: zones.length, name, where: long ? 32 : 40 }, step);
  const phrase = long ? 32 : many ? 36 : 44;
  const where: readonly Paragraph[] = zone.where === "" ? [] : [{ align: "ctr", runs: textRuns(zone.where, { size: long ? 32 : 40, ink: "muted", face: "sans" }) }];
  const title: Paragraph = { align: "ctr", runs: plainHeadline(sheet, zone.name, name, width, { size: name, ink: "text", bold: true, face: "serif" }), before: 8, line: { percent: 90 } };
  const style = { size: phrase, ink: "text", face: "sans" } as const;
  const joined: readonly Run[] = zone.phrases.flatMap((text, place) => [...(place === 0 ? [] : textRuns(" · ", { ...style, ink: "accent", bold: true })), ...textRuns(text, style)]);
  const phrases: readonly Paragraph[] = zone.phrases.length === 0 ? [] : [{ align: "ctr", runs: joined, before: 12 }];
  addText(sheet, zone.name, { x, y: zone.where === "" ? 740 : 692, width, height: 290 }, { paragraphs: [...where, title, ...phrases] }, step);
}

/** One vessel of water for each stage, at the head of its projects. */
export function projectsSlide(sheet: Sheet): void {
  const { blocks } = sheet.scene.slide;
  const [block] = blocksOf(blocks, "projects");
  const rest = blocks.filter((other) => other !== block);
  if (block === undefined) return standingHead(sheet, "", rest);
  const columns = block.groups.reduce((sum, group) => sum + group.columns, 0);
  const { width } = columnsOf(columns);
  if (block.dense) {
    const top = addWideHead(sheet, rest, 36);
    addNote(sheet, block.note);
    let before = 0;
    for (const [index, group] of block.groups.entries()) {
      addDenseGroup(sheet, block, group, index, { x: 112 + before * (width + 32), width: width * group.columns + 32 * (group.columns - 1), top });
      before += group.columns;
    }
    return;
  }
  standingHead(sheet, block.note, rest);
  let before = 0;
  for (const [index, group] of block.groups.entries()) {
    const x = 112 + before * (width + 32);
    before += group.columns;
    addArt(sheet, "art-level", { x: x - 4, y: 260, width: 240, height: 240 }, index);
    const [title, item, pitch] = columns >= 6 ? [52, 40, 52] : columns === 5 ? [52, 44, 56] : columns === 4 ? [72, 52, 66] : [76, 56, 70];
    const head: Paragraph = { runs: plainHeadline(sheet, group.title, title, width, { size: title, ink: "text", bold: true, face: "serif" }), line: { percent: 88 } };
    const caption: readonly Paragraph[] = group.caption === "" ? [] : [{ runs: textRuns(group.caption, { size: columns >= 5 ? 36 : 44, ink: "muted", face: "sans" }) }];
    const projects = group.projects.map((project, place): Paragraph => ({ runs: projectRuns(project, group, item), before: place === 0 ? 14 : 0, line: { pixels: pitch } }));
    addText(sheet, group.title, { x, y: 514, width, height: 470 }, { paragraphs: [head, ...caption, ...projects] }, block.step);
  }
}

function addDenseGroup(sheet: Sheet, block: BlockOf<"projects">, group: ProjectGroup, index: number, { x, width, top }: { readonly x: number; readonly width: number; readonly top: number }): void {
  addRule(sheet, x, top, width, "text", 3);
  addArt(sheet, "art-level", { x, y: top + 20, width: 84, height: 84 }, index);
  const head: Paragraph = { runs: textRuns(group.title, { size: 56, ink: "text", bold: true, face: "serif" }), line: { percent: 88 } };
  const caption: readonly Paragraph[] = group.caption === "" ? [] : [{ runs: textRuns(group.caption, { size: 36, ink: "muted", face: "sans" }) }];
  addText(sheet, group.title, { x: x + 108, y: top + 14, width: width - 108, height: 100 }, { anchor: "ctr", paragraphs: [head, ...caption] }, block.step);
  const [item, pitch] = block.small ? [36, 50] : [44, 60];
  const projects = group.projects.map((project): Paragraph => ({ runs: projectRuns(project, group, item), line: { pixels: pitch } }));
  addText(sheet, group.title, { x, y: top + 124, width, height: 984 - top - 124 }, { paragraphs: projects, ...(group.columns > 1 ? { columns: { count: group.columns, gap: 32 } } : {}) }, block.step);
}

/** A project with whatever its group's head does not already say. */
function projectRuns(project: Project, { title, caption }: ProjectGroup, size: number): readonly Run[] {
  const head = `${title} ${caption}`;
  const small = { size: Math.max(32, 0.7 * size), ink: "muted", face: "sans" } as const;
  const role = project.role === "配合" && !head.includes(project.role) ? textRuns(` [${project.role}]`, small) : [];
  const due = project.due === null || head.includes(project.due) ? [] : textRuns(` ${project.due}`, small);
  return [...textRuns(project.name, { size, ink: "text", face: "sans" }), ...role, ...due];
}

/** Dates above the line, events below it; many or long ones in two columns. */
export function timelineSlide(sheet: Sheet): void {
  const { slide, theme, settings } = sheet.scene;
  const [block] = blocksOf(slide.blocks, "timeline");
  const rest = slide.blocks.filter((other) => other !== block);
  if (block === undefined) return standingHead(sheet, "", rest);
  if (!block.open) return longTimeline(sheet, block, rest);
  standingHead(sheet, "", rest);
  const count = block.entries.length;
  const { width, x } = columnsOf(count);
  if (theme.motif === "none") addRule(sheet, 112, 520, 1696, "line", 4);
  const many = count >= 5;
  const brief = isBrief(block.entries);
  const when = many || !hasShortTimes(block.entries) ? 44 : settings.lang === "en" ? 48 : 60;
  for (const [index, entry] of block.entries.entries()) {
    addText(sheet, entry.when, { x: x(index), y: 410, width: width + 30, height: 84 }, { anchor: "ctr", paragraphs: [{ runs: textRuns(entry.when, { size: when, ink: "muted", bold: true, face: "numeral" }) }] }, block.step);
    addShape(sheet, { name: entry.when, decorative: true, box: { x: x(index), y: 505, width: 30, height: 30 }, preset: "ellipse", fill: solid(index === count - 1 ? "text" : "ground"), line: outlineOf(4, solid("text")) }, block.step);
    addText(sheet, entry.title, { x: x(index), y: 576, width, height: 400 }, { paragraphs: entryParagraphs(sheet, entry, many ? 44 : brief ? 76 : 56, brief ? 52 : many ? 36 : 44, width) }, block.step);
  }
}

function entryParagraphs(sheet: Sheet, entry: TimelineEntry, title: number, text: number, width: number): readonly Paragraph[] {
  const head: Paragraph = { runs: plainHeadline(sheet, entry.title, title, width, { size: title, ink: "text", bold: true, face: "serif" }), line: { pixels: title * 1.25 } };
  return entry.text === "" ? [head] : [head, { runs: textRuns(entry.text, { size: text, ink: "muted", face: "sans" }), before: 12, line: { pixels: text * 1.35 } }];
}

function longTimeline(sheet: Sheet, block: BlockOf<"timeline">, rest: readonly Block[]): void {
  const top = addWideHead(sheet, rest, 36);
  const rows = Math.ceil(block.entries.length / 2);
  const pitch = Math.min(260, (968 - top) / rows);
  for (const [index, entry] of block.entries.entries()) {
    const [x, y] = [112 + (index % 2) * 880, top + Math.floor(index / 2) * pitch];
    addRule(sheet, x, y, 816, "text", 2);
    addText(sheet, entry.when, { x, y: y + 14, width: 260, height: pitch - 24 }, { paragraphs: [{ runs: textRuns(entry.when, { size: 40, ink: "muted", bold: true, face: "numeral" }), line: { pixels: 52 } }] }, block.step);
    addText(sheet, entry.title, { x: x + 284, y: y + 14, width: 532, height: pitch - 24 }, { paragraphs: entryParagraphs(sheet, entry, 40, 32, 532) }, block.step);
  }
}
