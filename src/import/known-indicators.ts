/** Indicators that most reports have, with the ids, kinds and names that the beginnings of `luduan new` give them. */
import type { IndicatorKind } from "../model/indicator.ts";

export interface KnownIndicator {
  readonly id: string;
  readonly kind: IndicatorKind;
  readonly better: "up" | "down" | null;
  /** As reports write it; the first is the usual one. */
  readonly names: readonly string[];
}

const up = (id: string, kind: IndicatorKind, ...names: readonly string[]): KnownIndicator => ({ id, kind, better: "up", names });
const down = (id: string, kind: IndicatorKind, ...names: readonly string[]): KnownIndicator => ({ id, kind, better: "down", names });
const open = (id: string, kind: IndicatorKind, ...names: readonly string[]): KnownIndicator => ({ id, kind, better: null, names });

/** A name is known by its whole wording only: 工业投资 is not 投资. */
export const KNOWN_INDICATORS: readonly KnownIndicator[] = [
  up("gdp", "flow", "地区生产总值", "GDP", "生产总值", "国内生产总值", "经济总量"),
  up("gdp-per-head", "flow", "人均地区生产总值", "人均GDP", "人均生产总值"),
  up("revenue-general", "flow", "一般公共预算收入", "地方一般公共预算收入", "一般预算收入", "地方财政一般公共预算收入"),
  up("revenue-all", "flow", "全口径财政收入", "财政总收入", "一般公共预算总收入"),
  up("revenue", "flow", "财政收入", "地方财政收入"),
  up("tax", "flow", "税收收入", "税收"),
  open("spending", "flow", "一般公共预算支出"),
  up("output", "flow", "工业总产值"),
  up("output-above-scale", "flow", "规模以上工业总产值", "规上工业总产值", "规模以上工业产值", "规上工业产值"),
  up("industry", "flow", "规模以上工业增加值", "规上工业增加值"),
  up("industry-all", "flow", "工业增加值", "全部工业增加值"),
  up("investment", "flow", "固定资产投资", "全社会固定资产投资", "固投"),
  up("investment-industry", "flow", "工业投资"),
  up("investment-private", "flow", "民间投资"),
  up("retail", "flow", "社会消费品零售总额", "社零总额", "社消零总额"),
  up("trade", "flow", "进出口总额", "进出口", "外贸进出口总额", "货物进出口总额", "外贸进出口", "进出口总值"),
  up("exports", "flow", "出口总额", "外贸出口", "出口"),
  up("imports", "flow", "进口总额", "进口"),
  up("foreign-capital", "flow", "实际使用外资", "实际利用外资", "实际到账外资"),
  up("income", "flow", "居民人均可支配收入", "全体居民人均可支配收入"),
  up("income-both", "flow", "城乡居民人均可支配收入"),
  up("income-urban", "flow", "城镇居民人均可支配收入", "城镇常住居民人均可支配收入"),
  up("income-rural", "flow", "农村居民人均可支配收入", "农村常住居民人均可支配收入", "农民人均可支配收入"),
  up("primary", "flow", "第一产业增加值"),
  up("secondary", "flow", "第二产业增加值"),
  up("tertiary", "flow", "第三产业增加值"),
  up("services", "flow", "服务业增加值"),
  up("high-tech", "flow", "高技术制造业增加值"),
  up("grain", "flow", "粮食总产量", "粮食产量", "粮食总产"),
  up("jobs", "flow", "城镇新增就业", "新增城镇就业"),
  down("unemployment", "rate", "城镇调查失业率"),
  down("unemployment-registered", "rate", "城镇登记失业率"),
  open("prices", "flow", "居民消费价格", "居民消费价格指数", "CPI"),
  open("prices-growth", "rate", "居民消费价格涨幅", "居民消费价格总水平涨幅", "CPI涨幅"),
  open("population", "stock", "常住人口"),
  up("urbanisation", "rate", "常住人口城镇化率", "城镇化率"),
  up("deposits", "stock", "存款余额", "金融机构本外币存款余额", "金融机构存款余额", "人民币存款余额", "本外币存款余额"),
  up("loans", "stock", "贷款余额", "金融机构本外币贷款余额", "金融机构贷款余额", "人民币贷款余额", "本外币贷款余额"),
  up("research", "rate", "全社会研发投入强度", "研发投入强度", "研发经费投入强度", "R&D经费投入强度"),
  down("energy", "index", "单位地区生产总值能耗", "单位GDP能耗", "万元地区生产总值能耗"),
  up("forest", "rate", "森林覆盖率"),
  up("air", "rate", "空气质量优良天数比率", "空气优良天数比率", "空气质量优良率", "空气质量优良天数比例"),
  open("pm25", "index", "PM2.5平均浓度", "PM2.5浓度", "细颗粒物平均浓度"),
  up("tourists", "flow", "接待游客", "接待游客人次", "游客接待量"),
  up("tourism", "flow", "旅游收入", "旅游总收入", "旅游总花费"),
];

/** Nouns at the end of an indicator's name. What ends otherwise counts things: 新建学校12所. */
export const HEAD_NOUNS: readonly string[] = [
  "总值", "产值", "增加值", "收入", "支出", "投资", "投资额", "投入", "总额", "余额", "存款", "贷款", "零售额", "销售额", "营业额", "成交额", "交易额", "网零额", "进出口", "出口", "进口", "外资", "台资", "税收", "标准", "平均数", "在校生", "电量", "利润", "利税", "营收", "产量", "总产", "产能", "就业", "就业人员", "人口",
  "率", "比例", "比重", "占比", "强度", "指数", "密度", "浓度", "里程", "能耗", "用电", "用电量", "吞吐量", "客流量", "货运量", "客运量", "发电量", "用水量", "排放量", "周转量", "业务量", "总量", "人数", "人次", "寿命", "价格", "涨幅", "债务", "规模", "价值", "消费", "花费", "经费", "拥有量", "装机容量", "装机", "保费", "面积", "游客", "总收入", "户数", "数量", "增速", "均值", "水平", "费用", "成本", "单产", "年限", "学历", "覆盖面", "贡献", "缺口", "交易量", "保有量", "供应量", "接待量", "成交量", "销量", "供电量", "用气量", "税费", "安全感", "满意度", "幸福感", "获得感", "床位数", "托位数", "起数", "家数", "件数", "天数", "零售量", "销售量", "亏损额", "进出口额", "出口额", "进口额", "长度", "用户", "医师数", "护士数", "总收益", "结构", "负债", "资产", "利润率", "优良天数", "出栏", "存栏", "养老金", "增值税", "营业税", "所得税", "房产税", "消费税", "契税", "收入比", "收入比值", "系数", "到位资金",
  "CPI", "GDP", "PPI",
];

/** Nouns of lists in which a report says its place. */
export const RANK_NOUNS = /(?:百强|十强|千强|五十强|\d+强)[县区市镇乡村]?(?:名单|榜单?)?$|(?:排行榜|榜单|榜|考核|考评|评价|评估|指数|竞争力|能力|满意度|贡献率|水平|综合实力|排名|总量|总额|总值|收入|率)$/;

/** Units that reports count in. */
export const UNITS: readonly string[] = [
  "元", "美元", "欧元", "港元", "%", "个百分点", "人", "人次", "户", "家", "个", "项", "亩", "公顷", "平方公里", "平方千米", "平方米", "㎡", "吨", "标准煤", "吨标准煤", "公斤", "千克", "斤", "公里", "千米", "米", "千瓦", "千瓦时", "度", "立方米", "方", "件", "辆", "台", "套", "所", "座", "条", "张", "处", "只", "头", "羽", "株", "篇", "次", "场", "名", "岁", "天", "年", "微克/立方米", "毫克/升", "标箱", "标准箱", "TEU", "册", "例", "对", "艘", "架", "支", "笔", "批", "宗", "门", "盏", "种", "口", "间", "床", "枚", "期", "班", "列", "趟", "层", "栋", "幢", "片", "块", "段", "单", "起", "村", "兆瓦", "吉瓦", "元/月", "元/人", "元/亩", "万元/亩", "件/万人", "人/平方公里", "‰",
];
