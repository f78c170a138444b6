/** The names of indicators that a report uses, found in its own sentences: the words before a figure that end like an indicator's name. */
import type { Candidate } from "./candidate.ts";
import { beginOfName, cleanName, endsLikeName, KNOWN_NAMES, WITH_EXAMPLES } from "./clean-name.ts";
import { INDUSTRIES } from "./industries.ts";
import { findLiterals, type Literal } from "./literals.ts";
import { patternedNames } from "./patterned-names.ts";

const RISES = "增长|增加|上升|上涨|提高|提升|增幅|增速|涨幅|净增|增产|增收|增|扩大";
const FALLS = "下降|减少|降低|回落|下滑|负增长|降幅|下跌|减产|减收|降|缩小|收窄";
/** Words between a name and its figure. */
const BETWEEN = new RegExp(
  `(?:(?<moved>(?:${RISES}|${FALLS})(?!值))(?<to>到|至|为)?|(?<reached>达到|达|突破|超过|完成|实现|保持在|稳定在|控制在|维持在)|按可比价格?计算|按不变价格?计算|与上年相比|[比较](?:上年末?|去年|年初|上年底)|同比|名义|实际|分别|累计|预计|预期|力争|跨过|共计|合计|总计|均|为|是|了|已|约|近|超|的?首次|再次|一举|成功|大幅|较快|快速|稳步|继续|持续|高达|有望|年均|平均|逆势|位列|位居|名列|排名|跻身|排|列|居|第|[由从](?:(?:(?:19|20)\\d{2}|上)年(?:度)?的?)?|在|中|以|总计|达成|跃升|攀升|增至|升至|升到|降至|降到|提升至|提高至|提高到|增加到|增加至|扩大到|跃上|迈上|[\\s（(])+$`,
);

/** Every name in a text that a figure follows. `organisation` and the places it governs are no part of a name. */
export function findCandidates(text: string, organisation: string): Candidate[] {
  const literals = findLiterals(text);
  return [...literals.flatMap((literal, index) => candidatesBefore(text, literal, literals[index - 1]?.end ?? 0, { level: exactUnit(text, literal, literals[index + 1]), reached: unitReached(text, literals, index) }, organisation)), ...patternedNames(text)];
}

/** In which unit a level is, and in which the level that a growth led to; null where none follows. */
interface Units {
  readonly level: string;
  readonly reached: string | null;
}

/** 增长12.6%达92.9亿元, 分别增长12%和13%，分别达4.3万元和1.4万元. */
function unitReached(text: string, literals: readonly Literal[], index: number): string | null {
  if (literals[index]!.unit !== "%") return null;
  let last = index;
  while (/^[、和]$/.test(text.slice(literals[last]!.end, literals[last + 1]?.start ?? 0))) last += 1;
  const [{ end }, next] = [literals[last]!, literals[last + 1]];
  return next !== undefined && !/[%％‰倍]$/.test(next.unit) && /^[，、]?(?:总量|总额)?(?:分别)?(?:高?达到?|增至|升至)$/.test(text.slice(end, next.start)) ? next.unit : null;
}

/** The words from the last mark up to a figure. */
function candidatesBefore(text: string, literal: Literal, after: number, { level: levelUnit, reached }: Units, organisation: string): Candidate[] {
  const from = Math.max(lastMark(text, literal.start), after);
  const chunk = text.slice(from, literal.start).replace(/（[^（）]*）(?=[^（）]*$)/, (aside) => "（".repeat(aside.length));
  // 居民消费价格涨幅2% names a level, though 涨幅 is a verb's word elsewhere.
  const between = endsLikeLevel(chunk) ? null : BETWEEN.exec(chunk);
  const stem = (between === null ? chunk : chunk.slice(0, between.index)).replace(/（+$/, "");
  if (stem === "") return [];
  const moved = between?.groups?.["moved"] !== undefined && between.groups["to"] === undefined && !/[到至]$/.test(between[0]);
  const growth = moved || (literal.unit === "%" && /年均|同比/.test(between?.[0] ?? ""));
  const unit = literal.rank ? null : growth ? (reached ?? unitOfChange(literal.unit, stem)) : levelUnit;
  const members = membersOf(stem);
  return members.flatMap(({ word, at }) => {
    const cleaned = cleanName(word, organisation, literal.rank) ?? (word === stem && !literal.rank && isIndicator() ? openName(word, organisation) : null);
    return cleaned === null ? [] : [{ name: cleaned.name, start: from + at + cleaned.at, unit, rank: literal.rank }];
  });

  function isIndicator(): boolean {
    if (growth) return literal.unit === "%" && GROWS_ALONE.test(stem) && !/其中|看[，：]/.test(text.slice(Math.max(literal.start - 200, text.lastIndexOf("。", literal.start) + 1), literal.start));
    return !/完成|实现/.test(between?.[0] ?? "") && TOLD_TO_GROW.test(text.slice(literal.end));
  }
}

/** 出栏生猪116万头，比上年增长4.9%: what has a growth is an indicator, whatever its last word is. */
const TOLD_TO_GROW = /^(?:，|、|（)?(?:同比|[比较](?:上年|去年)(?:同期|末)?|同口径)?(?:增长|下降|增加|减少|提高|增幅)(?:了|达|为)?\d/;
/** 资本市场融资增长41.3%: nothing but a thing stands before the growth. A kind of a whole would lack the end of its name. */
const GROWS_ALONE = /^(?!同比|比|较|按|剔除|扣除|高于|占|增|拉动|带动|贡献|其中|预计|力争|确保|推动|支持|保持|消费|经济|收入)(?!.*[的了我们将把并让使由从在对与和及是为])[\p{Script=Han}A-Za-z]{4,12}(?<![后业类区县市镇乡村品司团期间年月度者])$/u;
const LONGEST_OPEN_NAME = 14;

/** The name that no known end shows: all words from the last that no name holds. */
function openName(words: string, organisation: string): { readonly name: string; readonly at: number } | null {
  const at = beginOfName(words, organisation);
  const name = words.slice(at);
  return name.length < 3 || name.length > LONGEST_OPEN_NAME || !/^[\p{Script=Han}A-Za-z]+$/u.test(name) || /^(?:每|达|超|约|近|占|[一二两三四五六七八九十几]+[项个类大家种])|(?:投资|投资额|资金|指标|任务|以上|每年|本级)$/.test(name) ? null : { name, at };
}

/** 突破2万元、达到20793元: the exact figure shows the unit. */
function exactUnit(text: string, { end, unit }: Literal, next: Literal | undefined): string {
  return unit !== "%" && next !== undefined && /^[、，](?:高?达到?|为)$/.test(text.slice(end, next.start)) ? next.unit : unit;
}

/** A change in 万千瓦 is one of a level in 万千瓦, one in points is one of a rate. */
function unitOfChange(written: string, stem: string): string | null {
  if (written === "个百分点") return /(?:率|比例|比重|占比|强度)$/.test(stem) ? "%" : null;
  return /^(?:%|％|‰|倍)$/.test(written) ? null : written;
}

interface Member {
  readonly word: string;
  readonly at: number;
}

/** The names of a list; 信息传输和软件业增加值 is one name, since a list has a name's end before each joint. */
function membersOf(list: string): Member[] {
  const industry = INDUSTRIES.find((name) => list.includes(name));
  // 计算机通信、航空航天制造等新兴产业税收 is one thing with examples of it.
  if (industry !== undefined || WITH_EXAMPLES.test(list)) return [{ word: list, at: 0 }];
  const found: Member[] = [];
  let at = 0;
  for (const part of list.split(/(?<=[、和与]|(?<!普)及(?!以[上下]))/)) {
    found.push({ word: part.replace(/[、和与及]$/, ""), at });
    at += part.length;
  }
  const lone = found.some(({ word }, index) => index < found.length - 1 && !endsLikeName(word));
  return lone ? [{ word: list, at: 0 }, ...found.slice(-1)] : found;
}

/** An ordinal in brackets, without its end: （七. */
const ORDINAL = /(?:^|[。；\n])[（(][一二三四五六七八九十\d]{1,3}$/;

function lastMark(text: string, before: number): number {
  let depth = 0;
  for (let at = before - 1; at >= 0; at--) {
    const sign = text.charAt(at);
    // What is quoted inside a name belongs to it: 共建“一带一路”国家进出口.
    if (sign === "）" && ORDINAL.test(text.slice(0, at))) return at + 1;
    if (sign === "）" || sign === "”") depth += 1;
    else if (sign === "（" || sign === "“") {
      if (depth === 0) return at + 1;
      depth -= 1;
    } else if (depth === 0 && /[，,；;。！？：:\n]/.test(sign)) return at + 1;
  }
  return 0;
}

/** Names that say themselves that they count growth. */
const GROWTH_NAMES = [...KNOWN_NAMES].filter((name) => /[涨增]幅$/.test(name));

function endsLikeLevel(chunk: string): boolean {
  return GROWTH_NAMES.some((name) => chunk.endsWith(name));
}
