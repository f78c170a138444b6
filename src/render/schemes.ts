/** Blocks that stand on the waterline: zones, projects by stage, a timeline. */
import { goesOn, type BlockOf, type ProjectGroup, type TimelineEntry, type Zone } from "../model/deck.ts";
import type { Project, Stage } from "../model/indicator.ts";
import { hasShortTimes, isBrief } from "../model/timeline-plan.ts";
import { textWidth } from "../model/text-width.ts";
import { waterLevelArt } from "./art/marks.ts";
import { zoneArt } from "./art/zone.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderText } from "./inlines.ts";
import { withStep, type Scene } from "./scene.ts";

/** Water level of each stage: it marks a stage, not a percentage (the slide says so). */
export const WATER: Readonly<Record<Stage, number>> = { 争取: 0, 启动: 0.2, 开工: 0.4, 建设: 0.6, 投产: 0.8, 交付: 1 };

/** Columns side by side; more than eight wrap in rows of eight. */
function columnsClass(count: number): string {
  return `cols-${Math.max(1, Math.min(8, count))}`;
}

/** A head that goes on from an earlier slide is none of its own, so that bookmarks have it once. */
function heading(scene: Scene, className: string, text: string): string {
  return element(goesOn(scene.slide) && text.endsWith(scene.words.continued) ? "p" : `h${scene.level + 1}`, { class: className }, renderText(text, scene.setting));
}

export function renderZones(block: BlockOf<"zones">, scene: Scene): string {
  const zones = block.zones.map((zone) => renderZone(zone, scene));
  const long = block.zones.some((zone) => textWidth(zone.name) > LONG_NAME || textWidth(zone.phrases.join("・")) > LONG_PHRASES);
  return element("ul", withStep(block.step, scene, { class: classes("zones", columnsClass(zones.length), long && "zones-long") }), zones.join(""));
}

/** Widest name and phrases of a zone, in em, in the large type. */
const LONG_NAME = 9;
const LONG_PHRASES = 14;

function renderZone(zone: Zone, scene: Scene): string {
  const where = zone.where === "" ? "" : element("p", { class: "where" }, escapeHtml(zone.where));
  const phrases = zone.phrases.map((phrase) => element("li", {}, renderText(phrase, scene.setting)));
  const list = phrases.length === 0 ? "" : element("ul", { class: "phrases" }, phrases.join(""));
  const art = scene.theme.motif === "none" ? "" : zoneArt(zone.symbol);
  return element("li", { class: "zone" }, art + where + heading(scene, "zone-name", zone.name) + list);
}

export function renderProjects(block: BlockOf<"projects">, scene: Scene): string {
  const groups = block.groups.map((group) => renderGroup(group, scene));
  const columns = block.groups.reduce((sum, group) => sum + group.columns, 0);
  return element("ul", withStep(block.step, scene, { class: classes("stages", columnsClass(columns), block.dense && "stages-dense", block.small && "stages-small") }), groups.join(""));
}

function renderGroup(group: ProjectGroup, scene: Scene): string {
  const caption = group.caption === "" ? "" : element("p", { class: "caption" }, renderText(group.caption, scene.setting));
  const projects = group.projects.map((project) => renderProject(project, `${group.title} ${group.caption}`, scene));
  const list = projects.length === 0 ? "" : element("ul", { class: "projects" }, projects.join(""));
  return element("li", { class: classes("stage", group.columns > 1 && `stage-${group.columns}`) }, waterLevelArt(WATER[group.status]) + heading(scene, "stage-title", group.title) + caption + list);
}

/** A project with whatever its group's head does not already say. */
function renderProject(project: Project, head: string, scene: Scene): string {
  const role = project.role === "配合" && !head.includes(project.role) ? ` ${element("span", { class: "tag" }, escapeHtml(project.role))}` : "";
  const due = project.due === null || head.includes(project.due) ? "" : ` ${element("span", { class: "due" }, escapeHtml(project.due))}`;
  const name = renderText(project.name, scene.alone);
  // A box of its own goes to a further line only as a whole: what follows breaks away before the name does.
  return element("li", {}, role + due === "" ? name : element("span", { class: "project-name" }, name) + role + due);
}

export function renderTimeline(block: BlockOf<"timeline">, scene: Scene): string {
  const entries = block.entries.map((entry) => renderEntry(entry, scene));
  const form = block.open ? columnsClass(entries.length) : "timeline-long";
  return element("ol", withStep(block.step, scene, { class: classes("timeline", form, block.open && !hasShortTimes(block.entries) && "when-small", block.open && isBrief(block.entries) && "timeline-brief") }), entries.join(""));
}

function renderEntry(entry: TimelineEntry, scene: Scene): string {
  const text = entry.text === "" ? "" : element("p", { class: "text" }, renderText(entry.text, scene.setting));
  return element("li", { class: "entry" }, element("p", { class: "when" }, escapeHtml(entry.when)) + heading(scene, "entry-title", entry.title) + text);
}
