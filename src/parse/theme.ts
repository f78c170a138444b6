/** Reads themes/<name>/ into a Theme: tokens are checked and resolved, CSS is checked to fetch nothing. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { unknownTheme } from "../diagnostics/messages/settings.ts";
import { colourCycle, paleColour, unknownColour } from "../diagnostics/messages/theme.ts";
import { COLOUR_NEEDS, contrastRatio } from "../model/contrast.ts";
import type { Settings } from "../model/deck.ts";
import { PLAIN_OFFICE } from "../model/office-look.ts";
import type { ThemeSources } from "../model/sources.ts";
import { COLOUR_FALLBACKS, COLOUR_TOKENS, LEAST_TYPE, TYPE_TOKENS, type ColourToken, type Theme, type TypeToken } from "../model/theme.ts";
import { officeShape, resolveOffice, type WrittenOffice } from "./office-look.ts";
import { choice, list, located, mapping, optional, record, required, scalar, type Located, type Shape } from "./shape.ts";
import { readThemeCss } from "./theme-css.ts";
import { text } from "./values.ts";
import { parseYaml } from "./yaml.ts";

/** The theme that deck.yaml names; null after reporting `unknown-theme` there. */
export function findTheme(settings: Settings, themes: ReadonlyMap<string, ThemeSources>, report: Report): ThemeSources | null {
  const found = themes.get(settings.theme) ?? null;
  if (found === null) report(unknownTheme(settings.places.get("theme") ?? settings.span, settings.theme, [...themes.keys()]));
  return found;
}

const colour = located(
  scalar({ zh: "颜色 \"#RRGGBB\"（要加引号），或另一个颜色的名字", en: 'a colour "#RRGGBB" in quotes, or the name of another colour' }, (value) =>
    typeof value === "string" && /^(?:#[0-9a-fA-F]{6}|[a-z][\w-]*)$/.test(value) ? value : undefined,
  ),
);
const file = scalar({ zh: "主题文件夹里的文件（fonts/x.ttf），或字体包里的文件（@fontsource/…）", en: "a file in the theme's folder (fonts/x.ttf) or in a font package (@fontsource/…)" }, (value) =>
  typeof value === "string" && /^@?[\w-][\w./@-]*\.(?:woff2?|ttf|otf)$/.test(value) && !value.split("/").includes("..") ? value : undefined,
);
const weight = scalar({ zh: "100 到 900 的字重", en: "a weight from 100 to 900" }, (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 100 && value <= 900 ? value : undefined,
);
const number = scalar({ zh: "数", en: "a number" }, (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined));
const scale = scalar({ zh: "0.5 到 1.5 的倍数", en: "a share from 0.5 to 1.5" }, (value) => (typeof value === "number" && value >= 0.5 && value <= 1.5 ? value : undefined));
const faces = list(record({ file: required(file), weight: required(weight), axes: optional(mapping(number), {}), scale: optional(scale, 1) }), 1);

/** Null where a colour that may be left out is. */
type ColourField = ReturnType<typeof required<Located<string> | null>>;
const colourRecord = record(Object.fromEntries(COLOUR_TOKENS.map((token) => [token, COLOUR_FALLBACKS[token] === undefined ? required(colour) : optional<Located<string> | null, null>(colour as Shape<Located<string> | null>, null)])) as Record<ColourToken, ColourField>);
const pixels = (least: number): Shape<number> => scalar({ zh: `${least} 到 400 的像素数`, en: `pixels from ${least} to 400` }, (value) => (typeof value === "number" && value >= least && value <= 400 ? value : undefined));
/** A theme may ask for larger type than the hall needs, never for smaller. */
const types = record(Object.fromEntries(TYPE_TOKENS.map((token) => [token, optional(pixels(LEAST_TYPE[token]), LEAST_TYPE[token])])) as Record<TypeToken, ReturnType<typeof required<number>>>);
interface PhotoColours {
  readonly dark: Located<string>;
  readonly light: Located<string>;
}
const TOKENS = record({
  title: required(text),
  colours: required(colourRecord),
  type: optional(types, LEAST_TYPE),
  fonts: required(
    record({
      serif: required(faces), sans: required(faces), numeral: required(faces), notes: required(faces),
      fangsong: optional(faces, []), kaiti: optional(faces, []), latin: optional(faces, []),
    }),
  ),
  office: optional<WrittenOffice, WrittenOffice>(officeShape(colour), { ...PLAIN_OFFICE, shapes: {}, grounds: {}, sun: null }),
  motif: optional(choice(["bridge", "none"]), "none"),
  photo: optional<PhotoColours | null, null>(record({ dark: required(colour), light: required(colour) }) as Shape<PhotoColours | null>, null),
});

/** Reads theme.yaml and checks theme.css; null after reporting. */
export function parseTheme(sources: ThemeSources, report: Report): Theme | null {
  const tokens = parseYaml(sources.tokens.text, TOKENS, { file: sources.tokens.path, line: 1 }, report);
  const css = readThemeCss(sources.css, report);
  if (tokens === null) return null;
  const written = withFallbacks(tokens.colours);
  const resolved = resolveColours(written, report);
  if (resolved === null) return null;
  const colourOf = colourFinder(resolved, report);
  const photo = tokens.photo === null ? null : resolvePhoto(tokens.photo, colourOf);
  const office = resolveOffice(tokens.office, colourOf);
  if (css === null || photo === "wrong" || office === null) return null;
  reportPale(resolved, written, report);
  const { fonts } = tokens;
  const fangsong = firstGiven(fonts.fangsong, fonts.notes);
  return {
    name: sources.name, title: tokens.title, colours: resolved, motif: tokens.motif, photo, office, type: tokens.type, css,
    fonts: { ...fonts, fangsong, kaiti: firstGiven(fonts.kaiti, fangsong), latin: firstGiven(fonts.latin, fonts.notes) },
  };
}

type FindColour = (written: Located<string>, key: string) => string | null;

/** The value of a colour that is no token itself; null after reporting one that there is not. */
function colourFinder(resolved: Readonly<Record<ColourToken, string>>, report: Report): FindColour {
  return ({ value, span }, key) => {
    if (value.startsWith("#")) return value.toUpperCase();
    const token = COLOUR_TOKENS.find((known) => known === value);
    if (token === undefined) report(unknownColour(span, key, value, COLOUR_TOKENS));
    return token === undefined ? null : resolved[token];
  };
}

/** `wrong` after reporting a colour that there is not. */
function resolvePhoto(written: PhotoColours, colourOf: FindColour): Theme["photo"] | "wrong" {
  const [dark, light] = [colourOf(written.dark, "dark"), colourOf(written.light, "light")];
  return dark === null || light === null ? "wrong" : { dark, light };
}

function firstGiven<T>(wanted: readonly T[], instead: readonly T[]): readonly T[] {
  return wanted.length === 0 ? instead : wanted;
}

type Colours = Readonly<Record<ColourToken, Located<string>>>;

/** Each colour as written; one that is left out is the one that stands in for it, at its place. */
function withFallbacks(colours: Readonly<Record<ColourToken, Located<string> | null>>): Colours {
  return Object.fromEntries(COLOUR_TOKENS.map((token) => [token, colours[token] ?? colours[COLOUR_FALLBACKS[token] ?? token]])) as Record<ColourToken, Located<string>>;
}

function resolveColours(written: Colours, report: Report): Record<ColourToken, string> | null {
  const resolved = COLOUR_TOKENS.map((token) => [token, resolveColour(token, written, report)] as const);
  return resolved.some(([, value]) => value === null) ? null : (Object.fromEntries(resolved) as Record<ColourToken, string>);
}

/** Reported at the colour that lies on the other, once for each pair that is too close. */
function reportPale(resolved: Readonly<Record<ColourToken, string>>, written: Colours, report: Report): void {
  for (const { token, ground, least } of COLOUR_NEEDS) {
    const instead = COLOUR_FALLBACKS[token];
    if (instead !== undefined && written[token] === written[instead]) continue;
    const ratio = contrastRatio(resolved[token], resolved[ground]);
    if (ratio < least) report(paleColour(written[token].span, token, ground, (Math.floor(ratio * 10) / 10).toFixed(1), least));
  }
}

function resolveColour(token: ColourToken, written: Colours, report: Report): string | null {
  const seen = new Set<ColourToken>();
  for (let at = token; ; ) {
    const { value, span } = written[at];
    if (value.startsWith("#")) return value.toUpperCase();
    const next = COLOUR_TOKENS.find((known) => known === value);
    seen.add(at);
    if (next === undefined || seen.has(next)) {
      // Reported once, at the wrong colour, not at every colour that refers to it.
      if (next === undefined && at === token) report(unknownColour(span, token, value, COLOUR_TOKENS));
      if (next === token) report(colourCycle(written[token].span, token));
      return null;
    }
    at = next;
  }
}
