/** Characters that are mistaken for one another, and those whose exchange is meant to name something else. */

/** Groups that look or sound alike and get mixed up in names and phrases. */
const ALIKE: readonly string[] = [
  "甪角用甩", "己已巳", "未末", "戊戌戍", "毫亳", "睢雎", "洗冼", "茌荏", "汩汨", "即既", "辩辨辫", "密蜜", "拔拨", "侯候", "祟崇", "摩磨", "坐座", "象像",
  "度渡", "的地得", "做作", "在再", "帐账", "分份", "竟竞", "微徽", "驰弛", "贷货", "折拆", "晴睛", "代带", "功工攻", "园圆源", "城诚成", "陪培赔",
  "提题", "型形", "制治致", "以已", "象向", "其期", "目木", "径经", "建健", "线现", "连联", "定订", "融溶", "合和", "力立利", "优尤", "胜盛", "慢漫", "端瑞",
  "浒许", "澄橙", "蒋将", "浦蒲", "潭谭", "陶淘", "甫埔辅", "吴昊", "淞松", "墅野", "旱早", "鲁普", "设没", "娄楼", "划化", "质制", "引影", "趋驱", "相像",
];
/** Numbers, directions, sizes and so on: 六期 is not a slip for 八期. */
const SERIES = "〇零一二两三四五六七八九十百千万亿0123456789甲乙丙丁东西南北中上下左右前后内外大小高低多少新老旧初末正副男女省市县区镇乡村";

const GROUPS: ReadonlyMap<string, readonly string[]> = groupsOf(ALIKE);

function groupsOf(groups: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const group of groups) {
    for (const character of group) found.set(character, [...(found.get(character) ?? []), ...[...group].filter((other) => other !== character)]);
  }
  return found;
}

/** Characters that get mixed up with `character`. */
export function lookAlikes(character: string): readonly string[] {
  return GROUPS.get(character) ?? [];
}

/** Whether putting one character for the other names another member of a series. */
export function areSeries(a: string, b: string): boolean {
  return SERIES.includes(a) && SERIES.includes(b);
}
