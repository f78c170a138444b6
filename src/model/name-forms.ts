/** Other ways of writing the name of an indicator: words that statistics use for one another, and what the unit behind a figure says already. */
import { SCALE_WORDS } from "./scale-word.ts";

/** Words that say the same, anywhere in a name; where one contains another, the longer comes first. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["规模以上", "规上"], ["地区生产总值", "生产总值", "GDP"], ["社会消费品零售总额", "社零总额"], ["居民人均可支配收入", "居民收入"],
  ["第一产业增加值", "一产增加值"], ["第二产业增加值", "二产增加值"], ["第三产业增加值", "三产增加值"], ["第一产业投资", "一产投资"], ["第二产业投资", "二产投资"], ["第三产业投资", "三产投资"],
  ["研究与试验发展（R&D）经费", "R&D经费", "研发经费"], ["研发经费投入强度", "研发投入强度"], ["细颗粒物（PM2.5）", "细颗粒物", "PM2.5"], ["环境空气质量优良天数", "空气质量优良天数", "空气优良天数", "优良天数"],
  ["居民消费价格指数（CPI）", "居民消费价格指数", "居民消费价格", "CPI"], ["实际使用外资", "实际利用外资"], ["城镇新增就业", "新增城镇就业"], ["常住人口城镇化率", "城镇化率"], ["总产量", "产量"], ["比例", "比率"],
  ["城乡居民收入比", "城乡收入比"], ["货物进出口总额", "外贸进出口总额", "进出口总额"], ["各项存款余额", "存款余额"], ["各项贷款余额", "贷款余额"], ["旅游总收入", "旅游综合收入", "旅游收入"],
  ["接待游客人次", "接待国内外游客人次", "接待海内外游客人次", "旅游接待人次", "游客接待量", "游客接待人次"], ["高新技术企业", "高企"], ["经营主体", "市场主体"], ["网络零售额", "网上零售额"], ["三次产业结构", "三次产业比例", "三次产业比"], ["基本医疗保险", "基本医保"], ["单位地区生产总值能耗", "单位GDP能耗", "万元GDP能耗", "万元地区生产总值能耗"],
  // The investment that statistics publish every month leaves out farmers, and some reports say so.
  ["固定资产投资（不含农户）", "固定资产投资"], ["地方一般公共预算收入", "一般公共预算收入"], ["地方一般公共预算支出", "一般公共预算支出"],
];

/** Each replaces what it matches in a whole name; a name may take several, one after another. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/[（(][^（()）]*[）)]/, ""], [/^(.{2,12})[（(](扣除[^（()）]{2,16})[）)]$/, "$2后的$1"],
  // 高新技术企业总数 is the number of all, and 经营主体 is short for it.
  [/(?<=企业|单位|主体|户|人|床位|车|站)数$/, ""], [/(?<=\p{Script=Han}{2})数$/u, "总数"], [/(?<=\p{Script=Han}{2})数$/u, "数量"], [/^(?!新增|净增)(.*(?:企业|主体))$/, "$1总数"], [/(?<=\p{Script=Han}{4})总(?:数|量)$/u, ""],
  [/^城镇(?:调查|登记)失业率$/, "失业率"], [/^城镇(?=(?:调查|登记)失业率$)/, ""], [/^(?:环境)?空气质量优良天数比[例率]$/, "空气质量优良率"], [/总产量$/, "总产"], [/平均浓度$/, "浓度"], [/^(?:货物|外贸)?进出口总额$/, "外贸进出口"],
  [/^第([一二三])产业增加值$/, "$1产"], [/^农村居民人均可支配收入$/, "农民人均可支配收入"], [/^(?:全社会)?固定资产投资$/, "固投"],
  [/(?<=接待\p{Script=Han}*游客)人次$/u, ""], [/平均值$/, ""], [/(?:本外币|人民币)(?=各项|[存贷]款)/, ""], [/^(?:全社会|全体|年末)(?=.{3})/, ""], [/^国家(?=高新技术企业)/, ""],
  // 居民消费价格涨幅 before 上涨0.2%.
  [/(?<=\p{Script=Han}{3})(?:同比)?(?:涨幅|增幅|增速|增长率|增长速度)$/u, ""],
  [/^(?:货物|外贸)?([进出]口)(?:总额|总值|额)$/, "$1"], [/^货物([进出]口额)$/, "$1"],
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
    for (const form of Array.from(forms)) for (const other of [...replaced(form), ...shortened(form, unit)]) if (other !== "") forms.add(other);
  }
  forms.delete(name);
  return [...forms];
}

function replaced(name: string): string[] {
  return SYNONYMS.flatMap((words) => {
    const found = words.find((word) => name.includes(word));
    return found === undefined ? [] : words.filter((word) => word !== found).map((word) => name.replace(found, word));
  });
}

function shortened(name: string, unit: string): string[] {
  const base = unit.replace(new RegExp(`^(?:${SCALE_WORDS.join("|")})`), "");
  const counted = COUNTED.test(base) ? [`${base}数`, ...(base.length > 1 ? [base] : [])].find((end) => name.endsWith(end) && name.length - end.length >= SHORTEST) : undefined;
  return [...FORMS.filter(([pattern]) => pattern.test(name)).map(([pattern, short]) => name.replace(pattern, short)), ...(counted === undefined ? [] : [name.slice(0, -counted.length)])];
}
