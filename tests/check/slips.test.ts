/** A11: figures that no plain sentence gives to a row, one digit away from the published one; and figures of something else that are so by chance. */
import { describe, expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const ENGLISH = {
  "slides/deck.yaml": "title: The year\norganisation: Harrowmere Council\nlang: en\nperiod: 2025\nplan: 2026\n",
  "data/indicators.csv": [
    "id,name,unit,kind,aliases",
    "people,Resident population,people,stock,population",
    "homes,New homes completed,,flow,",
    "exports,Exports,million euros,flow,",
    "imports,Imports,million euros,flow,",
    "jobless,Unemployment rate,%,rate,unemployment",
    "recycling,Recycling rate,%,rate,",
    "rail,Share of rail in hinterland transport,%,rate,",
    "grain,Grain output,thousand tonnes,flow,",
    "ferries,Ferry passengers,thousand,flow,",
    "roads,Roads resurfaced,miles,flow,",
    "deposits,Balance of deposits,£m,stock,",
    "loans,Balance of loans,£m,stock,",
    "schools,Schools,,stock,",
    "rural,Per capita disposable income of rural households,euros,flow,",
    "urban,Per capita disposable income of urban households,euros,flow,",
    "prices,Rise in consumer prices,%,rate,",
    "invest,Investment in fixed assets,,flow,",
    "structure,Structure of the three industries,,rate,",
    "list,Towns for families,,rank,",
    "",
  ].join("\n"),
  "data/observations.csv": [
    "indicator,period,area,value,growth,rank,source,note",
    "people,2025,,\"412,300\",1.4%,7,Census Office,census of the year",
    "people,2015,,\"371,900\",,,,",
    "people,2025,Northgate,\"48,700\",2.6%,,,",
    "people,2025,Castlefield,\"61,250\",0.4%,,,",
    "homes,2025,,\"1,184\",14.3%,,,",
    "homes,2024,,\"1,036\",,,,",
    "exports,2025,,29.43,9.8%,,,",
    "imports,2025,,17.26,6.1%,,,",
    "jobless,2025,,4.2,,,,",
    "jobless,2024,,4.6,,,,",
    "recycling,2025,,54.7,up 2.3 percentage points,,,",
    "rail,2025,,31.5,,,,",
    "grain,2025,,284.6,3.7%,,,",
    "ferries,2025,,\"2,174\",5.6%,,,",
    "roads,2025,,146,,,,",
    "deposits,2025,,1024.6,8.7%,,,",
    "loans,2025,,913.8,9.2%,,,",
    "schools,2025,,23,,,,",
    "rural,2025,,\"21,430\",6.7%,,,",
    "urban,2025,,\"38,260\",5.1%,,,",
    "prices,2025,,0.2,,,,",
    "invest,2025,,,4.1%,,,",
    "structure,2025,,5.8∶42.3∶51.9,,,,",
    "list,2024,,,,11,Family Monthly,list of the year",
    "list,2025,,,,6,Family Monthly,list of the year",
    "",
  ].join("\n"),
  "data/targets.csv": "indicator,period,target\nexports,2025,growth of 4%\nroads,2026,160\nhomes,2026,\"at least 1,250\"\nexports,2026,growth of 5%\n",
};

const CHINESE = {
  "slides/deck.yaml": "title: 工作报告\norganisation: 青澜县人民政府\nperiod: 2025\nplan: 2026\n",
  "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\nretail,社会消费品零售总额,亿元,flow\noutput,工业总产值,亿元,flow\nstudents,普通高中在校学生,人,stock\npigs,生猪出栏,万头,flow\nsecond,第二产业增加值,亿元,flow\nthird,第三产业增加值,亿元,flow\nrevenue,一般公共预算收入,亿元,flow\nspending,一般公共预算支出,亿元,flow\nfund,政府性基金预算收入,亿元,flow\ntax,税收收入,亿元,flow\ndeposits,各项存款余额,亿元,stock\n",
  "data/observations.csv": [
    "indicator,period,area,value,growth,rank,source,note",
    "gdp,2025,,312.6,6.4%,2,市统计局,全市各县",
    "gdp,2024,,294.1,,,,",
    "retail,2025,,118.9,6.7%,4,市统计局,全市各县",
    "output,2025,石桥镇,46.8,9.4%,,,",
    "output,2025,云溪镇,38.2,7.7%,,,",
    "output,2025,白渡镇,29.5,6.3%,,,",
    "students,2025,,5840,,,,",
    "pigs,2025,,46.3,,,,",
    "second,2025,,138.4,6.1%,,,",
    "third,2025,,132.5,5.2%,,,",
    "revenue,2025,,86.42,4.5%,,,",
    "spending,2025,,312.58,3.7%,,,",
    "fund,2025,,54.73,-18.4%,,,",
    "tax,2025,,60.37,3.6%,,,",
    "deposits,2025,,386.4,较年初增长8.2%,,,",
    "",
  ].join("\n"),
};

/** The figures that are told to be one digit off, each with what is published. */
async function slips(files: Readonly<Record<string, string>>, text: string, title: string): Promise<string[]> {
  const notes = files["slides/deck.yaml"] === ENGLISH["slides/deck.yaml"] ? "Note" : "备注";
  const { diagnostics, sources } = await withFolder(smallProject({ ...files, "slides/10-part.md": `# ${title}\n\n## ${title}\n\n- ${title}\n\n${notes}:\n${text}\n` }), compileFolder);
  return diagnostics.filter(({ rule, severity }) => rule === "A11" && severity !== "note").map(({ span, message }) => {
    const line = sources.get(span?.file ?? "")?.split("\n")[(span?.line ?? 0) - 1] ?? "";
    return `${line.slice((span?.column ?? 1) - 1, (span?.endColumn ?? 1) - 1)} → ${[...message.zh.matchAll(/“([^”]*)”/g)].at(-1)?.[1] ?? ""}`;
  });
}

describe("English prose", () => {
  it.each([
    ["the name in another order", "The population of Harrowmere, by the latest count, is 412,900.", ["412,900 → 412300 people"]],
    ["parts of the name, before and behind", "Developers completed 1,189 new homes, compared with 1,046 in 2024, a rise of 14.8 per cent.", ["1,189 → 1184", "1,046 → 1036", "14.8 per cent → 14.3%"]],
    ["a verb for a noun", "Crews resurfaced 149 miles of road.", ["149 → 146 miles"]],
    ["the unit alone", "The borough is home to 412,800 people, which is 1.4% more than a year ago.", ["412,800 → 412300 people"]],
    ["a figure of the row right before", "Ferries carried 2.174 million passengers, 5.8% more than in the previous year.", ["5.8% → 5.6%"]],
    ["a possessive", "Rail's share in hinterland transport reached 31.9%.", ["31.9% → 31.5%"]],
    ["an output of", "The output of grain reached 284,900 tonnes, up 3.9%.", ["284,900 → 284.6 thousand tonnes", "3.9% → 3.7%"]],
    ["a rate from and to", "The unemployment rate fell from 4.8 percent to 4.2 percent.", ["4.8 percent → 4.6%"]],
    ["a pronoun", "The recycling rate is a good sign; it rose by 2.8 percentage points to 54.9%.", ["2.8 percentage points → up 2.3 percentage points", "54.9% → 54.7%"]],
    ["an area of the table", "In Castlefield, where growth has been slower, the population rose by 0.8% to 61,950.", ["0.8% → 0.4%", "61,950 → 61250 people"]],
    ["another area of the table", "Castlefield grew by 0.4% to 61,250, and Northgate's population now stands at 48,100.", ["48,100 → 48700 people"]],
    ["a place in a list", "Our population is 412,300, which makes us the 8th largest borough.", ["8th → No. 7"]],
    ["years ago", "Our population is 412,300; ten years ago, it was 371,400.", ["371,400 → 371900 people"]],
    ["figures in the order of names", "The balance of deposits was £1,024.6m, and loans came to £913.8m, up 8.7% and 9.6% respectively.", ["9.6% → 9.2%"]],
    ["a plan", "We hope to see at least 1,280 new homes next year, and aim for growth of 7% in exports.", ["1,280 → at least 1,250", "7% → growth of 5%"]],
    ["money with its coin", "Exports brought in €29.83 million.", ["€29.83 million → 29.43 million euros"]],
    ["that, for the figure before", "Ferries carried 2,174 thousand passengers. That is an increase of 5.9%, the best since the bridge was closed.", ["5.9% → 5.6%"]],
    ["half a name that is no other's", "The income of rural households grew by 6.2%.", ["6.2% → 6.7%"]],
    ["a rise that is the indicator", "Consumer prices went up by 0.4 percent.", ["0.4 percent → 0.2%"]],
    ["an aside in a name", "Investment in fixed assets (excluding farmers) grew by 4.9 percent.", ["4.9 percent → 4.1%"]],
    ["a ratio", "The structure of the three industries was adjusted to 5.8:42.3:57.9.", ["5.8:42.3:57.9 → 5.8∶42.3∶51.9"]],
    ["numbers of a list", "On the list of towns for families we moved from No. 17 to No. 6.", ["17 → No. 11"]],
    ["nearly, rounded", "Nearly 38,900 euros is the income of urban households.", ["38,900 → 38260 euros"]],
    ["a target of the year reported", "Exports grew by 9.8%, compared with a target of 7 percent.", ["7 percent → growth of 4%"]],
    ["what a plan begins with", "We will go from 149 miles of resurfaced roads to 160 miles.", ["149 → 146 miles"]],
    ["areas in their order", "Our population keeps growing. Northgate and Castlefield have 48,700 and 61,850.", ["61,850 → 61250 people"]],
    ["a figure beside a reference", "Exports were {{exports}}, which is an impressive 9.3% more.", ["9.3% → 9.8%"]],
    ["more than was published", "More than 1,284 new homes were completed.", ["1,284 → 1184"]],
  ] as const)("%s", async (_, text, expected) => {
    const told = await slips(ENGLISH, text, "The year");
    expect(told.map((one) => one.replaceAll(/(?<=→ .*)[",](?=\d{3})/g, ""))).toEqual(expected.map((one) => one.replaceAll(/(?<=→ .*)[",](?=\d{3})/g, "")));
  });

  it.each([
    ["a part of it, before the name", "Textile exports grew by 9.3%."],
    ["a part of it, behind the name", "Exports of machinery grew by 9.3%."],
    ["its customers", "Exports to Norway rose 9.5%."],
    ["another year", "In 2019, the population was 412,800."],
    ["the nation", "Unemployment is below the national average of 4.7%."],
    ["a place of no table", "In Ashby, unemployment stood at 4.5%."],
    ["half a year", "Exports grew 9.3% in the first half of the year."],
    ["several years", "Exports rose 9.2% a year on average over the past five years."],
    ["a plan for which no target is set", "We expect exports of €29.83 million."],
    ["a plan with another target", "We will complete 1,284 new homes."],
    ["the year before", "The population was 412,800 the year before."],
    ["what is said right beside it", "Of the 1,184 new homes completed, 1,124 are flats."],
    ["a share", "Exports to the islands made up 9.3% of all."],
    ["two things at once", "Exports and imports grew by 9.3%."],
    ["a bound", "More than 1,180 new homes were completed, nearly 1,190."],
    ["about as many", "About 1,180 new homes were completed."],
    ["a range", "Between 1,180 and 1,284 new homes are completed every year."],
    ["another published figure", "Exports grew by 9.8%, and loans by 9.2%."],
    ["one of a list", "Exports and imports grew by 9.8% and 6.1% respectively."],
    ["a small number", "We renovated 2 schools and painted 3 more."],
    ["codes and years", "In 2025, pupils of stage 4 in the unemployment scheme of chapter 7 met 19 times."],
    ["an order that isn't clear", "Textiles and exports grew by 3% and 9.3% respectively."],
    ["another part of the name", "The output of ports grew by 3.2%."],
    ["a round mark on the way", "The population has passed the 412,000 mark."],
    ["money that is none", "The population spends €412,800 on boats."],
  ])("leaves %s alone", async (_, text) => expect(await slips(ENGLISH, text, "The year")).toEqual([]));

  it("takes GDP alone for no GDP per capita", async () => {
    const files = { ...ENGLISH, "data/indicators.csv": "id,name,unit,kind\nhead,Per capita GDP,euros,flow\n", "data/observations.csv": "indicator,period,value,growth\nhead,2025,\"58,740\",5.4%\n", "data/targets.csv": "indicator,period,target\n" };
    expect(await slips(files, "At 5.2 percent, GDP growth was faster than expected.", "The year")).toEqual([]);
    expect(await slips(files, "Per capita GDP grew by 5.2 percent.", "The year")).toHaveLength(1);
  });

  it("takes the year of a title for that of its figures", async () => {
    expect(await slips(ENGLISH, "At least 1,280 new homes are to be completed.", "Next year")).toEqual([expect.stringContaining("1,280 → ")]);
    expect(await slips(ENGLISH, "Developers completed 1,189 new homes.", "The first quarter")).toEqual([]);
  });
});

describe("Chinese prose", () => {
  it.each([
    ["areas in the order of a list", "石桥、云溪、白渡三镇工业总产值分别达到46.8亿元、38.9亿元、29.5亿元，依次增长9.4%、7.7%、6.8%。", ["38.9亿元 → 38.2亿元", "6.8% → 6.3%"]],
    ["an area with its growth", "工业总产值增势良好，其中石桥镇增长9.7%。", ["9.7% → 9.4%"]],
    ["a place in a list", "地区生产总值312.6亿元，增长6.4%，增速居全市第3位。", ["第3位 → 第2位"]],
    ["another way to say the name", "普通高中在校生5890人。", ["5890人 → 5840人"]],
    ["the name turned around", "出栏生猪46.8万头。", ["46.8万头 → 46.3万头"]],
    ["a figure of the row right before", "完成312.6亿元的地区生产总值，增长6.9%。", ["6.9% → 6.4%"]],
    ["a name that a heading says", "一般公共预算。收入86.47亿元，增长4.5%。", ["86.47亿元 → 86.42亿元"]],
    ["areas whose thing the sentence before names", "工业总产值稳步增长，增速达8.8%。石桥镇、云溪镇、白渡镇依次完成46.8亿元、38.2亿元、29.8亿元，石桥镇（9.1%）领跑。", ["29.8亿元 → 29.5亿元", "9.1% → 9.4%"]],
    ["a place without its 位", "社会消费品零售总额118.9亿元，增长6.7%，列全市第3。", ["第3 → 第4位"]],
    ["a growth on the beginning of the year", "存款结构优化，各项存款余额比年初增长8.7%。", []],
    ["a growth in words on several years, behind the level of the year", "五年来，地区生产总值迈上新台阶。五年来，地区生产总值达到312.6亿元，增长6.4%。", []],
  ] as const)("%s", async (_, text, expected) => expect(await slips(CHINESE, text, "工作回顾")).toEqual(expected));

  it.each([
    ["another town's", "梅坞镇工业总产值46.1亿元，增长9.1%。"],
    ["a part of it", "社会消费品零售总额118.9亿元，其中限额以上零售额增长6.1%。"],
    ["other goods", "出栏生猪46.3万头，家禽出栏46.8万羽。"],
    ["several years", "五年来，地区生产总值年均增长6.9%。"],
    ["the year before", "上年地区生产总值为312.9亿元。"],
    ["what was passed on the way", "地区生产总值先后突破300亿元、310亿元大关。"],
    ["the city's average", "全市地区生产总值平均增长6.9%。"],
    ["a plan for which no target is set", "力争地区生产总值达到312.9亿元。"],
    ["a name that differs in a word", "第一产业增加值增长6.8%。"],
    ["what is in a thing", "在86.42亿元的一般公共预算收入中，税收占近七成，达60.37亿元，同比增长3.6%。"],
    ["a target beside what was reached", "地区生产总值增长6.4%，高于年度计划0.4个百分点。"],
    ["another list", "工业投资增速居全市第5位，地区生产总值增长6.4%。"],
  ])("leaves %s alone", async (_, text) => expect(await slips(CHINESE, text, "工作回顾")).toEqual([]));
});
