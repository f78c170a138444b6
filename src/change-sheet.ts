/** The changes between two editions as a sheet to read, compare and sign. */
import { openTheme } from "./build.ts";
import type { Report } from "./diagnostics/diagnostic.ts";
import type { Change } from "./diff/changes.ts";
import type { Edition } from "./diff/edition.ts";
import type { Labels } from "./diff/format-changes.ts";
import { diffWordsOf } from "./diff/words.ts";
import { createFontCutter } from "./fonts/cut-fonts.ts";
import { renderChanges } from "./outputs/change-sheet.ts";
import { printSheet, writeSheet, type Sheet } from "./outputs/report-page.ts";
import type { World } from "./world/world.ts";

export interface ChangeSheet {
  readonly changes: readonly Change[];
  readonly labels: Labels;
  /** The new edition. */
  readonly edition: Pick<Edition, "title" | "organisation" | "theme">;
  /** Folders that hold themes. */
  readonly themes: readonly string[];
  readonly lang: "zh" | "en";
}

/** A PDF of that name, or (null) one HTML file. Uses the new edition's theme, or the one that ships with Luduan. */
export async function writeChangeSheet({ changes, labels, edition: { title, organisation, theme: name }, themes, lang }: ChangeSheet, pdf: string | null, world: World, report: Report): Promise<Uint8Array> {
  const theme = (await openTheme(name, themes, world)) ?? (await openTheme("shuixiang", themes, world));
  if (theme === null) throw new Error("themes/shuixiang is missing");
  const words = diffWordsOf(lang);
  const body = renderChanges(changes, labels, { title, organisation }, words);
  const sheet: Sheet = { title: `${words.heading}：${title}`, organisation, lang: words.lang, body, theme, themes };
  return pdf === null ? writeHtml(sheet, world, report) : printSheet(sheet, pdf, world, report);
}

async function writeHtml(sheet: Sheet, world: World, report: Report): Promise<Uint8Array> {
  const cutter = createFontCutter(world);
  try {
    return await writeSheet(sheet, cutter, world, report);
  } finally {
    await cutter.close();
  }
}
