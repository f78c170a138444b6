/** Turns sources into a Deck: settings first, then data, so that names in slides resolve while their spans are known. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { emptyKiosk } from "../diagnostics/messages/settings.ts";
import type { Deck, Section } from "../model/deck.ts";
import type { ImageFile, SourceFile, Sources } from "../model/sources.ts";
import type { Theme } from "../model/theme.ts";
import { checkCharacters, checkName } from "./characters.ts";
import type { ParseContext } from "./context.ts";
import { recall, type ParseCache } from "./memo.ts";
import { joinSections, parseSection } from "./sections.ts";
import { findStandIn, parseSettings } from "./settings.ts";
import { parseTables } from "./tables.ts";
import { findTheme, parseTheme } from "./theme.ts";

/** The deck and its theme; null where the settings or the theme cannot be read. */
export function parseDeck(sources: Sources, report: Report, cache: ParseCache): { deck: Deck | null; theme: Theme | null } {
  const file = sources.settings;
  reportCharacters(sources, report, cache);
  const read = recall(cache, "settings", [file?.text], report, (tell) => parseSettings(file, tell));
  const settings = read ?? recall(cache, "stand-in", [file?.text], report, () => findStandIn(file));
  if (settings === null) return { deck: null, theme: null };
  const texts = sources.tables.flatMap(({ path, text }) => [path, text]);
  const tables = recall(cache, "tables", [settings, ...texts], report, (tell) => parseTables(sources.tables, settings, tell));
  const images = recall(cache, "images", [imagesKey(sources.images)], report, () => sources.images);
  const sections = recallSections(sources.slides, { settings, ...tables, images, report, label: () => undefined }, cache);
  if (sections.length > 0 && sections.every(({ kiosk }) => !kiosk)) report(emptyKiosk(sections[0]!.span));
  const found = read === null ? null : findTheme(read, sources.themes, report);
  for (const part of found === null ? [] : [found.tokens, found.css]) recall(cache, `characters ${part.path}`, [part.text], report, (tell) => checkCharacters(part, tell));
  const theme = found === null ? null : recall(cache, "theme", [found.tokens.text, found.css.text, found.name], report, (tell) => parseTheme(found, tell));
  const rows = tables.indicators.flatMap(({ observations }) => observations);
  const exceptions = [...sections, ...rows].flatMap((part) => part.exceptions);
  return { deck: read === null ? null : { ...tables, settings: read, sections, exceptions }, theme };
}

/** Before anything else: what the words below mean depends on their being what they seem. */
function reportCharacters({ settings, slides, tables, images }: Sources, report: Report, cache: ParseCache): void {
  const files = [...(settings === null ? [] : [settings]), ...slides, ...tables];
  for (const file of files) recall(cache, `characters ${file.path}`, [file.text], report, (tell) => checkCharacters(file, tell));
  // Pictures that no slide shows may be called anything.
  for (const path of images.keys()) if (slides.some(({ text }) => text.includes(path.slice(path.lastIndexOf("/") + 1)))) checkName(path, report);
}

function recallSections(files: readonly SourceFile[], context: ParseContext, cache: ParseCache): Section[] {
  const { settings, indicators, projects, images, report } = context;
  const sections = files.map((file) =>
    recall(cache, file.path, [file.text, settings, indicators, projects, images], report, (tell) => parseSection(file, { ...context, report: tell })),
  );
  return joinSections(sections, report);
}

/** Pictures are the same as long as their paths and bytes are. */
function imagesKey(images: ReadonlyMap<string, ImageFile>): string {
  return [...images.values()].map(({ path, hash }) => `${path} ${hash}`).join("\n");
}
