/** A18: sums, changes and average growth of several years beside the rows of those years. */
import { describe, expect, it } from "vitest";
import { complaintsInLine } from "./wordings.ts";

const FILES = {
  "slides/deck.yaml": "title: 工作报告\norganisation: 松陵市\nperiod: 2024\nplan: 2025\n",
  "data/indicators.csv": ["id,name,unit,kind,basis", "gdp,地区生产总值,亿元,flow,constant", "road,新建改建农村公路,公里,flow,", "firms,规模以上工业企业数,家,stock,", "urban,常住人口城镇化率,%,rate,", "revenue,一般公共预算收入,亿元,flow,nominal", "income,居民人均可支配收入,元,flow,", ""].join("\n"),
  "data/observations.csv": [
    "indicator,period,value,growth", "gdp,2020,652.4,", "gdp,2024,864.2,5.7%", "road,2021,168,", "road,2022,152,", "road,2023,146,", "road,2024,173,", "firms,2020,394,", "firms,2024,527,", "urban,2020,57.6,", "urban,2024,61.8,",
    "revenue,2020,48.93,", "revenue,2024,62.47,", "income,2020,31200,", "income,2024,38640,", "",
  ].join("\n"),
};

const told = async (text: string): Promise<readonly string[]> => (await complaintsInLine(text, FILES)).filter((line) => /^A\d+ [ew] /.test(line));

describe("〔right|wrong〕 is silent with the first figure and a warning with the second", () => {
  it.each([
    "四年累计新建改建农村公路〔639|693〕公里。", "四年来，累计新建改建农村公路〔639|613〕公里。", "四年来，规上工业企业由394家增加到527家，净增〔133|153〕家。", "四年来，常住人口城镇化率由57.6%提高到61.8%，四年提高〔4.2|4.7〕个百分点。",
    "四年来，地区生产总值由2020年的652.4亿元增加到864.2亿元，净增〔211.8|221.8〕亿元，年均增长6.1%。", "四年来，一般公共预算收入年均增长〔6.3%|7.3%〕。", "四年来，规上工业企业年均增长〔7.5%|5.7%〕。",
  ])("%s", async (marked) => {
    const [, right = "", wrong = ""] = /〔(.*)\|(.*)〕/.exec(marked) ?? [];
    expect(await told(marked.replace(/〔.*〕/, right))).toEqual([]);
    const complaints = await told(marked.replace(/〔.*〕/, wrong));
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(new RegExp(`^A18 w .*${wrong.replace("%", "")}`));
  });
});

it.each([
  "四年来，地区生产总值年均增长5.2%。", "四年来，居民人均可支配收入年均增长4.9%。", "五年累计新建改建农村公路786公里。", "四年来，常住人口城镇化率稳步提升，比上年提高1.1个百分点。", "四年来，规上工业企业比上年净增41家。",
  "“十三五”期间，规上工业企业净增86家。", "四年来，全市新建改建农村公路惠及村庄213个。", "2024年，规上工业企业净增41家。", "到2030年，常住人口城镇化率提高5个百分点。", "规上工业企业连续四年净增41家以上。", "“十五五”时期，常住人口城镇化率达到68%。", "这四年，城镇化取得突破。常住人口城镇化率提高4.2个百分点。",
])("is silent: %s", async (text) => expect(await told(text)).toEqual([]));
