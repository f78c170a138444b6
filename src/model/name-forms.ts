/** Other ways of writing the name of an indicator: short forms that statistics use, and what the unit behind a figure says already. */
import { SCALE_WORDS } from "./scale-word.ts";

/** Each replaces what it matches; a name may take several, one after another. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  // Without what a bracket adds, or with the letters that stand in it for the words before: PM2.5平均浓度.
  [/[（(][^（()）]*[）)]/, ""], [/^\p{Script=Han}{2,8}[（(]([A-Z][\w.&]{1,8})[）)]/u, "$1"], [/^(.{2,12})[（(](扣除[^（()）]{2,16})[）)]$/, "$2后的$1"],
  // 高新技术企业总数 is the number of all, and 经营主体 is short for it.
  [/(?<=企业|单位|主体|户|人|床位|车|站)数$/, ""], [/(?<=\p{Script=Han}{2})数$/u, "总数"], [/(?<=\p{Script=Han}{2})数$/u, "数量"], [/(?<=\p{Script=Han}{4})总(?:数|量)$/u, ""], [/总产量$/, "产量"], [/粮食产量$/, "粮食总产量"],
  [/(?<=接待\p{Script=Han}*游客)人次$/u, ""], [/^旅游(?:总|综合)收入$/, "旅游收入"],
  [/^(?:全社会|全体|全[国省市州县区镇乡])(?=.{3})/, ""], [/规模以上/, "规上"], [/规上/, "规模以上"],
  [/^地区生产总值$/, "生产总值"], [/(?:地区)?生产总值/, "GDP"], [/^社会消费品零售总额$/, "社零总额"],
  [/^([进出]口)总额$/, "$1"], [/^(?:货物|外贸)?进出口总额$/, "进出口总额"], [/^进出口总额$/, "外贸进出口总额"], [/^进出口总额$/, "货物进出口总额"], [/实际使用外资/, "实际利用外资"], [/实际利用外资/, "实际使用外资"],
  // The investment that statistics publish every month leaves out farmers, and some reports say so.
  [/^固定资产投资$/, "固定资产投资（不含农户）"], [/^(一般公共预算(?:收入|支出))$/, "地方$1"], [/各项(?=[存贷]款)/, ""],
  [/居民人均可支配收入$/, "居民收入"], [/^城乡居民收入比$/, "城乡收入比"], [/^城镇新增就业/, "新增城镇就业"], [/^新增城镇就业/, "城镇新增就业"], [/^常住人口(?=城镇化率$)/, ""],
  [/研发经费投入强度/, "研发投入强度"], [/研发投入强度/, "研发经费投入强度"], [/比例$/, "比率"], [/比率$/, "比例"],
];

/** What a name counts, which its unit repeats: 列数 before 1286列, 人次 before 132.8万人次. */
const COUNTED = /^(?:\p{Script=Han}{1,2})$/u;
/** Characters that a name keeps without it. */
const SHORTEST = 4;

/** All other forms of a name, without the name itself. */
export function nameForms(name: string, unit: string): readonly string[] {
  const forms = new Set([name]);
  // Twice: 规模以上工业企业数 is 规上工业企业.
  for (let round = 0; round < 2; round++) {
    for (const form of Array.from(forms)) for (const short of shortened(form, unit)) if (short !== "") forms.add(short);
  }
  forms.delete(name);
  return [...forms];
}

function shortened(name: string, unit: string): string[] {
  const base = unit.replace(new RegExp(`^(?:${SCALE_WORDS.join("|")})`), "");
  const counted = COUNTED.test(base) ? [`${base}数`, base].find((end) => name.endsWith(end) && name.length - end.length >= SHORTEST) : undefined;
  return [...FORMS.filter(([pattern]) => pattern.test(name)).map(([pattern, short]) => name.replace(pattern, short)), ...(counted === undefined ? [] : [name.slice(0, -counted.length)])];
}
