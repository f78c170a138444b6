/** Reads slides/deck.yaml into Settings. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { missingSettings } from "../diagnostics/messages/settings.ts";
import type { Settings } from "../model/deck.ts";
import { ALWAYS, type OpeningHours } from "../model/opening.ts";
import type { Form } from "../model/form.ts";
import type { SourceFile } from "../model/sources.ts";
import { parsePeriod } from "../model/period.ts";
import { fileSpan } from "../model/span.ts";
import { LEVELS, placeLevels } from "./levels.ts";
import { closedDays, openingHours } from "./opening-values.ts";
import { choice, list, mapped, nullable, optional, record, required, scalar } from "./shape.ts";
import { bookletHeadings, flag, minutes, period, text } from "./values.ts";
import { parsePlacedYaml } from "./yaml.ts";

/** Ten minutes: whoever writes more has milliseconds in mind. */
const LONGEST_STAY = 600;
const seconds = scalar<number | null>({ zh: `auto 或 1–${LONGEST_STAY} 的秒数`, en: `auto or seconds from 1 to ${LONGEST_STAY}` }, (value) =>
  value === "auto" ? null : typeof value === "number" && value >= 1 && value <= LONGEST_STAY ? value : undefined,
);
const portrait = scalar<boolean | "auto">({ zh: "auto、true 或 false", en: "auto, true or false" }, (value) => (value === "auto" || typeof value === "boolean" ? value : undefined));
/** A list in brackets whose words are divided by Chinese marks is one word for YAML. */
const words = mapped(list(text), (written) => written.flatMap((word) => word.split(/[，、；]/u).map((part) => part.trim()).filter((part) => part !== "")));
const SETTINGS = record({
  title: required(text),
  organisation: required(text),
  period: required(period),
  plan: optional(nullable(period), null),
  lang: optional(choice(["zh-CN", "en"]), "zh-CN"),
  theme: optional(text, "shuixiang"),
  treatment: optional(choice(["theme", "none"]), "theme"),
  speaker: optional(nullable(text), null),
  meeting: optional(nullable(text), null),
  date: optional(nullable(text), null),
  status: optional(choice(["draft", "final", "archived"]), "final"),
  demo: optional(flag, false),
  protect: optional(words, []),
  html: optional(choice(["escape", "trusted"]), "escape"),
  notes: optional(choice(["private", "public"]), "private"),
  remarks: optional(choice(["private", "public"]), "private"),
  booklet: optional(bookletHeadings, "auto"),
  hover: optional(flag, false),
  stage: optional(nullable(record({ minutes: optional(nullable(minutes), null), click: optional(flag, false) })), null),
  kiosk: optional(nullable(record({ seconds: optional(nullable(seconds), null), portrait: optional(portrait, "auto"), hours: optional(nullable(openingHours), null), closed: optional(nullable(closedDays), null) })), null),
  check: optional(nullable(LEVELS), null),
});

/** What deck.yaml takes. */
export const SETTINGS_FORM: Form = SETTINGS.form;

/** Reads the settings; null after reporting `missing-settings` or the mistakes in them. */
export function parseSettings(file: SourceFile | null, report: Report): Settings | null {
  if (file === null) {
    report(missingSettings());
    return null;
  }
  const read = parsePlacedYaml(file.text, SETTINGS, { file: file.path, line: 1 }, report);
  if (read === null) return null;
  const { value, places } = read;
  return {
    ...value,
    stage: value.stage ?? { minutes: null, click: false },
    kiosk: { seconds: value.kiosk?.seconds ?? null, portrait: value.kiosk?.portrait ?? "auto", hours: hoursOf(value.kiosk?.hours ?? null, value.kiosk?.closed ?? []) },
    check: placeLevels(value.check ?? {}, places, fileSpan(file.path)),
    places,
    span: fileSpan(file.path),
  };
}

function hoursOf(week: OpeningHours["week"] | null, closed: OpeningHours["closed"]): OpeningHours | null {
  return week === null && closed.length === 0 ? null : { week: week ?? ALWAYS, closed };
}

/**
 * What to read the other files with when deck.yaml has a mistake, so that one run shows the mistakes of all files; never
 * rendered. Null if even the period is unreadable: without it, every figure would seem to be missing.
 */
export function findStandIn(file: SourceFile | null): Settings | null {
  if (file === null) return null;
  const wordOf = (key: string): string => new RegExp(`^${key}:[ \\t]*["']?([^\\s"'#]+)`, "m").exec(file.text)?.[1] ?? "";
  const reported = parsePeriod(wordOf("period"));
  if (reported === null) return null;
  return {
    title: wordOf("title"), organisation: wordOf("organisation"), period: reported, plan: parsePeriod(wordOf("plan")), lang: wordOf("lang") === "en" ? "en" : "zh-CN",
    theme: wordOf("theme") === "" ? "shuixiang" : wordOf("theme"), treatment: "theme", speaker: null, meeting: null, date: null, status: "final", demo: false, protect: [], html: wordOf("html") === "trusted" ? "trusted" : "escape",
    notes: "private", remarks: "private", booklet: "auto", hover: false, stage: { minutes: null, click: false }, kiosk: { seconds: null, portrait: "auto", hours: null }, check: {}, places: new Map(), span: fileSpan(file.path),
  };
}
