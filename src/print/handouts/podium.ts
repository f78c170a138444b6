/** notes.pdf: the speaker's text in large type, with the slides in the margin and the start and end of each section. */
import { wordsOf } from "../../model/words.ts";
import { element, escapeHtml } from "../../render/html.ts";
import type { RenderedSlide } from "../../render/rendered.ts";
import type { Composition, PrintedDocument, PrintMaterial } from "./document.ts";
import { A4, CORE, MARGIN, PODIUM, POINT, slideHeight } from "./geometry.ts";
import { countLines } from "./pack-pages.ts";
import { composeSheets, renderNotes, renderNumber, renderSpokenSlide, sectionOf } from "./pieces.ts";
import { markSentences } from "./sentences.ts";
import { planTimes, type SectionTime } from "./times.ts";

const INDENT = PODIUM.slide + PODIUM.beside;
const ASIDE = slideHeight(PODIUM.slide) + PODIUM.number;
/** Characters per line, and lines per page. */
const CHARACTERS = (CORE.width - INDENT) / (PODIUM.type * POINT);
const LINES = CORE.height / (PODIUM.line * POINT);
/** The slide stands in the flow but gives its height back, so that the words beside it begin on the slide's page. */
const CSS = `
.opens { display: flex; position: relative; align-items: baseline; margin-bottom: 8mm; padding-left: ${INDENT}mm; break-after: avoid }
.talk + .opens { margin-top: ${2 * PODIUM.next}mm }
.opens .from { position: absolute; left: 0; font: 500 15pt/1 var(--numeral) }
.opens .opens-name { margin-right: 1em; font: 900 20pt/1.3 var(--serif) }
.opens .takes { color: var(--ink2); font-size: 10.5pt; white-space: nowrap }
.talk { display: flow-root; min-height: ${ASIDE}mm; padding-left: ${INDENT}mm }
.talk > .aside { width: ${PODIUM.slide}mm; height: ${ASIDE}mm; margin: 0 0 -${ASIDE}mm -${INDENT}mm; contain: size; break-inside: avoid; break-after: avoid }
.talk .number-of { margin-top: 2mm; color: var(--ink2); font-size: 12pt }
.talk + .talk { margin-top: ${PODIUM.next}mm }
.talk .spoken { font-size: ${PODIUM.type}pt; line-height: ${PODIUM.line}pt }
.talk .spoken > :first-child { margin-top: -1.4mm }
.talk .spoken > * + * { margin-top: ${PODIUM.paragraph}mm }
.said { display: block; break-inside: avoid; text-wrap: pretty }
.spoken li { break-inside: avoid }
`;

export const PODIUM_NOTES: PrintedDocument = { name: "notes", paper: A4, running: MARGIN, slide: PODIUM.slide, scale: 1, fonts: "notes", compose };

/** Numbered sections begin a page; neighbours without a number, such as cover and agenda, share one. */
function compose(material: PrintMaterial): Composition {
  const { sections, slides } = material.deck;
  const times = planTimes(sections);
  const sheets: { section: number; html: string }[] = [];
  let open = false;
  for (const [index, section] of sections.entries()) {
    const own = slides.filter((slide) => slide.section === index);
    if (own.length === 0) continue;
    const html = renderPart(material, index, times[index] ?? null) + own.map((slide) => renderEntry(slide, material)).join("");
    const last = sheets.at(-1);
    if (open && section.number === null && last !== undefined) last.html += html;
    else sheets.push({ section: sectionOf(own, material), html });
    open = section.number === null;
  }
  return composeSheets(material, sheets, PODIUM.slide, CSS, null);
}

/** What opens a section: its name and its time, as far as they are known. */
function renderPart({ deck }: PrintMaterial, index: number, time: SectionTime | null): string {
  const words = wordsOf(deck.lang);
  const section = deck.sections[index];
  const name = section === undefined || section.number === null ? "" : element("span", { class: "opens-name" }, escapeHtml(`${words.ordinal(section.number)}　${section.title}`));
  const takes = time === null ? "" : element("span", { class: "takes" }, escapeHtml(words.minutes(time.minutes)));
  const from = time === null || time.range === null ? "" : element("span", { class: "from" }, time.range.join("—"));
  return name + takes + from === "" ? "" : element("p", { class: "opens" }, from + name + takes);
}

function renderEntry(slide: RenderedSlide, material: PrintMaterial): string {
  const { lang } = material.deck;
  const spoken = slide.notes === "" ? "" : markSentences(slide.notes, lang);
  const aside = element("div", { class: "aside" }, renderSpokenSlide(slide, lang) + renderNumber(slide, lang));
  return element("div", { class: "talk" }, aside + renderNotes(slide, spoken, lang, countLines(slide.notes, CHARACTERS) > LINES));
}
