/** Whole font files for the preview: cutting them to the text would take longer than an edit. */
import { rootOfThemes, type FontRole, type FontSource, type Theme } from "../model/theme.ts";
import { FAMILIES } from "../fonts/cut-fonts.ts";
import type { World } from "../world/world.ts";

/** Address from which the dev server serves fonts. */
export const FONTS = "/@luduan/font/";

const ROLES: readonly FontRole[] = ["serif", "sans", "numeral", "notes"];
const NUMERALS = "U+20-7E,U+2212,U+2013";
/** Chinese quotation marks must be wide; LXGW WenKai's are not. */
const QUOTES = "U+2018-2019,U+201C-201D";

/** `@font-face` rules. Among faces of one weight a browser tries the last first, so the theme's first face comes last. */
export function renderDevFonts(theme: Theme, lang: string): string {
  const rules = ROLES.flatMap((role) => theme.fonts[role].toReversed().map((source) => rule(role, source.weight, source, role === "numeral" ? NUMERALS : null)));
  const quotes = lang === "en" ? [] : theme.fonts.notes.flatMap((source) => {
    const wide = theme.fonts.sans[0];
    return wide === undefined ? [] : [rule("notes", source.weight, wide, QUOTES)];
  });
  return [...rules, ...quotes].join("");
}

function rule(role: FontRole, weight: number, source: FontSource, range: string | null): string {
  const only = (source.scale === 1 ? "" : `;size-adjust:${source.scale * 100}%`) + (range === null ? "" : `;unicode-range:${range}`);
  return `@font-face{font-family:"${FAMILIES[role]}";font-weight:${weight};font-display:swap;src:url("${FONTS}${encodeURI(source.file)}")${only}}\n`;
}

/** The bytes of a font that the theme names; null for any other path. */
export async function readDevFont(path: string, theme: Theme, folders: readonly string[], world: World): Promise<Uint8Array | null> {
  if (!ROLES.some((role) => theme.fonts[role].some((source) => source.file === path))) return null;
  if (path.startsWith("@")) return world.readToolFile(path);
  for (const folder of folders) {
    const bytes = await world.readFile(`${folder}/${theme.name}/${path}`, rootOfThemes(folder));
    if (bytes !== null) return bytes;
  }
  return null;
}
