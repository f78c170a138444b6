/** What a drawing of counted things says about itself, in each language. */
import type { Language } from "./deck.ts";
import { countedUnit, type UnitKind, type UnitPlan } from "./units.ts";

/** One object of each kind, after its measure word. */
const CHINESE: Readonly<Record<UnitKind, string>> = { lanterns: "盏", houses: "座", trees: "棵", boats: "艘", people: "个人形" };
const ENGLISH: Readonly<Record<UnitKind, string>> = { lanterns: "lantern", houses: "house", trees: "tree", boats: "boat", people: "figure" };

/** 每盏代表5个，末盏2个；虚线为约数. Empty where each object is one thing and all are certain. */
export function keyWords(kind: UnitKind, { each, rest, vague }: UnitPlan, unit: string, lang: Language): string {
  const { base } = countedUnit(unit);
  const [share, last] = lang === "en" ? [englishCount(each, base), englishCount(rest, base)] : [chineseCount(each) + base, chineseCount(rest) + base];
  if (lang === "en") {
    const parts = [...(each > 1 ? [`1 ${ENGLISH[kind]} = ${share}`] : []), ...(rest > 0 ? [`the last = ${last}`] : []), ...(vague > 0 ? ["dashed: approximate"] : [])];
    return parts.join("; ");
  }
  const one = CHINESE[kind];
  const shares = each > 1 ? `每${one}代表${share}${rest > 0 ? `，最后一${one}代表${last}` : ""}` : "";
  return [...(shares === "" ? [] : [shares]), ...(vague > 0 ? ["虚线为约数"] : [])].join("；");
}

function chineseCount(count: number): string {
  if (count >= 1e8 && count % 1e6 === 0) return `${count / 1e8}亿`;
  return count >= 1e4 && count % 100 === 0 ? `${count / 1e4}万` : `${count}`;
}

function englishCount(count: number, base: string): string {
  const number = count >= 1e4 ? count.toLocaleString("en") : `${count}`;
  return base === "" ? number : `${number} ${base}`;
}

/** Caption of projects that are counted in their table. */
export function projectsCounted(lang: Language): string {
  return lang === "en" ? "projects" : "项目";
}
