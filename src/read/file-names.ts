/** What file names say: the order of sections, and names that look like a mistake. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { copiedFile, mixedOrder, openWorkbook, unreadName } from "../diagnostics/messages/settings.ts";
import { readHanNumber } from "../model/han-number.ts";
import { fileSpan } from "../model/span.ts";

const HAN_NUMBER = /^[\s第（(]*([〇零一二三四五六七八九十百]{1,5})/u;
const NUMBER = /^[\s第（(]*([0-9０-９]{1,9})/u;
const TABLES = "indicators|observations|targets|projects|terms|指标|数据|目标|项目|用语";
/** What a section's or a table's file is called where the system hides the ending, or another program added its own. */
const UNREAD_SECTION = /\.(?:md|markdown)\.(?:txt|text|rtf|docx?|wps|html?)$|\.(?:markdown|mdown|mkd)$|^[\d０-９].*\.txt$|[.．]md[\s.．]+$|．md$/iu;
const UNREAD_TABLE = new RegExp(`\\.(?:csv|xlsx?)\\.(?:txt|text|rtf|docx?|html?)$|^(?:${TABLES})\\.(?:txt|tsv|tab)$|[.．](?:csv|xlsx)[\\s.．]+$|．(?:csv|xlsx)$`, "iu");
/** What file managers add to the name of a copy. */
const COPY = /\s*[-—_]?\s*[（(]?(?:副本|复件|备份|拷贝|copy)[）)]?(?:\s*[（(]?\d{1,2}[）)]?)?$|\s*[（(]\d{1,2}[）)]$/iu;
const COPY_BEFORE = /^(?:副本|复件|Copy of)\s*(?:[（(]\d{1,2}[）)])?[-—_\s]*/iu;

/** Names of sections in the order of their numbers: 1, 2, 10 and 一, 二, 十; numbers in digits first, then those in Han numerals, then the other names. */
export function sortSections(names: readonly string[]): string[] {
  return names.toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)) || (a < b ? -1 : a > b ? 1 : 0));
}

/** Reports names of different kinds, whose order may be another than the one that was meant. */
export function reportMixedOrder(sorted: readonly string[], report: Report): void {
  const kinds = sorted.map((name) => keyOf(name)[0]!);
  const at = kinds.findIndex((kind) => kind !== kinds[0]);
  if (at !== -1) report(mixedOrder(fileSpan(`slides/${sorted[at]}`), sorted));
}

/** Reports files of a folder that are not read but look as if they should be, copies, and workbooks that are open in another program. */
export function reportOddNames(folder: "slides" | "data", names: readonly string[], report: Report): void {
  const there = new Set(names);
  for (const name of names.toSorted()) {
    const span = fileSpan(`${folder}/${name}`);
    if (/^~\$.*\.xlsx?$/iu.test(name)) report(openWorkbook(span, name.slice(2)));
    if (/^[.~]/u.test(name)) continue;
    if ((folder === "slides" ? UNREAD_SECTION : UNREAD_TABLE).test(name)) report(unreadName(span, rightName(name, folder)));
    else if ((folder === "slides" ? /\.md$/iu : /\.(?:csv|xlsx)$/iu).test(name)) reportCopy(folder, name, there, report);
  }
}

function reportCopy(folder: "slides" | "data", name: string, there: ReadonlySet<string>, report: Report): void {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = [name.slice(0, dot), name.slice(dot)];
  const bare = stem.replace(COPY, "").replace(COPY_BEFORE, "");
  if (bare === stem || bare === "") return;
  const original = there.has(bare + ending) ? bare + ending : null;
  // 项目(1), 项目(2): parts with numbers of their own.
  const series = /[（(]\d{1,2}[）)]$/u.test(stem) && [...there].some((other) => other !== name && other.slice(0, other.lastIndexOf(".")).replace(/\s*[（(]\d{1,2}[）)]$/u, "") === bare);
  if (original === null && series) return;
  report(copiedFile(fileSpan(`${folder}/${name}`), original, folder === "slides"));
}

function rightName(name: string, folder: "slides" | "data"): string {
  const ending = folder === "slides" ? ".md" : /xlsx/iu.test(name) ? ".xlsx" : ".csv";
  return name.replace(/[.．](?:md|markdown|mdown|mkd|csv|xlsx?|txt|tsv|tab).*$/iu, "") + ending;
}

/** Kind of number, number, then the name in parts: numbers compare as numbers. */
function keyOf(name: string): readonly (number | string)[] {
  const digits = NUMBER.exec(name)?.[1];
  const han = readHanNumber(HAN_NUMBER.exec(name)?.[1] ?? "");
  const kind = digits !== undefined ? 0 : han !== null ? 1 : 2;
  const number = digits !== undefined ? Number(digits.normalize("NFKC")) : (han ?? 0);
  const rest = kind === 2 ? name : name.slice((NUMBER.exec(name) ?? HAN_NUMBER.exec(name))?.[0].length ?? 0);
  return [kind, number, ...rest.split(/(\d{1,9})/u).map((part) => (/^\d/u.test(part) ? Number(part) : part))];
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (typeof part === "number" && typeof other === "number") return part - other;
    return String(part) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}
