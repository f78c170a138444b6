/** Reads Markdown for tests and writes the result in short notation. */
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Block, Inline, ListItem, Section, Settings, Slide } from "../../src/model/deck.ts";
import type { ImageFile } from "../../src/model/sources.ts";
import type { Span } from "../../src/model/span.ts";
import { parseSections } from "../../src/parse/sections.ts";
import { collector, contextOf } from "./bench.ts";

const TABLES = {
  indicators: "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\nrevenue,财政收入,亿元,flow\n",
  observations: "indicator,period,value,growth\ngdp,2021,148,11.6%\nrevenue,2021,20.47,近9%\n",
};

const picture = (path: string, size: ImageFile["size"]): [string, ImageFile] => [path, { path, size, hash: path }];
const IMAGES = new Map([
  picture("images/bridge.jpg", { width: 1600, height: 900, format: "jpeg" }),
  picture("images/古 镇.png", { width: 10, height: 20, format: "png" }),
  picture("slides/local.svg", { width: 5, height: 5, format: "svg" }),
  picture("images/broken.jpg", null),
]);

const CONTEXT = contextOf(TABLES);

export interface Reading {
  readonly sections: readonly Section[];
  /** Slides of all sections. */
  readonly slides: readonly Slide[];
  readonly diagnostics: readonly Diagnostic[];
  /** `line:column-endColumn code` of each, without the file if there is only one. */
  readonly complaints: readonly string[];
}

/** Reads files by name (`10-a`), or a single text as slides/10-a.md. */
export function readMarkdown(files: string | Readonly<Record<string, string>>, changes: Partial<Settings> = {}): Reading {
  const { report, diagnostics } = collector();
  const context = { ...CONTEXT, settings: { ...CONTEXT.settings, ...changes }, images: IMAGES, report };
  const named = typeof files === "string" ? { "10-a": files } : files;
  const sources = Object.entries(named).map(([name, text]) => ({ path: `slides/${name}.md`, text }));
  const sections = parseSections(sources, context);
  const complaints = diagnostics.map(({ code, span }) => `${span === null ? "" : `${typeof files === "string" ? "" : `${span.file}:`}${place(span)} `}${code}`);
  return { sections, slides: sections.flatMap(({ slides }) => slides), diagnostics, complaints };
}

/** `line:column-endColumn`, with the end line if it differs. */
export function place(span: Span): string {
  return `${span.line}:${span.column}-${span.endLine === span.line ? "" : `${span.endLine}:`}${span.endColumn}`;
}

/** The only slide of a text for which nothing was reported. */
export function readSlide(text: string, changes: Partial<Settings> = {}): Slide {
  const { slides, complaints } = readMarkdown(text, changes);
  if (slides.length !== 1 || complaints.length > 0) throw new Error(JSON.stringify({ slides: slides.length, complaints }));
  return slides[0]!;
}

/** Inline content in signs that Markdown does not use: `⟦strong⟧`, `⟨emphasis⟩`, `⟪deleted⟫`, `‹code›`, `[text→href]`, `{figure}`, `⏎`, `<html>`. */
export function notation(inlines: readonly Inline[]): string {
  return inlines.map(inlineNotation).join("");
}

function inlineNotation(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return inline.text;
    case "strong":
      return `⟦${notation(inline.children)}⟧`;
    case "emphasis":
      return `⟨${notation(inline.children)}⟩`;
    case "deleted":
      return `⟪${notation(inline.children)}⟫`;
    case "code":
      return `‹${inline.text}›`;
    case "link":
      return `[${notation(inline.children)}→${inline.href}]`;
    case "break":
      return "⏎";
    case "figure":
      return `{${inline.text}}`;
    case "html":
      return `<${inline.html}>`;
  }
}

/** Blocks, one a line: content is indented, steps are `@1`. */
export function outline(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => [`${blockNotation(block)}${step(block)}`, ...inside(block).map((line) => `  ${line}`)]);
}

function step(part: Block | ListItem): string {
  return part.step === null ? "" : ` @${part.step}`;
}

function blockNotation(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return `p ${notation(block.inlines)}`;
    case "card":
      return `card ${notation(block.title)}`;
    case "list":
      return block.ordered ? "ol" : "ul";
    case "table":
      return `table ${block.align.map((align) => align?.charAt(0) ?? "-").join("")}`;
    case "image":
      return `image ${block.file} ${block.width}x${block.height} ${block.alt}`;
    case "code":
      return `code ${block.language} ${JSON.stringify(block.text)}`;
    case "html":
      return `html ${block.html}`;
    case "quote":
    case "chart":
    case "figures":
    case "targets":
    case "zones":
    case "projects":
    case "photos":
    case "units":
    case "review":
    case "timeline":
      return block.type;
  }
}

function inside(block: Block): string[] {
  if (block.type === "list") return block.items.flatMap((item) => [`- ${notation(item.inlines)}${step(item)}`, ...outline(item.blocks).map((line) => `  ${line}`)]);
  if (block.type === "table") return [block.head, ...block.rows].map((row) => row.map(notation).join(" | "));
  return "blocks" in block ? outline(block.blocks) : [];
}

/** Every inline of a slide with its span, in order, nested ones after their parents. */
export function everyInline(slide: Slide): Inline[] {
  return [...slide.title.flatMap(withChildren), ...[...slide.blocks, ...slide.notes].flatMap(inlinesOf)];
}

function withChildren(inline: Inline): Inline[] {
  return [inline, ...("children" in inline ? inline.children.flatMap(withChildren) : [])];
}

function inlinesOf(block: Block): Inline[] {
  if (block.type === "paragraph") return block.inlines.flatMap(withChildren);
  if (block.type === "card") return [...block.title.flatMap(withChildren), ...block.blocks.flatMap(inlinesOf)];
  if (block.type === "quote") return block.blocks.flatMap(inlinesOf);
  if (block.type === "table") return [block.head, ...block.rows].flat(2).flatMap(withChildren);
  return block.type === "list" ? block.items.flatMap((item) => [...item.inlines.flatMap(withChildren), ...item.blocks.flatMap(inlinesOf)]) : [];
}

/** The part of a text that a span covers. */
export function sourceOf(text: string, span: Span): string {
  const starts = [0];
  for (const line of text.split("\n")) starts.push(starts.at(-1)! + line.length + 1);
  return text.slice(starts[span.line - 1]! + span.column - 1, starts[span.endLine - 1]! + span.endColumn - 1);
}
