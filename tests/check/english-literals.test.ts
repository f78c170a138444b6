/** A11, N12 in an English deck: only plain sentences are read. */
import { describe, expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const DATA = {
  "slides/deck.yaml": "title: Work report\norganisation: Sampleton\nlang: en\nperiod: 2021\nplan: 2022\n",
  "data/indicators.csv": [
    "id,name,unit,kind,basis,aliases",
    "gdp,Gross domestic product,bn yuan,flow,constant,GDP",
    "output,Industrial output,bn,flow,constant,",
    "people,Resident population,thousand people,stock,,population",
    "jobless,Unemployment,%,rate,,unemployment rate",
    "energy,Energy use,,index,,",
    "income,Income per person,thousand yuan,flow,,",
    "literacy,Literacy rate,%,rate,,",
    "schools,Schools,,stock,,",
    "clinics,Clinics,,flow,,",
    "first,Primary industry,,flow,,",
    "second,Secondary industry,,flow,,",
    "third,Tertiary industry,,flow,,",
    "urban,Per capita disposable income of urban residents,yuan,flow,,",
    "rural,Per capita disposable income of rural residents,yuan,flow,,",
    "",
  ].join("\n"),
  "data/observations.csv": "indicator,period,value,growth\ngdp,2020,132.7,5.1%\ngdp,2021,148,11.6%\noutput,2021,187,nearly 9%\npeople,2021,162.5,1.3%\njobless,2021,2.5%,\nenergy,2021,,-2.8%\nincome,2021,52,7.1%\nliteracy,2021,96.8,up 0.6 percentage points\nschools,2021,412,\nclinics,2021,97,\nfirst,2021,,1.1%\nsecond,2021,,2.2%\nthird,2021,,3.3%\nurban,2021,64210,7.4%\nrural,2021,41950,9.8%\n",
  "data/targets.csv": "indicator,period,target\ngdp,2022,growth of about 8%\n",
};

/** What the rules on literals report for one paragraph of notes: severity, the words, and what they contradict or become. */
async function complaints(text: string, title = "Main figures"): Promise<string[]> {
  const files = smallProject({ ...DATA, "slides/10-part.md": `# Review\n\n## ${title}\n\n- Steady\n\nNote:\n${text}\n` });
  const { diagnostics, sources } = await withFolder(files, compileFolder);
  return diagnostics.filter(({ rule }) => rule === "A11" || rule === "N12").map(({ severity, span, fix, message }) => {
    const line = sources.get(span?.file ?? "")?.split("\n")[(span?.line ?? 0) - 1] ?? "";
    const [, published = ""] = /“([^”]*)”（data/.exec(message.zh) ?? [];
    return `${severity}: ${line.slice((span?.column ?? 1) - 1, (span?.endColumn ?? 1) - 1)} → ${fix?.replacement ?? published}`;
  });
}

describe("is silent on what is right, or of something else", () => {
  it.each([
    "GDP reached CNY 148 billion, up 11.6 per cent.",
    "GDP rose by 11.6% and industrial output by nearly 9%.",
    "Primary industry grew 1.1%, secondary industry 2.2% and tertiary industry 3.3%.",
    "Primary industry grew 1.1%, and the textile trade 2.2%.",
    "In 2020, GDP was RMB 132.7 bn.",
    "The town's GDP totalled ¥148bn.",
    "GDP came to 0.148 trillion yuan.",
    "The resident population was 162,500 people.",
    "GDP grew by about 12%.",
    "GDP exceeded all forecasts at CNY 149 billion.",
    "GDP growth averaged 8% over five years.",
    "Average annual GDP growth was 8%.",
    "Over the past five years, GDP grew by 60%.",
    "GDP rose from CNY 90 billion to CNY 148 billion.",
    "GDP grew by 60% over 2016.",
    "GDP grew by 5.1% to CNY 132.7 billion in 2020.",
    "GDP was 132.7 billion yuan in 2020 and 148 billion yuan in 2021.",
    "GDP reached CNY 148 billion, against 132.7 billion yuan in 2020.",
    "GDP reached CNY 148 billion, up from CNY 132.7 billion.",
    "GDP grew by 7% in the first half of the year.",
    "In the first quarter, GDP reached CNY 35 billion.",
    "Last year, GDP was CNY 132.7 billion.",
    "In Greater Sampleton, GDP reached CNY 1500 billion.",
    "China's GDP reached CNY 114 trillion.",
    "The U.S. GDP reached 23 trillion dollars.",
    "GDP per head was 91,000 yuan.",
    "Real GDP grew by 9%.",
    "GDP reached USD 23 billion.",
    "GDP reached CNY 140 billion to CNY 150 billion.",
    "GDP growth of 1% of new jobs.",
    "GDP growth rose by 3 percentage points.",
    "GDP grew by 5% to 8%.",
    "GDP and industrial output grew by 3%.",
    "Industrial output accounted for 65% of the whole.",
    "Companies with industrial output of 2 bn or more did well.",
    "Industrial output of 20 bn companies rose.",
    "The GDP target was growth of 8%.",
    "GDP will grow by about 8%.",
    "GDP exceeded CNY 140 billion for the first time.",
    "Unemployment was kept within 3%.",
    "By 2025, GDP will reach CNY 200 billion.",
    "Unemployment fell by 0.3 percentage points.",
    "GDP grew by 5.1% and 11.6% in 2020 and 2021 respectively.",
    "Textiles and industrial output grew by 3% and nearly 9% respectively.",
    "GDP grew by 11.6%, of which 3 billion yuan came from tourism.",
    "Unemployment fell by 0.4 percentage points.",
    "GDP grew by 11.6 percent to reach 148 billion yuan, standing at 148 billion yuan.",
    "The province's GDP reached CNY 1,149 billion.",
    "Foreign trade was weak, but GDP-linked bonds paid 3%.",
    "There are 412 schools, and 30 of the 97 clinics were renewed.",
    "Another 12 clinics were opened.",
    "12 schools in the north were merged.",
    "We built 31 schools.",
    "Growth of 3% in tourism lifted GDP.",
    "Growth of 11.6% in GDP was recorded.",
    "GDP was 11.6% higher than in 2020.",
    "The number of clinics rose from 81 to 97.",
    "Textiles grew by 3%, and in the port GDP rose by 20%.",
    "Its largest bank has 14 clinics.",
    "A GDP growth rate of 11.6% was achieved.",
    "GDP expanded at a rate of 11.6 percent to RMB 148 billion yuan.",
    "A growth rate of 5% was achieved in tourism.",
    "Per capita disposable income of urban residents was 64,210 yuan, up 7.4%, and that of rural residents was 41,950 yuan, up 9.8%.",
    "The per capita disposable incomes of urban and rural residents rose by 7.4% and by 9.8% respectively.",
    "Bank lending to townspeople was 3,000 yuan a head and that of rural residents 1,800 yuan.",
    "The resident population grew to 162,500, an increase of 1.3 percent.",
    "A population of 41,200 lives in the new quarter.",
    "GDP and industrial output grew by 11.6% and by nearly 9%.",
    "GDP and the output of ports grew by 11.6% and by 4%.",
    "Debt fell from 90 billion yuan in 2016 to 61 billion yuan. GDP reached 148 billion yuan.",
    "GDP reached 148 billion yuan, an 11.6% increase, as orders from overseas picked up.",
    "GDP grew by 11.6% after inflation because of 3 billion yuan of new orders.",
  ])("%s", async (text) => expect((await complaints(text)).filter((one) => !one.startsWith("note"))).toEqual([]));

  it("a title of another time", async () => {
    expect(await complaints("GDP reached CNY 149 billion.", "The first half of the year")).toEqual([]);
    expect(await complaints("GDP reached CNY 149 billion.", "From 2016 to 2021")).toEqual([]);
  });
});

describe("stops what contradicts the data", () => {
  it.each([
    ["GDP reached CNY 149 billion, up 11.6%.", ["149 billion → 148 bn yuan"]],
    ["GDP reached CNY 148 billion, up 12.6%.", ["12.6% → 11.6%"]],
    ["Gross domestic product rose by 12.6% to CNY 149 billion.", ["12.6% → 11.6%", "149 billion → 148 bn yuan"]],
    ["In 2020, GDP grew by 6.1%.", ["6.1% → 5.1%"]],
    ["In 2021, our town's GDP increased by 21.6% year on year.", ["21.6% → 11.6%"]],
    ["GDP was 149 billion yuan in 2021.", ["149 billion yuan → 148 bn yuan"]],
    ["GDP was 149 billion yuan in 2020.", ["149 billion yuan → 132.7 bn yuan"]],
    ["In Sampleton, GDP reached 149 billion yuan.", ["149 billion yuan → 148 bn yuan"]],
    ["GDP totalled RMB 1,480 billion.", ["1,480 billion → 148 bn yuan"]],
    ["GDP rose 12.6% over 2020.", ["12.6% → 11.6%"]],
    ["The population reached 163,500 people.", ["163,500 people → 162.5 thousand people"]],
    ["Unemployment stood at 3.5%.", ["3.5% → 2.5%"]],
    ["Income per person rose by 7.2% to 53,000 yuan.", ["7.2% → 7.1%", "53,000 yuan → 52 thousand yuan"]],
    ["Energy use fell by 3.8%.", ["3.8% → -2.8%"]],
    ["GDP reached 148 bn yuan; industrial output totalled 197 bn, up nearly 10%.", ["197 bn → 187 bn", "nearly 10% → nearly 9%"]],
    ["{{gdp.name}} reached {{gdp}}, up 12.6%.", ["12.6% → 11.6%"]],
    ["GDP and industrial output grew by 12.6% and nearly 9% respectively.", ["12.6% → 11.6%"]],
    ["GDP grew by 11.6 percent, reaching 149 billion yuan.", ["149 billion yuan → 148 bn yuan"]],
    ["GDP grew by 11.6% to reach CNY 149 billion.", ["149 billion → 148 bn yuan"]],
    ["GDP reached CNY 148 billion, of which industrial output was 197 bn.", ["197 bn → 187 bn"]],
    ["The literacy rate stood at 96.8%, up 0.9 percentage points.", ["0.9 percentage points → up 0.6 percentage points"]],
    ["In 2022, GDP growth of about 9%.", ["about 9% → growth of about 8%"]],
    ["GDP will grow by about 9%.", ["warning: about 9% → growth of about 8%"]],
    ["Our main targets are: GDP growth of about 9%.", ["warning: about 9% → growth of about 8%"]],
    ["GDP exceeded CNY 140 billion for the first time, reaching CNY 149 billion.", ["149 billion → 148 bn yuan"]],
    ["Unemployment averaged 3.5%.", ["3.5% → 2.5%"]],
    ["There are 442 schools.", ["warning: 442 → 412"]],
    ["The mayor opened 37 clinics.", ["warning: 37 → 97"]],
    ["A GDP growth rate of 12.6% was achieved.", ["12.6% → 11.6%"]],
    ["GDP expanded at a rate of 12.6 percent to RMB 149 billion yuan.", ["12.6 percent → 11.6%", "149 billion yuan → 148 bn yuan"]],
    ["Per capita disposable income of urban residents was 64,210 yuan, up 7.4%, and that of rural residents was 49,150 yuan, up 9.9%.", ["49,150 yuan → 41950 yuan", "9.9% → 9.8%"]],
    ["The per capita disposable incomes of urban and rural residents rose 7.5 percent and 9.8 percent respectively.", ["7.5 percent → 7.4%"]],
    ["The resident population grew to 165,200, an increase of 1.2 percent.", ["165,200 → 162.5 thousand people", "1.2 percent → 1.3%"]],
    ["GDP and industrial output grew by 12.6% and by nearly 9%.", ["12.6% → 11.6%"]],
    ["Debt fell from 90 billion yuan in 2016 to 61 billion yuan in 2019. GDP reached 149 billion yuan.", ["149 billion yuan → 148 bn yuan"]],
    ["GDP grew by 12.6 percent to 148 billion yuan as orders from overseas picked up.", ["12.6 percent → 11.6%"]],
    ["GDP reached 148 billion yuan, a 12.6% increase.", ["12.6% → 11.6%"]],
    ["GDP reached 149 billion yuan because prices rose.", ["149 billion yuan → 148 bn yuan"]],
    ["A 12.6% rise in GDP was recorded.", ["warning: 12.6% → 11.6%"]],
    ["We recorded growth of 12.6% in GDP.", ["warning: 12.6% → 11.6%"]],
    ["A 3.5% unemployment rate is low.", ["warning: 3.5% → 2.5%"]],
    ["GDP was 12.6% higher than in 2020.", ["12.6% → 11.6%"]],
    ["The number of clinics rose from 81 to 98.", ["98 → 97"]],
    ["GDP surged 12.6% to CNY 149 billion.", ["12.6% → 11.6%", "149 billion → 148 bn yuan"]],
    ["Trade was weak, but GDP rose by 12.6%.", ["warning: 12.6% → 11.6%"]],
    ["The primary, secondary and tertiary industries grew by 1.1%, 2.2% and 4.3% respectively.", ["4.3% → 3.3%"]],
    ["The resident population stood at 163,500 people at the end of 2021.", ["163,500 people → 162.5 thousand people"]],
  ])("%s", async (text, expected) => {
    const errors = (await complaints(text)).filter((one) => !one.startsWith("note"));
    expect(errors.map((one) => one.replace(/^error: (?:CNY |RMB |¥)?/, ""))).toEqual(expected);
  });
});

describe("offers to bind what is as published", () => {
  it.each([
    ["GDP reached 148 bn yuan, up 11.6%.", ["note: 148 bn yuan → {{gdp}}", "note: 11.6% → {{gdp.growth}}"]],
    ["Industrial output grew by nearly 9%.", ["note: nearly 9% → {{output.growth}}"]],
    ["In 2020, GDP grew by 5.1%.", ["note: 5.1% → {{gdp.growth@2020}}"]],
  ])("%s", async (text, expected) => expect(await complaints(text)).toEqual(expected));
});
