/** Plans that name a partner instead of a number: 与经济增长同步, 快于城镇居民, 高于全市平均水平. */
import type { Goal, Indicator, Relation } from "../model/indicator.ts";
import type { Reading } from "./goal-reading.ts";
import { findByName } from "./lookup.ts";

const SUBJECT = "(?:力争|争取|确保|继续|保持|努力)*(?:增速|增长速度|增长|增幅|涨幅|收入增长|占比|水平)?(?:力争|继续|保持|始终|总体|要|明显|略)*";
const IN_STEP = new RegExp(`^${SUBJECT}(?:与|同|和|跟)(.+?)(?:保持|基本|大体|总体)*(?:同步|相适应|相匹配|一致)(?:增长|提高|提升|发展|的?水平)?$`);
const AGAINST = new RegExp(`^${SUBJECT}(快于|高于|好于|优于|大于|领先于?|跑赢|超过|不低于|不慢于|不落后于|低于|慢于|小于)(.+)$`);
/** The economy as a whole goes by the name of its product. */
const ECONOMY = /^(?:全[市县区省州镇乡]|本[市县区省州镇乡]|地区)?(?:经济(?:社会)?|GDP|(?:地区|国内)?生产总值)$/i;
const PRODUCT = ["地区生产总值", "国内生产总值", "生产总值", "GDP", "gross regional product", "gross domestic product"];

/** Null for a wording without a partner, or with a number in its place. */
export function readComparison(clause: string, indicator: Indicator, indicators: readonly Indicator[]): Reading | null {
  const step = IN_STEP.exec(clause);
  if (step !== null) return compare("in-step", step[1]!, indicator, indicators);
  const against = AGAINST.exec(clause);
  if (against === null || /\d|[一二三四五六七八九十]成|百分/.test(against[2]!)) return null;
  return compare(relationOf(against[1]!), against[2]!, indicator, indicators);
}

function relationOf(word: string): Relation {
  if (word.startsWith("不")) return "at-least-as-fast";
  return /^[低慢小]/.test(word) ? "slower" : "faster";
}

/** An id in Latin letters that nothing has is a slip of the pen; any other words are a partner outside the table. */
export function compare(relation: Relation, words: string, indicator: Indicator, indicators: readonly Indicator[]): Reading {
  const name = words.trim().replace(/(?:保持|基本|大体)+$/, "").replace(/^the /i, "");
  const found = findPartner(name, indicator, indicators);
  if (found === null && /^[a-z][a-z\d_-]*$/.test(name)) return { problem: "indicator", word: name };
  const goal: Goal = { type: "compared", relation, indicator: found?.id ?? null, name: found?.name ?? name };
  return { goal };
}

/** By its id, name or alias, with or without 增速; by 经济 for its product; or by the one name that begins like it. */
function findPartner(words: string, indicator: Indicator, indicators: readonly Indicator[]): Indicator | null {
  const bare = words.replace(/(?:的?(?:增长速度|增速|增幅|增长|发展|涨幅|水平|提高))+$/, "").replace(/^growth (?:of|in) (?:the )?| growth$/gi, "");
  const named = findByName(indicators, words) ?? findByName(indicators, bare);
  if (named !== null) return named;
  if (ECONOMY.test(bare) || /^(?:the )?econom(?:y|ic)(?: growth)?$/i.test(bare)) return PRODUCT.map((name) => findByName(indicators, name)).find((one) => one !== null) ?? null;
  const alike = indicators.filter((one) => one !== indicator && [one.name, ...one.aliases].some((name) => bare.length > 1 && name.startsWith(bare)));
  return alike.length === 1 ? alike[0]! : null;
}
