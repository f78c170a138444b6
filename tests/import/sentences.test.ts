/** Single sentences of reports, each of a kind that reports use, and every figure that becomes certain in it. */
import { expect, test } from "vitest";
import { understand } from "../../src/import/understand.ts";
import { documentFrom, UNTAUGHT } from "./documents.ts";

/** `name measure text`, with `@period` where that is not the report's year and `~basis` where it has one. */
function certain(sentence: string, head: string, title = "青川县政府工作报告"): string[] {
  const { decisions, period } = understand(documentFrom([title, { text: head, level: 1 }, sentence]), UNTAUGHT);
  return decisions.flatMap((one) => (one.type !== "figure" || one.certainty !== "sure" ? [] : [`${one.name} ${one.measure} ${one.text}${one.period === period ? "" : `@${one.period}`}${one.basis === "" ? "" : `~${one.basis}`}`]));
}

const YEAR = "2025年工作回顾";
const FIVE = "“十四五”时期工作回顾";

test.each<readonly [kind: string, sentence: string, expected: readonly string[]]>([
  ["a topic before its first sentence", "人口年末常住人口31.6万人，比上年末增加0.2万人。", ["常住人口 level 31.6万人", "常住人口 change 增加0.2万人"]],
  ["a growth tells that a thing is an indicator", "全年出栏生猪52.3万头，比上年增长4.1%；出栏羊7.9万只，增长2.6%。", ["出栏生猪 level 52.3万头", "出栏生猪 growth 4.1%", "出栏羊 level 7.9万只", "出栏羊 growth 2.6%"]],
  ["as in the year before", "烟叶产量0.6万吨，与上年持平；水果产量18万吨，增长5.2%。", ["烟叶产量 level 0.6万吨", "水果产量 level 18万吨", "水果产量 growth 5.2%"]],
  ["what an output is of stands before", "油料种植面积41万亩，较上年增长0.6%；总产6.8万吨，增长2.1%。", ["油料种植面积 level 41万亩", "油料种植面积 growth 0.6%", "油料总产 level 6.8万吨", "油料总产 growth 2.1%"]],
  ["an area sown is no stock", "全年实现粮播面积31392亩。", ["粮播面积 level 31392亩"]],
  ["a step on the way", "地区生产总值迈上600亿元台阶，达到612.4亿元。", ["地区生产总值 level 612.4亿元"]],
  ["a sum ends with its clause", "累计实施技改项目215个，工业产品优等品率提高到45.2%。", ["工业产品优等品率 level 45.2%"]],
  ["one figure of two names leaves the next clause alone", "小学入学率、初中入学率超过99%，高中阶段毛入学率提高到93.4%。", ["高中阶段毛入学率 level 93.4%"]],
  ["what stands before a list is of all", "对东盟、欧盟进出口分别增长16.7%、40.2%。", ["对东盟进出口 growth 16.7%", "对欧盟进出口 growth 40.2%"]],
  ["examples of a thing", "计算机通信、航空制造等新兴产业税收增长31%。", ["计算机通信、航空制造等新兴产业税收 growth 31%"]],
  ["three sectors at once", "三次产业对经济增长的贡献率分别为8.1%、36.4%和55.5%。", ["第一产业对经济增长的贡献率 level 8.1%", "第二产业对经济增长的贡献率 level 36.4%", "第三产业对经济增长的贡献率 level 55.5%"]],
  ["by what the kinds are told apart", "分产业看，第一产业实现增加值77.8亿元，增长3.5%。", ["第一产业增加值 level 77.8亿元", "第一产业增加值 growth 3.5%"]],
  ["counted by heads", "按常住人口计算人均地区生产总值为74331元。", ["人均地区生产总值 level 74331元"]],
  ["a place of the amount", "技术合同成交额达到121亿元、金额居全省第3位。", ["技术合同成交额 level 121亿元", "技术合同成交额 rank 第3位"]],
  ["less than nothing", "人口自然增长率-2.18‰，出生率6.01‰。", ["人口自然增长率 level -2.18‰", "出生率 level 6.01‰"]],
  ["held against its plan", "初步核算，全年实现地区生产总值268.4亿元，同比增长6.1%，略高于年初6%左右的预期目标。城镇新增就业4260人，超额完成年度目标。", ["地区生产总值 level 268.4亿元", "地区生产总值 growth 6.1%", "城镇新增就业 level 4260人"]],
  ["of which budget the heading says", "（二）政府性基金预算。受土地市场影响，收入54.7亿元，下降18.4%；支出71.3亿元，下降6.2%。", ["政府性基金预算收入 level 54.7亿元", "政府性基金预算收入 growth 下降18.4%", "政府性基金预算支出 level 71.3亿元", "政府性基金预算支出 growth 下降6.2%"]],
  ["a plan among figures", "固定资产投资计划增长6%左右，实际增长4.4%；进出口总额预期为70亿元。", []],
  ["spending of several kinds", "卫生健康、农林水支出分别为34.17亿元和41.06亿元，分别增长2.9%和5.1%。", ["卫生健康支出 level 34.17亿元", "农林水支出 level 41.06亿元", "卫生健康支出 growth 2.9%", "农林水支出 growth 5.1%"]],
  ["how it went before how much", "进出口总额再创新高，达到18.6亿元，增长12.7%。工业技改投资增势强劲，增长15.3%；居民消费价格保持平稳，上涨0.2%。营商环境持续优化，利润总额增长9.6%。", ["进出口总额 level 18.6亿元", "进出口总额 growth 12.7%", "工业技改投资 growth 15.3%", "居民消费价格 growth 0.2%", "利润总额 growth 9.6%"]],
  ["who has it of the income", "居民人均可支配收入32640元，增长5.6%。按常住地分，城镇居民41280元、农村居民24950元，分别增长5.0%、6.7%。常住人口城镇化率52.6%，一年提高1.2个百分点。", ["居民人均可支配收入 level 32640元", "居民人均可支配收入 growth 5.6%", "城镇居民人均可支配收入 level 41280元", "农村居民人均可支配收入 level 24950元", "城镇居民人均可支配收入 growth 5.0%", "农村居民人均可支配收入 growth 6.7%", "常住人口城镇化率 level 52.6%", "常住人口城镇化率 change 提高1.2个百分点"]],
  ["of the same scope", "一般公共预算收入28.6亿元，同口径增长4.2%；税收收入按可比口径计算下降1.5%；地区生产总值按可比价格计算增长5.6%。", ["一般公共预算收入 level 28.6亿元", "一般公共预算收入 growth 4.2%~同口径", "税收收入 growth 下降1.5%~同口径", "地区生产总值 growth 5.6%"]],
  ["a ratio with a colon of its own", "三次产业结构比例为16.5︰26.2︰57.3。", ["三次产业结构比例 level 16.5︰26.2︰57.3"]],
  ["who works again", "失业人员实现再就业1500人。", ["失业人员再就业 level 1500人"]],
  ["who contributes to what", "工业对全县经济增长的贡献率达到36.1%。", ["工业对全县经济增长的贡献率 level 36.1%"]],
  ["whose contribution stands before", "民营经济增加值122亿元，比上年增长5.8%，占GDP的比重为61.0%，对GDP增长的贡献率为56.5%。", ["民营经济增加值 level 122亿元", "民营经济增加值 growth 5.8%", "民营经济增加值占GDP的比重 level 61.0%", "民营经济增加值对GDP增长的贡献率 level 56.5%"]],
  ["a share without its noun", "工业投资增长5.4%，占固定资产投资的35.1%。", ["工业投资 growth 5.4%", "工业投资占固定资产投资比重 level 35.1%"]],
  ["kinds after 其中", "蔬菜种植面积增长17.8%，其中玉米、马铃薯分别增长17.1%、7.5%。", ["蔬菜种植面积 growth 17.8%", "玉米种植面积 growth 17.1%", "马铃薯种植面积 growth 7.5%"]],
  ["a quotation inside a name", "对共建“一带一路”国家进出口增长14.4%。", ["对共建“一带一路”国家进出口 growth 14.4%"]],
  ["expected in the year's last days", "农产品加工产值预计增长8%。", ["农产品加工产值 growth 8%"]],
  ["two in one name", "城乡居民人均可支配收入分别增长5.3%、7%。", ["城镇居民人均可支配收入 growth 5.3%", "农村居民人均可支配收入 growth 7%"]],
  ["members of one length", "食品、药品抽检合格率分别达99.62%、99.71%。", ["食品抽检合格率 level 99.62%", "药品抽检合格率 level 99.71%"]],
  ["an ordinal before the name", "（七）重要河湖生态流量达标率100%。", ["重要河湖生态流量达标率 level 100%"]],
  ["the exact figure in another unit", "农村居民人均可支配收入首次突破2万元、达到20793元。", ["农村居民人均可支配收入 level 20793元"]],
  ["a place in words", "粮食总产48.5万吨、居全省第一，棉花总产6.6万吨。", ["粮食总产 level 48.5万吨", "粮食总产 rank 第一", "棉花总产 level 6.6万吨"]],
  ["how much of a plan", "一般公共预算收入2.4亿元，完成预算数100.69%，增长9.99%。", ["一般公共预算收入 level 2.4亿元", "一般公共预算收入 growth 9.99%"]],
  ["what kinds have done", "完成公路固定资产投资28.5亿元，增长9.7%。其中，高速公路完成16.2亿元、增长7.3%。", ["公路固定资产投资 level 28.5亿元", "公路固定资产投资 growth 9.7%", "高速公路投资 level 16.2亿元", "高速公路投资 growth 7.3%"]],
  ["a share of the country", "棉花总产6.5万吨、占全国9.8%。", ["棉花总产 level 6.5万吨", "棉花总产占全国比重 level 9.8%"]],
  ["in relation to", "研发经费支出相当于地区生产总值的比例达到2.4%。", ["研发经费支出相当于地区生产总值的比例 level 2.4%"]],
  ["a growth and the level that it led to", "招商引资增长24.1%达63.5亿元，一般公共预算收入增长6%，达到4.3亿元。", ["招商引资 growth 24.1%", "招商引资 level 63.5亿元", "一般公共预算收入 growth 6%", "一般公共预算收入 level 4.3亿元"]],
  ["a sector beside the whole", "地区生产总值增长6.4%达93.5亿元，第一产业增长4.1%达21.4亿元。", ["地区生产总值 growth 6.4%", "地区生产总值 level 93.5亿元", "第一产业增加值 growth 4.1%", "第一产业增加值 level 21.4亿元"]],
  ["a second pair for two in one name", "城乡常住居民人均可支配收入分别增长7%和9%，分别达43500元和19800元。", ["城镇常住居民人均可支配收入 growth 7%", "农村常住居民人均可支配收入 growth 9%", "城镇常住居民人均可支配收入 level 43500元", "农村常住居民人均可支配收入 level 19800元"]],
  ["a second pair behind a joint", "城镇、牧区常住居民人均可支配收入分别达到33500元和21400元、增长6%和8%。", ["城镇常住居民人均可支配收入 level 33500元", "牧区常住居民人均可支配收入 level 21400元", "城镇常住居民人均可支配收入 growth 6%", "牧区常住居民人均可支配收入 growth 8%"]],
  ["deposits and loans in one word", "存贷款余额同比分别增长10.2%、9.4%。", ["存款余额 growth 10.2%", "贷款余额 growth 9.4%"]],
  ["blanks inside figures", "网络零售额增长 5.2 %，快递业务量 3.4 亿件。", ["网络零售额 growth 5.2 %", "快递业务量 level 3.4 亿件"]],
  ["since when", "工业投资增长9.5%，增速为12年来首次突破9%；固定资产投资增长8.3%，创近20年新高；民间投资增长2.7%。", ["工业投资 growth 9.5%", "固定资产投资 growth 8.3%", "民间投资 growth 2.7%"]],
  ["what else the same have made", "规模以上工业企业实现营业收入136亿元，利润总额达9.3亿元。", ["规模以上工业企业营业收入 level 136亿元", "规模以上工业企业利润总额 level 9.3亿元"]],
  ["who has made it, said twice", "全年具有资质等级的建筑业企业完成建筑业总产值25.6亿元，比上年下降0.3%。", ["建筑业总产值 level 25.6亿元", "建筑业总产值 growth 下降0.3%"]],
  ["shares of a list", "第一产业、第二产业、第三产业增加值占地区生产总值的比重分别为15.8%、39.5%、44.7%。", ["第一产业增加值占地区生产总值的比重 level 15.8%", "第二产业增加值占地区生产总值的比重 level 39.5%", "第三产业增加值占地区生产总值的比重 level 44.7%"]],
  ["the age of people", "60周岁及以上人口5.4万人，占常住人口比重为15.6%。", ["60周岁及以上人口 level 5.4万人", "60周岁及以上人口占常住人口比重 level 15.6%"]],
  ["against the same time of the year before", "渔业增加值占比12.5%，比去年同期增长2.4个百分点。", ["渔业增加值占比 level 12.5%", "渔业增加值占比 change 增长2.4个百分点"]],
  ["an amount beside a rate", "存款余额352亿元，比上年末增加26亿元，增长8.1%。", ["存款余额 level 352亿元", "存款余额 growth 8.1%"]],
  ["a place between two figures", "地区生产总值612亿元，居全省第4位，增长5.5%。", ["地区生产总值 level 612亿元", "地区生产总值 rank 第4位", "地区生产总值 growth 5.5%"]],
  ["what all figures are reckoned in", "各项存款余额（人民币口径，下同）352亿元，增长8.1%。", ["各项存款余额 level 352亿元", "各项存款余额 growth 8.1%"]],
  ["a task and what was done", "财政收入任务1740万元，完成1980万元，增长6.2%。", ["财政收入 level 1980万元", "财政收入 growth 6.2%"]],
  ["what is made of a thing that is raised or grown", "粮食产量28360吨；生猪出栏5.9万头，产值达9585万元；种植柠檬4200亩，产量4820吨。", ["粮食产量 level 28360吨", "生猪出栏 level 5.9万头", "生猪产值 level 9585万元", "柠檬产量 level 4820吨"]],
  ["kinds within a sector", "在服务业中，批发和零售业增长11.1%，金融业增长6.4%。", ["批发和零售业增加值 growth 11.1%", "金融业增加值 growth 6.4%"]],
  ["prices by area", "居民消费价格比上年上涨0.8%。分城乡看，城市上涨0.7%，农村上涨1.1%。", ["居民消费价格 growth 0.8%", "城市居民消费价格 growth 0.7%", "农村居民消费价格 growth 1.1%"]],
  ["so many kinds of prices", "其中，食品、衣着、居住等三类价格分别上涨2.9%、0.7%和1.5%。", ["食品价格 growth 2.9%", "衣着价格 growth 0.7%", "居住价格 growth 1.5%"]],
  ["counted by heads of people", "每万人发明专利9.8件，城市创新竞争力居全国第67位。", ["每万人发明专利 level 9.8件", "城市创新竞争力 rank 第67位"]],
  ["asking for money is no plan", "争取上级资金3.6亿元，固定资产投资完成17亿元，超额完成年度任务2.1亿元，增长20.6%。", ["固定资产投资 level 17亿元", "固定资产投资 growth 20.6%"]],
  ["against written as with", "小麦种植面积0.9万亩，与上年增长12%。", ["小麦种植面积 level 0.9万亩", "小麦种植面积 growth 12%"]],
  ["a weight in a whole", "服务业在全县经济中的比重比上年下降3.2个百分点。", ["服务业在全县经济中的比重 change 下降3.2个百分点"]],
  ["whose output it is", "新兴产业加速成长，产值增长45%。", ["新兴产业产值 growth 45%"]],
  ["a matter before the figures", "在民生方面，城镇新增就业5600人，来自园区的税收收入3.2亿元。", ["城镇新增就业 level 5600人", "税收收入 level 3.2亿元"]],
  ["more grown", "粮食总产量28.4万吨，增产1.1%。", ["粮食总产量 level 28.4万吨", "粮食总产量 growth 1.1%"]],
])("%s: %s", (_, sentence, expected) => {
  expect(certain(sentence, YEAR)).toEqual(expected);
});

test.each<readonly [kind: string, sentence: string, expected: readonly string[]]>([
  ["年均 since the year compared with", "2025年完成地区生产总值330.2亿元，是2020年的1.5倍，年均增长9.1%。", ["地区生产总值 level 330.2亿元", "地区生产总值 growth 9.1%@2021-2025~年均"]],
  ["年均 of the five years before a named year", "过去五年，2025年实现生产总值288.7亿元，年均增长5.1%。", ["生产总值 level 288.7亿元", "生产总值 growth 5.1%@2021-2025~年均"]],
  ["the end of the plan before leaves the five years alone", "地区生产总值较“十三五”末增加74亿元。一般公共预算收入从8.6亿元增加到11.4亿元。", ["一般公共预算收入 level 8.6亿元@2020", "一般公共预算收入 level 11.4亿元"]],
  ["both years said", "地区生产总值从2020年的491亿元增加到2025年的650亿元，年均增长5.3%。三次产业结构由15:61.9:23.1调整为14:57.5:28.5。", ["地区生产总值 level 491亿元@2020", "地区生产总值 level 650亿元", "地区生产总值 growth 5.3%@2021-2025~年均", "三次产业结构 level 15:61.9:23.1@2020", "三次产业结构 level 14:57.5:28.5"]],
  ["passed is reached", "工业总产值突破150亿元。", ["工业总产值 level 突破150亿元"]],
])("of five years: %s: %s", (_, sentence, expected) => {
  expect(certain(sentence, FIVE)).toEqual(expected);
});

test.each<readonly [kind: string, sentence: string, expected: readonly string[]]>([
  ["the city's own", "In 2025, the city's fixed-asset investment dropped by 1.3 percent.", ["fixed-asset investment growth 1.3 percent"]],
  ["a growth and the level that it led to", "Exports increased by 14.4 percent to 10 billion yuan and imports increased by 18.8 percent to 8.6 billion yuan.", ["Exports growth 14.4 percent", "Exports level 10 billion yuan", "imports growth 18.8 percent", "imports level 8.6 billion yuan"]],
  ["was up by", "Education investment was up by 47.5 percent, while power, heat, gas and water investment was up by 34.7 percent.", ["Education investment growth 47.5 percent", "power, heat, gas and water investment growth 34.7 percent"]],
  ["a year before the verb", "The gross domestic product (GDP) in 2025 was 121.7 billion yuan, up by 3.0 percent over the previous year.", ["gross domestic product level 121.7 billion yuan", "gross domestic product growth 3.0 percent"]],
  ["that of", "Of this total, the value added of the primary industry was 8.8 billion yuan, up by 4.1 percent; that of the secondary industry was 48.3 billion yuan.", ["value added of the primary industry level 8.8 billion yuan", "value added of the primary industry growth 4.1 percent", "value added of the secondary industry level 48.3 billion yuan"]],
  ["at constant prices", "According to the preliminary calculation, the annual GDP was 12.1 billion yuan, an increase of 3.0% over the previous year at constant prices.", ["GDP level 12.1 billion yuan", "GDP growth 3.0%"]],
  ["a list of growths", "Revenue reached 3.1 billion yuan, industrial added value increased by 7.2%, and total retail sales increased by 2.4%.", ["Revenue level 3.1 billion yuan", "industrial added value growth 7.2%", "retail sales growth 2.4%"]],
  ["a noun of growth", "Private consumption posted a 6.9 percent growth in 2025, outpacing its 6.1 percent growth in 2024. The overall investment recorded a strong growth of 8.1 percent.", ["Private consumption growth 6.9 percent", "overall investment growth 8.1 percent"]],
  ["a growth behind its level", "Total retail sales reached 5.4 billion yuan ($0.7 billion), a 5.5 percent year-on-year increase.", ["retail sales level 5.4 billion yuan", "retail sales growth 5.5 percent"]],
  ["why and how it moved", "Thanks to high employment, exports of goods also rebounded sharply, by 10.8 percent in real terms for the year as a whole.", ["exports of goods growth 10.8 percent"]],
  ["with its figures", "Growth was steady in 2025, with GDP increasing by 5.6 percent, year-on-year, at 12.6 billion yuan.", ["GDP growth 5.6 percent", "GDP level 12.6 billion yuan"]],
  ["who says so", "The report shows that Canglan's GDP grew by 5.3 percent. The construction sector expanded by 2.8 percent, a turnaround from the 3.5 percent contraction in 2024.", ["GDP growth 5.3 percent", "construction sector growth 2.8 percent"]],
  ["per cent in words", "The unemployment rate averaged at a low level of 3.3 per cent.", ["unemployment rate level 3.3 per cent"]],
  ["a line of a list", "Annual tourism revenues: 57.6 million yuan, up by 14.7 percent year on year", ["tourism revenues level 57.6 million yuan", "tourism revenues growth 14.7 percent"]],
  ["an amount or a growth", "The total grain output was 6.53 million tons, an increase of 0.68 million tons or 0.5% over the previous year.", ["grain output level 6.53 million tons", "grain output growth 0.5%"]],
])("in English: %s: %s", (_, sentence, expected) => {
  expect(certain(sentence, "Review of 2025", "Work Report of Canglan County")).toEqual(expected);
});

test("a text without marks is spoken, and not read for figures", () => {
  expect(certain(`${"地区生产总值增长5.4%，农业、工业".repeat(300)}。`, YEAR)).toEqual([]);
  expect(certain(`${"地区生产总值增长5.4%，".repeat(20)}${"全县经济运行平稳。".repeat(400)}`, YEAR)).toContain("地区生产总值 growth 5.4%");
});

test("a heading about the year and a little more, and a meeting whose day stands behind its place", () => {
  expect(certain("地区生产总值增长5.4%。", "2025年及今年以来工作回顾")).toEqual(["地区生产总值 growth 5.4%"]);
  expect(certain("地区生产总值增长5.4%。", "过去一年工作", "政府工作报告——在青川县第十六届人民代表大会第四次会议上（2026年1月8日）")).toEqual(["地区生产总值 growth 5.4%"]);
});

test.each([
  ["kinds of a narrower whole", "新开工项目投资增长2.2%。其中，房地产业增长83.7%。", ["新开工项目投资 growth 2.2%"]],
  ["the growth of a growth", "规模以上工业企业利润增幅较上年提高10%。", []],
  ["a part without a name", "其中区本级22.7亿元，增长8.2%。", []],
  ["another money", "人均GDP达9.48万元，按平均汇率折算为1.33万美元，同比增长6.7%。", ["人均GDP level 9.48万元", "人均GDP growth 6.7%"]],
  ["what is added to a sum", "加上转移性收入4.9亿元，收入合计19.3亿元。", []],
  ["several indicators at once", "四项指标增速超过10%。", []],
  ["what stands before the time belongs to the name", "城镇累计新增就业9.2万人。", []],
  ["a figure in somebody's words", "坚持“地区生产总值增长6%”这一底线。", []],
])("nothing is taken for what it is not: %s: %s", (_, sentence, expected) => {
  expect(certain(sentence, YEAR)).toEqual(expected);
});
