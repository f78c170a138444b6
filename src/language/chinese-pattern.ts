/** The pattern that reads Chinese text: names, figures, periods and the words that join them. */
import { APPROXIMATE_WORDS } from "../model/approximate.ts";
import { kindredUnits } from "../model/convert-unit.ts";
import { OPAQUE } from "./wording.ts";
import { GLUE, OPEN, VERBS, WHOLE_YEAR } from "./lexicon.ts";
import { NUMBER, oneOf } from "./pattern-parts.ts";

export const HAN_DIGITS = "〇一二三四五六七八九";
const YEAR = `(?:(?:19|20)\\d{2}|[一二][${HAN_DIGITS}]{3})`;
/** A scale word such as 亿 whose unit is left out; before another word, it would count that. */
const BARE_SCALE = "(?:万亿|亿|万)(?=[，。；、,;）)\\s]|$|大关|左右|以上|以下|以内)";

/** Before a number: the rest of a longer one in any script, of a range or of a code. No figure stands inside it. */
const WITHIN = "[\\d０-９.．A-Za-z+＋\\-－−—~～:∶/／第〇零一二三四五六七八九十百千]|[\\d０-９〇零一二三四五六七八九十百千][万亿]|[\\d０-９][,，\\u00A0\\u2009\\u202F]";

/** One pattern for all tokens, in order of precedence; tokens.ts reads its groups. */
export function chinesePattern(names: readonly string[], units: readonly string[], organisation: string): RegExp {
  const before = APPROXIMATE_WORDS.filter(({ side }) => side === "before").map(({ word }) => word);
  const after = APPROXIMATE_WORDS.filter(({ side, meaning }) => side === "after" && meaning !== "little-above").map(({ word }) => word);
  const scope = /[省市区县乡镇村]$/.exec(organisation)?.[0] ?? null;
  const own = [organisation, ...(scope === null ? [] : ["全", "我", "本"].map((word) => word + scope))];
  const unit = `${oneOf(["%", ...units.flatMap((one) => [one, ...kindredUnits(one)])])}|${BARE_SCALE}`;
  const alternatives = [
    `(?<name>${oneOf(names)})`,
    `(?:相比|对比|[比较同与])(?<base>${YEAR})年(?:相比)?`,
    `(?:(?:截至|截止|到|至)(?=${YEAR}年[末底]))?(?<year>${YEAR})年(?:度|(?<yearEnd>[末底]))?(?![代底末初\\d以来])`,
    `(?<number>(?<!${WITHIN})(?<lead>${oneOf(before)})?(?<digits>${NUMBER})(?<more>[余多])?\\s?(?<scale>${unit})(?<tail>${oneOf(after)})?(?![~～—/／-]|[至到]\\s?\\d|[点个次均口]))`,
    "(?<place>第?(?<!\\d)(?<rank>\\d+)位(?!数))",
    `(?<own>${oneOf(own)})`,
    `(?<verb>${oneOf([...VERBS.keys()])})`,
    "(?<and>[、和与及])",
    `(?<whole>${oneOf(WHOLE_YEAR)})`,
    `(?<open>${oneOf([...OPEN.keys()])})`,
    `(?<glue>${oneOf(GLUE)})`,
    "(?<mark>[，,；：:（）()“”\\s])",
    OPAQUE,
  ];
  return new RegExp(alternatives.join("|"), "g");
}
