/** Lists whose marks are those of a word processor: `1、`, `（1）`, `①`, `•`, or a dash without a blank. */
import type { Lead, TypedLine } from "./typed-line.ts";

const HAN_NUMERALS = "一二三四五六七八九十";
/** Marks that are nothing else, and marks that need a second item to be one. */
const SURE_BULLET = /^(?<indent>\s*)(?<mark>[•●▪■◆‣➢➤►▶⦁◦]|[-－](?=[\p{Script=Han}“《「]))[\s\u200B]*(?=\S)/u;
const LIKELY_BULLET = /^(?<indent>\s*)(?<mark>[·・○◇□★☆✓✔➔→–*+](?=[^\s*+\d][^*]*$)|[·・○◇□★☆✓✔➔→–－](?=\s))[\s\u200B]*(?=\S)/u;
const NUMBER = /^(?<indent>\s*)(?:(?<digits>[\d０-９]{1,2})(?<close>[、．]|[)）](?=\S)|\.(?=[^\s\d.])|[.)](?=\s))|[(（](?<inner>[\d０-９]{1,2})[)）]|(?<sign>[①-⑳⑴-⒇⒈-⒛])|(?<han>[一二三四五六七八九十]{1,3})(?<comma>、)|[(（](?<hanInner>[一二三四五六七八九十]{1,3})[)）]|(?<hanSign>[㈠-㈩]))[\s\u200B]*(?=\S)/u;
const MARKDOWN_BULLET = /^(?<indent> *)[-+*][ \t]+(?=\S)/;

interface Item {
  readonly line: TypedLine;
  /** Items of one list have one style. */
  readonly style: string;
  /** Null for a bullet. */
  readonly number: number | null;
  /** Length of indent and mark. */
  readonly length: number;
  /** Plain blanks before the mark. */
  readonly indent: string;
  /** What Markdown has to read; null where it already stands there. */
  readonly mark: string | null;
}

/** The leads of typed items, of the Markdown items among them, and of paragraphs that an indent begins. */
export function findTypedItems(lines: readonly TypedLine[]): ReadonlyMap<TypedLine, Lead> {
  const leads = new Map<TypedLine, Lead>();
  for (const group of groupItems(lines)) for (const [line, lead] of leadsOf(group)) leads.set(line, lead);
  for (const line of lines) {
    const indent = /^(?=[^\S\n]*[\u3000\u00A0])\s+(?=[^\s|｜>＞#`~!<])/.exec(line.text)?.[0];
    if (indent !== undefined && !leads.has(line) && !/^\s*(?:[-+*]|\d{1,9}[.)])\s/.test(line.text)) leads.set(line, { length: indent.length, text: "", apart: true });
  }
  return leads;
}

/** Runs of items; blank lines and lines that continue an item do not end them, other blocks and a lower number do. */
function groupItems(lines: readonly TypedLine[]): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  let group: Item[] = [];
  let gap = false;
  const close = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const line of lines) {
    if (line.text.trim() === "") gap = true;
    else {
      const item = readItem(line);
      if (item === null) {
        if (gap) close();
      } else {
        if (!goesOn(group, item)) close();
        group.push(item);
      }
      gap = false;
    }
  }
  close();
  return groups;
}

/** The next number of its style, or a style that is new below the items before. */
function goesOn(group: readonly Item[], item: Item): boolean {
  const last = group.findLast(({ style }) => style === item.style);
  return last === undefined || item.number === null || last.number === null || item.number > last.number || (item.number === 1 && group.at(-1)!.style !== item.style);
}

function readItem(line: TypedLine): Item | null {
  const { text } = line;
  const markdown = MARKDOWN_BULLET.exec(text);
  if (markdown !== null) return { line, style: "-", number: null, length: markdown[0].length, indent: markdown.groups!.indent!, mark: null };
  const bullet = SURE_BULLET.exec(text) ?? LIKELY_BULLET.exec(text);
  if (bullet !== null) {
    const sign = bullet.groups!.mark!.replace("－", "-");
    return { line, style: sign, number: null, length: bullet[0].length, indent: plainIndent(bullet.groups!.indent!), mark: "-" };
  }
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const { indent = "", digits, close, inner, sign, han, hanInner, hanSign } = match.groups!;
  const numeral = digits ?? inner ?? han ?? hanInner ?? sign ?? hanSign ?? "";
  const style = digits !== undefined ? `1${close === "．" ? "." : close === "）" ? ")" : close}` : inner !== undefined ? "(1)" : han !== undefined ? "一、" : hanInner !== undefined || hanSign !== undefined ? "(一)" : "①";
  const number = readNumeral(numeral);
  const plain = digits !== undefined && /^ *\d{1,2}[.)][ \t]+$/.test(match[0]);
  return { line, style, number, length: match[0].length, indent: plainIndent(indent), mark: plain ? null : `${number}.` };
}

function plainIndent(indent: string): string {
  return /^ *$/.test(indent) ? indent : "";
}

function readNumeral(numeral: string): number {
  const unit = numeral.charCodeAt(0);
  if (numeral.length === 1 && unit >= 0x2460 && unit <= 0x249b) return ((unit - 0x2460) % 20) + 1;
  if (numeral.length === 1 && unit >= 0x3220 && unit <= 0x3229) return unit - 0x3220 + 1;
  if (/^[\d０-９]+$/.test(numeral)) return Number(numeral.normalize("NFKC"));
  const ten = numeral.indexOf("十");
  if (ten === -1) return HAN_NUMERALS.indexOf(numeral) + 1;
  const tens = ten === 0 ? 1 : HAN_NUMERALS.indexOf(numeral.charAt(0)) + 1;
  return tens * 10 + (ten === numeral.length - 1 ? 0 : HAN_NUMERALS.indexOf(numeral.charAt(ten + 1)) + 1);
}

/** Each style stands one level below the style that came before it. */
function leadsOf(group: readonly Item[]): readonly (readonly [TypedLine, Lead])[] {
  const alone = group.length === 1 && !SURE_BULLET.test(group[0]!.line.text);
  if (alone || group.every(({ mark }) => mark === null)) return [];
  const styles: string[] = [];
  return group.map((item, index) => {
    const known = styles.indexOf(item.style);
    if (known === -1) styles.push(item.style);
    else styles.length = known + 1;
    const level = styles.length - 1;
    const indent = level === 0 ? "" : " ".repeat(4 * level);
    return [item.line, { length: item.length, text: `${indent === "" ? item.indent : indent}${item.mark ?? item.line.text.slice(0, item.length).trim()} `, apart: index === 0 || level === 0 && item.number !== null }];
  });
}
