/** Reads a presentation back before it is written: nothing lost, every reference leads somewhere, and nothing that PowerPoint is known to repair. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import { pptxNotWhole, pptxTextLost } from "../../diagnostics/messages/presentation.ts";
import type { StagedSlide } from "../../render/render-deck.ts";
import { openPackage, type OfficePackage } from "../open-package.ts";
import { elementsOf, readXml } from "../read-xml.ts";
import { expectedWords, lettersOf } from "./expected-words.ts";
import { noteParagraphs } from "./notes.ts";
import { readSlides, type ReadSlide } from "./read-pptx.ts";

/** Reports each fault once. `file` is the name that the office sees. */
export function checkPptx(file: string, bytes: Uint8Array, staged: readonly StagedSlide[], notes: boolean, report: Report): void {
  const opened = openPackage(bytes);
  for (const fault of packageFaults(opened)) report(pptxNotWhole(file, fault));
  const slides = readSlides(opened);
  if (slides.length !== staged.length) report(pptxNotWhole(file, `${slides.length} ≠ ${staged.length}`));
  for (const [index, { scene }] of staged.entries()) {
    const slide = slides[index];
    if (slide === undefined) continue;
    for (const fault of slideFaults(slide)) report(pptxNotWhole(file, fault));
    const shown = lettersOf(slide.shapes.flatMap(({ words }) => words).join(""));
    const lost = expectedWords(scene.slide, scene.words).find((text) => !shown.includes(lettersOf(text)));
    const said = lettersOf(slide.notes.join(""));
    const unsaid = notes ? noteParagraphs(scene.slide.notes).find((text) => !said.includes(lettersOf(text))) : undefined;
    const missing = lost ?? unsaid;
    if (missing !== undefined) report(pptxTextLost(file, scene.slide.span, index + 1, missing));
  }
}

/** Ids are numbers, each once; every slide has a title. */
function slideFaults({ path, shapes }: ReadSlide): readonly string[] {
  const ids = shapes.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index || !/^[1-9]\d*$/.test(id));
  const titled = shapes.some(({ place, words }) => (place === "title" || place === "ctrTitle") && words.some((text) => text !== ""));
  return [...(twice === undefined ? [] : [`${path}: id ${twice}`]), ...(titled ? [] : [`${path}: no title`])];
}

/** Looked for first: it is much faster than the pattern that has it in an attribute. */
const NO_NUMBER = /NaN|Infinity|undefined|null/;
/** As a whole attribute but a name, or as the number of a cell: words of the report may well be these, and their quotes are escaped. */
const BROKEN_NUMBER = / (?!name=|descr=|char=|typeface=)[\w:]+="-?(?:NaN|Infinity|undefined|null)"|formatCode="[^"]*"><c:v>-?(?:NaN|Infinity|undefined|null)</;
/** What PowerPoint was seen to repair although the schema allows it, and numbers that are none. */
const TRIGGERS: readonly (readonly [RegExp, string])[] = [
  [/<p:bldLst\/>/, "empty p:bldLst"], [/<a:pPr\/>/, "empty a:pPr"], [/<a:t\/>|<a:t><\/a:t>/, "empty a:t"],
  [/<p:txBody>(?:(?!<a:p[ />]).)*<\/p:txBody>/s, "p:txBody without a:p"], [/ prst="oval"/, "prst oval"], [/<a:ext cx="-/, "negative size"],
];

/** The end of an attribute up to the point of its number. */
const FRACTION = / (?:x|y|cx|cy|w|h|sz|marL|indent)="-?\d*$/;

/** Whether a length is no whole number. Points are rare in a slide, lengths are not. */
function hasFraction(text: string): boolean {
  for (let at = text.indexOf("."); at !== -1; at = text.indexOf(".", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next >= 48 && next <= 57 && FRACTION.test(text.slice(Math.max(0, at - 24), at))) return true;
  }
  return false;
}

function packageFaults(opened: OfficePackage): readonly string[] {
  const types = opened.text("/[Content_Types].xml");
  const listed = types === null ? [] : elementsOf(readXml(types));
  const named = new Set(listed.flatMap(({ attributes }) => attributes["PartName"] ?? []));
  const extensions = new Set(listed.flatMap(({ attributes }) => attributes["Extension"] ?? []));
  const faults: string[] = [...named].filter((name) => !opened.names.has(name));
  for (const name of opened.names) {
    if (!named.has(name) && !extensions.has(name.slice(name.lastIndexOf(".") + 1))) faults.push(`${name}: no type`);
    if (name.endsWith(".rels") || !name.endsWith(".xml")) continue;
    faults.push(...[...opened.relations(name).values()].filter(({ target, external }) => !external && !opened.names.has(target)).map(({ target }) => `${name} → ${target}`));
    const text = opened.text(name) ?? "";
    if (NO_NUMBER.test(text) && BROKEN_NUMBER.test(text)) faults.push(`${name}: NaN`);
    if (hasFraction(text)) faults.push(`${name}: fraction`);
    faults.push(...TRIGGERS.filter(([pattern]) => pattern.test(text)).map(([, fault]) => `${name}: ${fault}`));
  }
  return faults;
}
