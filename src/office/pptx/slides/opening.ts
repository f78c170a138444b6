/** Cover, agenda, dividers and the closing slide. */
import { plainText } from "../../../model/plain-text.ts";
import { textWidth } from "../../../model/text-width.ts";
import { titleOr } from "../../../render/head.ts";
import { AGENDA_TITLE } from "../../../render/layouts/agenda.ts";
import { CLOSING_TITLE } from "../../../render/layouts/closing.ts";
import { COVER_TITLE, findSeal } from "../../../render/layouts/cover.ts";
import { SECTION_TITLE } from "../../../render/layouts/section.ts";
import { contrastRatio } from "../../../model/contrast.ts";
import { colourOf, solid } from "../../ink.ts";
import { addKicker, addTitle, paragraphsOf } from "../head.ts";
import { INDEX } from "../layout-specs.ts";
import { outlineOf } from "../shapes.ts";
import { addArt, addShape, addText, addThemeShapes, fillPlace, linkTo, plainHeadline, headlineRuns, type Sheet } from "../sheet.ts";
import { textRuns, type Paragraph } from "../text.ts";


/** The red seal with the two characters of a place's name: a shape with text. */
function addSeal(sheet: Sheet, x: number, y: number): boolean {
  const { settings, theme } = sheet.scene;
  const text = findSeal(settings.organisation);
  if (text === null || theme.motif === "none") return false;
  const deep = sheet.ground === "deep";
  const fill = `<a:solidFill>${colourOf(deep ? "seal-deep" : "seal", theme)}</a:solidFill>`;
  // On a light seal, as on gold, the characters are dark.
  const ink = deep && contrastRatio(theme.colours["seal-deep"], theme.colours["on-deep"]) < 2 ? "deep" : "on-deep";
  const paragraphs = [...text].map((character) => ({ align: "ctr" as const, line: { pixels: 46 }, runs: textRuns(character, { size: 44, ink, bold: true, face: "serif" }) }));
  addShape(sheet, { name: settings.lang === "en" ? "Seal" : "印章", decorative: true, box: { x, y, width: 72, height: 112 }, fill, text: { anchor: "ctr", paragraphs } });
  return true;
}

export function coverSlide(sheet: Sheet): void {
  const { scene } = sheet;
  const { settings, words } = scene;
  const title = titleOr(scene, settings.title);
  const tracking = { size: 56, tracking: settings.lang === "en" ? 0 : 0.2 };
  fillPlace(sheet, INDEX.body, [{ runs: textRuns(settings.organisation, tracking) }]);
  const form = addTitle(sheet, { sizes: COVER_TITLE, pixels: [192, 144, 112, 88], inlines: title });
  const facts = [settings.meeting, settings.speaker].filter((fact) => fact !== null);
  const top = 176 + form.height * 0.94 + 30;
  const sealed = addSeal(sheet, 112, top);
  const wide = form.lines > 1;
  if (facts.length > 0) {
    fillPlace(sheet, INDEX.second, facts.map((fact) => ({ runs: plainHeadline(sheet, fact, 36, wide ? 1000 : 500) })), { x: sealed ? 224 : 112, y: top, width: wide ? 1000 : 500, height: 118 });
  }
  const year = words.coverPeriod(settings.plan ?? settings.period);
  if (settings.lang === "en") addText(sheet, "Period", { x: 1308, y: 98, width: 500, height: 60 }, { paragraphs: [{ align: "r", runs: textRuns(year, { size: 48, bold: true, face: "serif", ink: "text" }) }] });
  else fillPlace(sheet, INDEX.kicker, [{ runs: textRuns(year, {}) }]);
}

export function sectionSlide(sheet: Sheet): void {
  const { scene } = sheet;
  const { number } = scene.section;
  if (scene.theme.motif !== "none") addArt(sheet, "art-section", { x: 0, y: 0, width: 1920, height: 1080 });
  addThemeShapes(sheet, "section");
  addKicker(sheet, scene.slide.kicker === "" && number !== null ? scene.words.part(number) : scene.slide.kicker);
  const form = addTitle(sheet, { sizes: SECTION_TITLE, pixels: [136, 112, 92, 76] });
  const paragraphs = paragraphsOf(sheet, scene.slide.blocks);
  if (paragraphs.length > 0) fillPlace(sheet, INDEX.body, paragraphs, { x: 112, y: 172 + form.height + 32, width: 700, height: 160 });
}

export function closingSlide(sheet: Sheet): void {
  const form = addTitle(sheet, { sizes: CLOSING_TITLE, pixels: [128, 96, 76] });
  const paragraphs = paragraphsOf(sheet, sheet.scene.slide.blocks);
  if (paragraphs.length > 0) fillPlace(sheet, INDEX.body, paragraphs, { x: 112, y: 92 + form.height + 32, width: 1500, height: 120 });
  addSeal(sheet, 1736, 112);
}

/** Sizes of names in pixels, and the room for a row's name without and with a bridge beside it. */
const NAMES = [104, 96, 84, 72, 64, 56, 48, 44] as const;
const ROWS = { x: 712, top: 72, height: 932, right: 1832 } as const;

export function agendaSlide(sheet: Sheet): void {
  const { agenda, words, theme } = sheet.scene;
  addKicker(sheet);
  addTitle(sheet, { sizes: AGENDA_TITLE, pixels: [132, 104, 80], inlines: titleOr(sheet.scene, words.agenda) });
  if (agenda.length === 0) return;
  const columns = agenda.length > 8 ? 2 : 1;
  const bridges = columns === 1 && agenda.length <= 6 && theme.motif !== "none";
  const rows = Math.ceil(agenda.length / columns);
  const pitch = ROWS.height / rows;
  const width = columns === 2 ? 536 : bridges ? 672 : 910;
  const fits = (size: number): boolean => agenda.every(({ section }) => Math.ceil((textWidth(plainText(section.title).replaceAll("\n", "")) * size * 1.04) / width) * size * 1.16 + 16 <= pitch);
  const size = columns === 2 ? 44 : (NAMES.find(fits) ?? 44);
  for (const [index, entry] of agenda.entries()) {
    const column = Math.floor(index / rows);
    const [x, y] = [ROWS.x + column * 584, ROWS.top + (index % rows) * pitch];
    if (index % rows > 0) addRule(sheet, x, y, columns === 2 ? 536 : ROWS.right - x);
    const link = linkTo(sheet, `#${entry.target}`);
    const part = textRuns(words.part(entry.number), { size: columns === 2 ? 32 : 40, ink: "muted", face: "sans" });
    const title = entry.section.title.filter((inline) => inline.type !== "break");
    const name = headlineRuns(sheet, title, size, width, { size, ink: "text", bold: true, face: "serif" });
    // The link is the shape's: on text it would take the colour of links.
    const put = (left: number, across: number, paragraphs: readonly Paragraph[]): number => addShape(sheet, { name: words.part(entry.number), link, box: { x: left, y, width: across, height: pitch }, text: { anchor: "ctr", paragraphs } });
    const named = { runs: name, line: { percent: 88 } };
    if (columns === 2) put(x, width, [{ runs: part }, named]);
    else {
      put(x, 190, [{ runs: part }]);
      put(x + 190, width, [named]);
    }
    if (bridges) addArt(sheet, "art-agenda", { x: ROWS.right - 216, y: y + (pitch - 116) / 2, width: 216, height: 116 }, index);
  }
}

/** A hairline between rows. */
export function addRule(sheet: Sheet, x: number, y: number, width: number, ink: "hair" | "line" | "text" | "bar" | "deep2" = "hair", thickness = 2): void {
  addShape(sheet, { name: sheet.scene.settings.lang === "en" ? "Rule" : "线", decorative: true, box: { x, y, width, height: 0 }, preset: "line", line: outlineOf(thickness, solid(ink)) });
}

