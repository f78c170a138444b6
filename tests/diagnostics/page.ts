/** docs/diagnostics.md: people write its prose, the samples give its messages and good examples. */
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { smallProject } from "../support/project.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import { badFiles, compileSample, goodFiles, SAMPLES } from "./samples.ts";

export const PAGE = fileURLToPath(new URL("../../docs/diagnostics.md", import.meta.url));

const LANGUAGES: Readonly<Record<string, string>> = { ".md": "markdown", ".csv": "csv", ".yaml": "yaml", ".css": "css" };
/** Files of at most this many lines are shown whole. */
const SHORT = 8;

/** Codes that have an entry, in page order. */
export function pageCodes(page: string): readonly string[] {
  return [...page.matchAll(/^### ([a-z0-9-]+)$/gm)].map((match) => match[1]!);
}

/** The page with the text between each `<!-- sample: code -->` and its `<!-- end -->` written again. */
export async function fillPage(page: string): Promise<string> {
  const codes = pageCodes(page);
  const examples = new Map(await Promise.all(codes.map(async (code) => [code, await exampleOf(code)] as const)));
  return page.replaceAll(/(<!-- sample: ([a-z0-9-]+) -->\n)[\s\S]*?(<!-- end -->)/g, (_all, start: string, code: string, end: string) => `${start}${examples.get(code) ?? ""}${end}`);
}

async function exampleOf(code: string): Promise<string> {
  const shown = ELSEWHERE.filter((diagnostic) => diagnostic.code === code);
  if (!SAMPLES.includes(code)) return fence("text", shown.map((diagnostic) => describe(diagnostic, new Map())).join("\n\n"));
  const { diagnostics, sources } = await compileSample(code, "bad");
  const own = diagnostics.filter((diagnostic) => diagnostic.code === code);
  return `${fence("text", own.map((diagnostic) => describe(diagnostic, sources)).join("\n\n"))}\n${await goodExample(code)}`;
}

/** A diagnostic as the terminal shows it in English, with its Chinese message and hint below. */
function describe(diagnostic: Diagnostic, sources: ReadonlyMap<string, string>): string {
  const { message, hint } = diagnostic;
  const english = formatDiagnostics([diagnostic], sources, { lang: "en", colour: false }).split("\n\n")[0]!;
  return [english, `  ${message.zh}`, ...(hint === null ? [] : [`  建议：${hint.zh}`])].join("\n");
}

async function goodExample(code: string): Promise<string> {
  const bad = badFiles(code);
  const before = smallProject(bad);
  const { sources } = await compileSample(code, "good");
  const parts = Object.entries(goodFiles(code)).map(([path, content]) => {
    if (content === null) return `Good: no \`${path}\`.\n`;
    if (path.endsWith(".xlsx")) return shownSheets(path, sources);
    const language = LANGUAGES[extname(path)];
    if (language === undefined) return `Good: there is \`${path}\`.\n`;
    const written = before.get(path);
    const old = written === undefined ? "" : new TextDecoder().decode(typeof written === "string" ? new TextEncoder().encode(written) : written);
    return `Good, in \`${path}\`:\n\n${fence(language, changedPart(old, new TextDecoder().decode(content), language === "csv"))}`;
  });
  return parts.join("\n");
}

/** The sheets of a workbook that are tables, as Luduan reads them. */
function shownSheets(path: string, sources: ReadonlyMap<string, string>): string {
  const sheets = [...sources].filter(([name]) => name.startsWith(`${path}!`));
  const tables = sheets.map(([name, text]) => `Good, in the sheet \`${name.slice(path.length + 1)}\` of \`${path}\`:\n\n${fence("text", text.replaceAll("\t", " | "))}`);
  return tables.join("\n");
}

/** The lines of `good` that differ from `bad`, without their common beginning and end; a table keeps its head. */
function changedPart(bad: string, good: string, table: boolean): string {
  const old = bad.trimEnd().split("\n");
  const now = good.trimEnd().split("\n");
  let start = 0;
  while (start < now.length && start < old.length && now[start] === old[start]) start++;
  let end = 0;
  while (end < now.length - start && end < old.length - start && now.at(-1 - end) === old.at(-1 - end)) end++;
  let stop = now.length - end;
  // A removed line, or a change without words, is shown with its neighbours; in a short file, with all lines.
  const reach = now.length <= SHORT ? SHORT : 1;
  if (now.slice(start, stop).every((line) => !/[\p{L}\p{N}]/u.test(line))) [start, stop] = [Math.max(0, start - reach), Math.min(now.length, stop + reach)];
  // A block that begins in these lines is shown to its end.
  const marks = (): number => now.slice(start, stop).filter((line) => line.startsWith("```")).length;
  while (marks() % 2 === 1 && now.slice(start, stop).some((line) => /^```\w/.test(line)) && stop < now.length) stop++;
  const head = table && start > 0 ? [now[0]!] : [];
  return [...head, ...now.slice(Math.max(start, head.length), stop)].join("\n");
}

function fence(language: string, text: string): string {
  const marks = text.includes("```") ? "````" : "```";
  return `${marks}${language}\n${text}\n${marks}\n`;
}
