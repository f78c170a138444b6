/** The names of indicators in running text: aliases, other ways of writing them, names of two things, parts of names. */
import { nameForms } from "../model/name-forms.ts";
import type { Named } from "./vocabulary.ts";

/** What the reader looks names up in; all of them in the form that their language compares. */
export interface Names {
  /** Ids by name, alias and short form. */
  readonly ids: ReadonlyMap<string, string>;
  /** Beginnings of names by their end: 柑橘 for 产量. Only ends that a sentence may say alone. */
  readonly heads: ReadonlyMap<string, readonly string[]>;
  /** Indicators that are the share of one thing in another. */
  readonly shares: readonly Share[];
}

/** 民生支出占一般公共预算支出比重: every way of writing the part and the whole. */
export interface Share {
  readonly id: string;
  readonly parts: readonly string[];
  /** The part without its end, only right before 占比: 税收 for 税收收入. */
  readonly short: readonly string[];
  readonly wholes: readonly string[];
}

/** Between the ids of a name that is two: 城乡居民人均可支配收入. */
export const BOTH = "\0";

/** A name that two things share identifies neither. */
export function namesOf(named: readonly Named[], key: (name: string) => string): Names {
  const own = unshared(named.flatMap(({ id, name, aliases }) => [name, ...aliases].map((word) => [key(word), id] as const)));
  const short = unshared(named.flatMap(({ id, name, aliases, unit }) => [name, ...aliases].flatMap((word) => nameForms(word, unit)).map((word) => [key(word), id] as const)));
  const taken = new Set(named.flatMap(({ name, aliases }) => [name, ...aliases].map(key)));
  const ids = new Map([...[...short].filter(([word]) => !taken.has(word)), ...own]);
  const shares = sharesOf(named, key);
  return { ids: new Map([...ids, ...joinedNames(ids), ...sectorNames(ids), ...englishSectors(ids), ...englishPairs(ids), ...englishTails(ids)]), heads: headsOf(ids.keys()), shares };
}

function unshared(words: readonly (readonly [word: string, id: string])[]): Map<string, string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const [word, id] of words) {
    if (names.has(word) && names.get(word) !== id) shared.add(word);
    names.set(word, id);
  }
  for (const word of shared) names.delete(word);
  return names;
}

/** What two names differ in, and how both are said at once: 城乡居民人均可支配收入, 存贷款余额. */
const PAIRS: readonly (readonly [first: string, second: string, both: string])[] = [["城镇", "农村", "城乡"], ["存款", "贷款", "存贷款"]];

/** How the three sectors are said at once. */
const SECTORS = ["三次产业", "一二三产业", "一、二、三产业", "第一、二、三产业", "第一、第二、第三产业"];

/** 三次产业增加值 is three names. */
function sectorNames(names: ReadonlyMap<string, string>): [string, string][] {
  return [...names].flatMap(([name, first]): [string, string][] => {
    const end = name.startsWith("第一产业") ? name.slice("第一产业".length) : "";
    const [second, third] = [names.get(`第二产业${end}`), names.get(`第三产业${end}`)];
    if (end === "" || second === undefined || third === undefined) return [];
    return SECTORS.map((word) => word + end).filter((word) => !names.has(word)).map((word) => [word, [first, second, third].join(BOTH)]);
  });
}

/** The primary, secondary and tertiary industries are three names, too. */
function englishSectors(names: ReadonlyMap<string, string>): [string, string][] {
  return [...names].flatMap(([name, first]): [string, string][] => {
    const end = name.startsWith("primary ") ? name.slice("primary ".length) : "";
    const [second, third] = [names.get(`secondary ${end}`), names.get(`tertiary ${end}`)];
    if (end === "" || second === undefined || third === undefined) return [];
    return [end, end.replace(/(industr|sector)(y?)$/, (_, word: string, y: string) => `${word}${y === "" ? "s" : "ies"}`)].map((word) => [`primary, secondary and tertiary ${word}`, [first, second, third].join(BOTH)]);
  });
}

/** Incomes of urban and rural residents are two names. */
function englishPairs(names: ReadonlyMap<string, string>): [string, string][] {
  return [...names].flatMap(([name, first]): [string, string][] => {
    const second = /\burban\b/.test(name) ? names.get(name.replace(/\burban\b/, "rural")) : undefined;
    const joined = name.replace(/\burban\b/, "urban and rural");
    return second === undefined ? [] : [joined, joined.replace(/\bincome\b/, "incomes")].filter((word) => !names.has(word)).map((word) => [word, `${first}${BOTH}${second}`]);
  });
}

/** What stands for a name whose beginning was just said. */
export const THAT_OF = "that of ";

/** The income of urban residents, and that of rural residents. Only ends that one name has. */
function englishTails(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return unshared([...names].flatMap(([name, id]): [string, string][] => {
    const at = name.indexOf(" of ");
    return at === -1 ? [] : [[`${THAT_OF}${name.slice(at + 4)}`, id]];
  }));
}

/** Names that differ in nothing else, together. */
function joinedNames(names: ReadonlyMap<string, string>): [string, string][] {
  return PAIRS.flatMap(([first, second, both]) => [...names].flatMap(([name, id]): [string, string][] => {
    const other = name.includes(first) ? names.get(name.replace(first, second)) : undefined;
    const joined = name.replace(first, both);
    return other === undefined || names.has(joined) ? [] : [[joined, `${id}${BOTH}${other}`]];
  }));
}

/** Shortest beginning, and shortest and longest end that a sentence may say without its beginning, in characters. */
const [SHORTEST_HEAD, SHORTEST_END, LONGEST_END] = [2, 2, 8] as const;

function headsOf(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const heads = new Map<string, string[]>();
  for (const name of names) {
    if (!/\p{Script=Han}/u.test(name)) continue;
    for (let length = SHORTEST_END; length <= Math.min(LONGEST_END, name.length - SHORTEST_HEAD); length++) {
      const end = name.slice(-length);
      const known = heads.get(end);
      if (known === undefined) heads.set(end, [name.slice(0, -length)]);
      else known.push(name.slice(0, -length));
    }
  }
  return heads;
}

const SHARE = /^(.{2,}?)占(.{2,}?)的?(?:比重|比例|份额)$/;
/** What the short form of a part leaves out: 税收占比 is the share of 税收收入. */
const PART_END = /(?:收入|支出|产值|增加值)$/;

/** Indicators that are shares by their definition: 城镇人口 in 常住人口, the money for research in the product, 税收占比 in the revenue. */
const DEFINED: readonly (readonly [name: RegExp, parts: readonly string[], wholes: readonly string[]])[] = [
  [/^(?:常住人口)?城镇化率$/, ["城镇人口", "城镇常住人口"], ["常住人口", "总人口", "全部人口"]],
  [/^税收(?:收入)?占比$/, ["税收收入", "税收"], ["一般公共预算收入", "地方一般公共预算收入", "财政总收入", "财政收入"]],
  [/^民生(?:类?支出)?占比$/, ["民生支出", "民生类支出"], ["一般公共预算支出", "地方一般公共预算支出", "财政支出"]],
  [/(?:研发|R&D[）)]?).{0,2}(?:经费)?投入强度$/, ["研发经费支出", "研发经费", "研发投入", "研发经费投入", "R&D经费投入", "R&D经费支出", "R&D经费", "（R&D）经费支出", "（R&D）经费"], ["地区生产总值", "国内生产总值", "生产总值", "GDP"]],
];

function sharesOf(named: readonly Named[], key: (name: string) => string): Share[] {
  return named.flatMap(({ id, name, aliases }) => [name, ...aliases].flatMap((word): Share[] => {
    const [, part = "", whole = ""] = SHARE.exec(word) ?? [];
    const defined = DEFINED.find(([pattern]) => pattern.test(word));
    if (part === "") return defined === undefined ? [] : [{ id, parts: defined[1], short: [], wholes: defined[2] }];
    const forms = (one: string): string[] => [one, ...nameForms(one, "")].map(key);
    const short = part.replace(PART_END, "");
    // Reports say 财政支出 for short, beside the part that settles it.
    const wholes = [...forms(whole), ...(whole.includes("一般公共预算") ? [whole.replace(/^(?:地方)?一般公共预算/, "财政")] : [])];
    return [{ id, parts: forms(part), short: short === part || short.length < SHORTEST_HEAD ? [] : [key(short)], wholes }];
  }));
}
