/** The pattern that reads Chinese text: names, figures, periods and the words that join them. */
import { APPROXIMATE_WORDS } from "../model/approximate.ts";
import { kindredUnits } from "../model/convert-unit.ts";
import { OPAQUE } from "./wording.ts";
import { DOING, DONE_TO, ELSEWHEN, GLUE, OPEN, RESPECTIVELY, SEVERAL, VERBS, WHOLE_YEAR } from "./lexicon.ts";
import { NUMBER, oneOf } from "./pattern-parts.ts";

export const HAN_DIGITS = "〇一二三四五六七八九";
const YEAR = `(?:(?:19|20)\\d{2}|[一二][${HAN_DIGITS}]{3})`;
/** A scale word such as 亿 whose unit is left out; before another word, it would count that. */
const BARE_SCALE = "(?:万亿|亿|万)(?=[，。；、,;）)\\s]|$|大关|左右|以上|以下|以内)";

/** Before a number: the rest of a longer one in any script, of a range or of a code. No figure stands inside it. */
const WITHIN = "[\\d０-９.．A-Za-z+＋\\-－−—~～:∶︰/／第〇零一二三四五六七八九十百千]|[\\d０-９〇零一二三四五六七八九十百千][万亿]|[\\d０-９][,，\\u00A0\\u2009\\u202F]";

/** 在去年增长6%的基础上: what it builds on says nothing about the figures after it. */
const ASIDE = `在(?=[^，。；：]{0,12}(?:${YEAR}年|[去上前]年))[^，。；：]{2,40}?(?:基础|前提|背景|情况|条件|影响|形势)[上下](?:，|,)?`;

/** 是2010年的1.4倍: a comparison that gives no figure of its own, but the year from which 年均 counts. */
const TIMES_AS_MUCH = `是(?:上年|去年|(?<since>${YEAR})年)(?:同期)?的\\d+(?:\\.\\d+)?倍`;
/** 与上年持平, 同比持平: no figure follows, and the next is of the year again. */
const AS_BEFORE = `(?:[与和同比较](?:上年|去年|${YEAR}年)(?:同期)?(?:相比)?|同比)(?:基本|大体)?持平`;
/** 居全国第一, 保持全省前列: a place in words says nothing about whose the figures after it are. */
const PLACED = "(?:[位稳跃]?居|[位名]列|排名?|列|保持|[跃升]升?至?)(?:全[国省市区州县]|全球|世界|中部|东部|西部)(?:第[一二三四五六七八九十]+[位名]?|前列|首位|前茅|前[一二三四五六七八九十]+[位名]?)";
/** 首次跨越400亿元、500亿元两个台阶: what was passed on the way; the figure that was reached may follow. */
const STEPS = `(?:首次|一举|成功)*(?:迈上|跨上|跃上|踏上)了?${NUMBER}(?:万亿|[百千]?[亿万])?[^\\d，。；：、]{0,3}?的?新?(?:大关|台阶|关口)`;
const PASSED = `(?:首次|一举|成功|相继|连续|接连|先后)*(?:跨越|跨过|迈过|越过|站上|登上|冲破|闯过)了?(?:${NUMBER}(?:万亿|[百千]?[亿万])?[^\\d，。；：、]{0,3}?[、和]?)+(?:[两二三四]个|新)?(?:大关|台阶|关口)?`;

/** 占社会消费品零售总额的, 占规模以上工业增加值的比重, 占比: whose share it is stands before. */
const SHARE = "占比(?:重|例)?|占(?<of>[^，。；：、（）()\\d]{2,24}?)(?:的?(?:比重|比例|份额)|的?(?=(?:达到?|为|超过?|约|近){0,2}\\d))";

/** One pattern for all tokens, in order of precedence; tokens.ts reads its groups. */
export function chinesePattern(names: readonly string[], units: readonly string[], organisation: string): RegExp {
  const before = APPROXIMATE_WORDS.filter(({ side }) => side === "before").map(({ word }) => word);
  const after = APPROXIMATE_WORDS.filter(({ side, meaning }) => side === "after" && meaning !== "little-above").map(({ word }) => word);
  const body = organisation.replace(/(?:人民)?(?:政府|委员会|代表大会|[^省市区州县旗乡镇村]{0,12}[局委办部])$/, "");
  const scope = /[省市区州县旗乡镇村]$/.exec(body)?.[0] ?? null;
  const own = [organisation, body, ...(scope === null ? [] : ["全", "我", "本"].map((word) => word + scope))];
  const unit = `${oneOf(["%", "个百分点", "倍", ...units.flatMap((one) => [one, ...kindredUnits(one)])])}|${BARE_SCALE}`;
  const alternatives = [
    `(?<name>${oneOf(names)})`,
    `(?<doing>(?:${oneOf(DOING)})了?(?:${oneOf(DONE_TO)})?(?=${oneOf(names)}))`,
    `(?<multiple>${TIMES_AS_MUCH})`,
    `(?<aside>${ASIDE}|${AS_BEFORE}|${PLACED}|${STEPS}|${PASSED})`,
    `(?<share>${SHARE})`,
    // 连续36个月 says how long, not when.
    `连续[\\d${HAN_DIGITS}十两多]+个?(?:年|月|季度?)`,
    `(?:相比|对比|[比较同与])(?<base>${YEAR})年(?:相比)?`,
    `(?:(?:截至|截止)(?=${YEAR}年[末底])|[到至](?=${YEAR}年))?(?<year>${YEAR})年(?:度|(?<yearEnd>[末底]))?(?![代底末初\\d以来]|(?:${ELSEWHEN}))`,
    `(?<elsewhen>${ELSEWHEN})`,
    `(?<several>${SEVERAL})`,
    "(?<relative>[今去]年)(?:以来)?",
    `(?<number>(?<!${WITHIN})(?<lead>${oneOf(before)})?(?<digits>${NUMBER})(?<more>[余多])?\\s?(?<scale>${unit})(?<tail>${oneOf(after)})?(?![~～—/／-]|[点个次均口])(?=(?<ranged>[至到]\\s?\\d)?))`,
    `(?<ratio>(?<!${WITHIN})\\d+(?:\\.\\d+)?(?:[:：∶︰]\\d+(?:\\.\\d+)?)+)(?![:：∶︰.\\d])`,
    `(?<bare>(?<!${WITHIN})\\d+\\.\\d+(?:以[内上下]|左右)?)(?=[，。；、,;)）\\s]|$|[缩扩]小|下?降|扩大|提高|上?升|增[长加至到]|减|调整|优化)`,
    "(?<average>年均|年平均)",
    `(?<respectively>${RESPECTIVELY})`,
    "(?<place>第?(?<!\\d)(?<rank>\\d+)位(?!数))",
    `(?<from>[由从])(?=[^，。；]{0,8}\\d)`,
    "(?<until>[到至])(?=\\s?(?:\\d|[一二]〇))",
    `(?<own>${oneOf(own.filter((word) => word !== ""))})`,
    `(?<verb>(?:${oneOf([...VERBS.keys()])})(?!加?值))`,
    "(?<and>[、和与及])",
    `(?<whole>${oneOf(WHOLE_YEAR)})`,
    `(?<open>${oneOf([...OPEN.keys()])})`,
    `(?<glue>${oneOf(GLUE)}|本外币(?=各项|[存贷]款)|平均值?(?=\\s?(?:为|达|约|\\d))|[[〔]\\d{1,2}[\\]〕])`,
    "(?<mark>[，,；：:（）()“”\\s]|——)",
    OPAQUE,
  ];
  return new RegExp(alternatives.join("|"), "g");
}
