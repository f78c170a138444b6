/** Tells where a long page may be cut, and what it says in words. Bundled as one classic script. */
import type { LongMeasure, LongPart } from "../model/long-page.ts";

/** A gap must have this height to be cut, in CSS pixels. */
const LEAST_GAP = 6;
const BLOCK = /^(?:block|flex|grid|list-item|table|table-row|flow-root)$/;

declare global {
  interface Window {
    /** Measures the page when its fonts and pictures are there. Its parts then have whole heights. */
    measureLong?: () => Promise<LongMeasure>;
  }
}

window.measureLong = async () => {
  await Promise.all([...document.fonts].map((font) => font.load()));
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  const parts = [...document.querySelectorAll<HTMLElement>(".long-page > .slide")];
  // A cut through half a pixel would show as a line between two pictures.
  for (const part of parts) part.style.height = `${Math.ceil(part.getBoundingClientRect().height)}px`;
  return { height: Math.ceil(document.documentElement.getBoundingClientRect().height), parts: parts.map(measurePart) };
};

function measurePart(part: HTMLElement): LongPart {
  const { top, bottom } = part.getBoundingClientRect();
  return { top: top + scrollY, bottom: bottom + scrollY, gaps: gapsOf(part), text: textOf(part) };
}

/** Middles of the stretches that nothing crosses. */
function gapsOf(part: HTMLElement): number[] {
  const boxes = [...boxesIn(part)].sort((a, b) => a.top - b.top);
  const gaps: number[] = [];
  let end = part.getBoundingClientRect().top;
  for (const { top, bottom } of boxes) {
    if (top - end >= LEAST_GAP) gaps.push(Math.round((top + end) / 2 + scrollY));
    end = Math.max(end, bottom);
  }
  return gaps;
}

/** Boxes of all lines of text, pictures and drawings. */
function boxesIn(part: HTMLElement): readonly DOMRect[] {
  const boxes: DOMRect[] = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof SVGSVGElement || node instanceof HTMLImageElement) boxes.push(node.getBoundingClientRect());
    else if (node instanceof Text && node.data.trim() !== "" && node.parentElement?.closest("svg") === null) {
      const range = document.createRange();
      range.selectNodeContents(node);
      boxes.push(...range.getClientRects());
    }
  }
  return boxes.filter(({ width, height }) => width > 1 && height > 1);
}

/** The words of a part, a line for each block, as a screen reader would say them. */
function textOf(part: HTMLElement): string {
  let text = "";
  const visit = (node: Node): void => {
    if (node instanceof Text) text += node.data.replace(/\s+/g, " ");
    else if (node instanceof SVGElement) text += node.getAttribute("role") === "img" ? `\n${nameOf(node)}\n` : "";
    else if (node instanceof HTMLImageElement) text += node.alt === "" ? "" : `\n${node.alt}\n`;
    else if (node instanceof HTMLElement) visitElement(node);
  };
  const visitElement = (element: HTMLElement): void => {
    const { display } = getComputedStyle(element);
    if (element.getAttribute("aria-hidden") === "true" || display === "none" || element.matches(".chart-data")) return;
    // A figure is one word: number and unit are apart on the page only to stand on one line.
    const edge = element.closest("data") !== null ? "" : BLOCK.test(display) || element.tagName === "BR" ? "\n" : /^table-cell$/.test(display) ? " " : "";
    text += edge;
    element.childNodes.forEach(visit);
    text += edge;
  };
  visit(part);
  return text.replace(/ *\n */g, "\n").replace(/\n{2,}/g, "\n").replace(/ {2,}/g, " ").trim();
}

/** Title and description of a drawing; one that is hidden has given its name to the drawing after it. */
function nameOf(drawing: SVGElement): string {
  if (getComputedStyle(drawing).display === "none") return "";
  const ids = drawing.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const words = ids.map((id) => document.getElementById(id)?.textContent?.trim() ?? "").filter((word) => word !== "");
  return words.length === 0 ? (drawing.getAttribute("aria-label") ?? "") : words.join("\n");
}
