/** What the sheets for the office share (audit, comparison): A4 pages without scripts, with the fonts inside. */
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Language } from "../model/deck.ts";
import type { ColourToken, FontRole, Theme } from "../model/theme.ts";
import { renderHead } from "../render/page/head.ts";
import type { World } from "../world/world.ts";
import { characterPlaces } from "../fonts/characters.ts";
import { createFontCutter, fontDataUrl, renderFontFaces, type FontCutter } from "../fonts/cut-fonts.ts";
import { planFonts, type PlannedFace } from "../fonts/plan-fonts.ts";
import { encodeText } from "../model/encode-text.ts";
import { inlineStyle, policyHash } from "../render/page/inline.ts";
import { shortenCss } from "../render/page/shorten-css.ts";
import { finishPdf } from "../print/pdf-file.ts";
import { readBack } from "../print/readback/check-pdf.ts";
import { findHeadings, findPassages, type ExpectedPdf } from "../print/readback/expected-pdf.ts";
import style from "./report.css?raw";
import { readToolVersion } from "../web/tool-files.ts";

export interface Sheet {
  readonly title: string;
  readonly organisation: string;
  readonly lang: Language;
  /** HTML between the body tags. */
  readonly body: string;
  readonly theme: Theme;
  /** Folders that hold themes. */
  readonly themes: readonly string[];
}

/** A4, in millimetres. */
const WIDTH = 210;
const HEIGHT = 297;

/** The sheet as one HTML file. */
export async function writeSheet(sheet: Sheet, cutter: FontCutter, world: World, report: Report): Promise<Uint8Array> {
  return encodeText(renderSheet(sheet, await faceRules(sheet, "woff2", cutter, world, report)));
}

/** The sheet as a PDF from the shared browser, read back: whoever signs it relies on every word. `file` is its name in reports. */
export async function printSheet(sheet: Sheet, file: string, world: World, report: Report): Promise<Uint8Array> {
  const cutter = createFontCutter(world);
  try {
    world.startBrowser(1);
    const faces = await faceRules(sheet, "truetype", cutter, world, report);
    const { title, lang, body } = sheet;
    const printed = await world.printPdf({ lang, title, style: sheetStyle(sheet.theme), bodyClass: "sheet", body, faces: [faces], width: WIDTH, height: HEIGHT, scale: 1 });
    const bytes = finishPdf(printed, { title, author: sheet.organisation, subject: null, lang, creator: `Luduan ${await readToolVersion(world)}` });
    for (const fault of (await readBack({ file, bytes, expected: expectSheet(sheet) })).faults) report(fault);
    return bytes;
  } finally {
    await cutter.close();
  }
}

function expectSheet({ title, lang, body }: Sheet): ExpectedPdf {
  const passages = findPassages(body).map((text) => ({ text, page: null, span: null }));
  return { title, lang, pages: null, width: WIDTH, height: HEIGHT, running: { top: 0, bottom: 0 }, headings: findHeadings(body), passages, pictures: 0, ownScale: 0, settings: null };
}

async function faceRules(sheet: Sheet, format: "woff2" | "truetype", cutter: FontCutter, world: World, report: Report): Promise<string> {
  const { theme, themes, title, organisation, lang, body } = sheet;
  // No slides: only the sheet's characters count, and a character without a glyph has no slide.
  const page = { title, organisation: "", author: null, lang, demo: false, sections: [], slides: [], css: "", loopCss: "", longCss: "" };
  const plan = async (role: FontRole, text: string): Promise<readonly PlannedFace[]> =>
    (await planFonts(page, theme, themes, characterPlaces(page, text, ""), [], world, report)).filter((face) => face.role === role);
  // Only the heading uses the serif.
  const planned = await Promise.all([plan("sans", organisation + body), plan("serif", "")]);
  const cuts = await cutter.cut(planned.flat(), format);
  return renderFontFaces(cuts, format, (cut) => fontDataUrl(cut, format));
}

/** The colours of a sheet, always on white, whatever the theme's paper is. */
const TOKENS: readonly ColourToken[] = ["ink", "ink2", "seal", "line", "hair"];

function sheetStyle({ colours }: Theme): string {
  return `:root{${TOKENS.map((token) => `--${token}:${colours[token]}`).join(";")}}\n${shortenCss(style)}`;
}

function renderSheet({ title, organisation, lang, body, theme }: Sheet, faces: string): string {
  const css = inlineStyle(faces + sheetStyle(theme));
  const policy = [`style-src ${policyHash(css)}`, "font-src data:"];
  return `${renderHead({ lang, title, author: organisation, description: null, policy, rest: `<style>${css}</style>` })}<body>
${body}
</body>
</html>
`;
}
