/** Mistakes in fenced blocks and references: what they name does not exist or does not fit. */
import type { Span } from "../../model/span.ts";
import { error, type Diagnostic, type Text } from "../diagnostic.ts";
import { knownHint } from "../known.ts";

export const invalidReference = (span: Span, written: string): Diagnostic =>
  error("invalid-reference", span, { zh: `引用“${written}”读不懂。`, en: `The reference "${written}" cannot be read.` }, {
    hint: { zh: "写作 {{gdp}}、{{gdp.growth}}、{{gdp.growth@2020}} 或 {{gdp@2021/地区}}。", en: "write {{gdp}}, {{gdp.growth}}, {{gdp.growth@2020}} or {{gdp@2021/area}}" },
  });

export const unknownField = (span: Span, field: string, known: readonly string[]): Diagnostic =>
  error("unknown-field", span, { zh: `指标没有“${field}”这一项。`, en: `An indicator has no field "${field}".` }, {
    hint: knownHint(field, known, { zh: "项", en: "fields" }),
  });

/** The part of an indicator that is missing. */
export type MissingPart = "figure" | "value" | "growth" | "rank" | "target" | "data";
const PARTS: Readonly<Record<MissingPart, Text>> = {
  figure: { zh: "数值", en: "value" },
  value: { zh: "数值", en: "value" },
  growth: { zh: "同比增长", en: "growth" },
  rank: { zh: "名次", en: "rank" },
  target: { zh: "目标", en: "target" },
  data: { zh: "数据", en: "data" },
};

/** `when` is the period, followed by the area if it is not the deck's own; `published` lists the periods that have it. */
export const noData = (span: Span, name: string, part: MissingPart, when: string, published: readonly string[]): Diagnostic => {
  const table = part === "target" ? "data/targets.csv" : "data/observations.csv";
  const word = PARTS[part];
  return error("no-data", span, { zh: `“${name}”没有 ${when} 的${word.zh}。`, en: `"${name}" has no ${word.en} for ${when}.` }, {
    hint:
      published.length === 0
        ? { zh: `请在 ${table} 里补上这一行；没有公布的数字不要引用。`, en: `add it to ${table}, or leave it out where nothing was published` }
        : { zh: `请核对时期；${table} 里有它 ${published.join("、")} 的${word.zh}。`, en: `check the period; ${table} has it for ${published.join(", ")}` },
  });
};

export const listedTwice = (span: Span, word: string): Diagnostic =>
  error("listed-twice", span, { zh: `“${word}”列了两次。`, en: `"${word}" is listed twice.` }, { hint: { zh: "只保留一个。", en: "keep one of them" } });

export const highlightNotShown = (span: Span, word: string, shown: readonly string[]): Diagnostic =>
  error("highlight-not-shown", span, { zh: `要突出的“${word}”不在图里。`, en: `The highlighted "${word}" is not in the chart.` }, {
    hint: knownHint(word, shown, { zh: "指标", en: "indicators" }),
  });

export const missingPlan = (span: Span, key: string): Diagnostic =>
  error("missing-plan", span, { zh: "不知道目标属于哪个时期。", en: "It is not said which period the targets are for." }, {
    hint: { zh: `请在 slides/deck.yaml 里写 plan（例如 2022），或在这里写 ${key}。`, en: `set \`plan\` in slides/deck.yaml, or \`${key}\` here` },
  });

export const noTargets = (span: Span, period: string): Diagnostic =>
  error("no-data", span, { zh: `没有任何指标有 ${period} 的目标。`, en: `No indicator has a target for ${period}.` }, {
    hint: { zh: "请在 data/targets.csv 里写上目标。", en: "add targets to data/targets.csv" },
  });

export const invalidPeriods = (span: Span, detail: Text): Diagnostic =>
  error("invalid-periods", span, { zh: `时期的起止不对：${detail.zh}。`, en: `The periods do not fit: ${detail.en}.` }, {
    hint: { zh: "写作 [起, 止]，两个同一种时期，例如 [2018, 2021]。", en: "write [first, last], both of one kind, for example [2018, 2021]" },
  });

export const tooFewPeriods = (span: Span, name: string, id: string, type: "trend" | "rank"): Diagnostic =>
  error("too-few-periods", span, {
    zh: `“${name}”只有一个时期的${type === "rank" ? "名次" : "数据"}，画不成${type === "rank" ? "位次变化" : "走势"}图。`,
    en: `"${name}" has ${type === "rank" ? "a rank" : "data"} for one period only, which is no ${type === "rank" ? "course of ranks" : "trend"}.`,
  }, {
    hint: { zh: `单个时期请用数字卡：\`\`\`figures 里写 cards: [${id}]。`, en: `show a single period as a card: a figures block with cards: [${id}]` },
  });

export const tooManyParts = (span: Span, parts: number): Diagnostic =>
  error("too-many-parts", span, { zh: `饼图最多三块，这里有 ${parts} 块（含其余）。`, en: `A pie has at most three parts; this one has ${parts}, the remainder included.` }, {
    hint: { zh: "改用 form: bar。", en: "use form: bar" },
  });

export const noParts = (span: Span, name: string, id: string): Diagnostic =>
  error("no-parts", span, { zh: `没有指标登记为“${name}”的一部分。`, en: `No indicator is a part of "${name}".` }, {
    hint: { zh: `请在 data/indicators.csv 里，给它的各部分在 part_of 列写上 ${id}。`, en: `write ${id} in the column part_of of its parts in data/indicators.csv` },
  });

export const notAPart = (span: Span, part: string, whole: string, id: string): Diagnostic =>
  error("not-a-part", span, { zh: `“${part}”没有登记为“${whole}”的一部分。`, en: `"${part}" is not a part of "${whole}".` }, {
    hint: { zh: `如果是，请在 data/indicators.csv 里给它的 part_of 列写上 ${id}。`, en: `if it is, write ${id} in its column part_of in data/indicators.csv` },
  });

export const partUnit = (span: Span, part: string, unit: string, wholeUnit: string): Diagnostic =>
  error("unit-mismatch", span, { zh: `“${part}”的单位“${unit}”与整体的单位“${wholeUnit}”不同。`, en: `The unit "${unit}" of "${part}" differs from "${wholeUnit}", the unit of the whole.` }, {
    hint: { zh: "部分与整体用同一个单位；数字不会自动换算。", en: "give parts and whole in one unit; figures are not converted" },
  });

export const partsExceedWhole = (span: Span, name: string, whole: string, excess: string): Diagnostic =>
  error("parts-exceed-whole", span, { zh: `各部分合计比“${name}”（${whole}）多 ${excess}。`, en: `The parts add up to ${excess} more than "${name}" (${whole}).` }, {
    hint: { zh: "请核对 data/observations.csv 里的数字，以及各部分是否互相包含。", en: "check the figures in data/observations.csv, and whether the parts overlap" },
  });

export const figureNotNumeric = (span: Span, name: string, written: string): Diagnostic =>
  error("figure-not-numeric", span, { zh: `“${name}”公布的是“${written}”，不是一个数，画不出长短。`, en: `"${written}", as "${name}" was published, is no number and has no length.` }, {
    hint: { zh: "请把它从图里去掉，改用 figures 块或写在正文里。", en: "leave it out of the chart; a figures block or a sentence shows it" },
  });

export const targetNotNumeric = (span: Span, name: string, written: string): Diagnostic =>
  error("target-not-numeric", span, { zh: `“${name}”的目标“${written}”不是数字，不能与实际相比。`, en: `The target "${written}" of "${name}" is no number to compare with.` }, {
    hint: { zh: "请把它从 progress 图里去掉，改用 targets 块。", en: "leave it out of the progress chart; a targets block shows it" },
  });

export const unknownArea = (span: Span, area: string, known: readonly string[]): Diagnostic =>
  error("unknown-area", span, { zh: `这些指标没有“${area}”的数据。`, en: `These indicators have no data for "${area}".` }, {
    hint: known.length === 0 ? { zh: "请在 data/observations.csv 的 area 列补上。", en: "add rows with that area to data/observations.csv" } : knownHint(area, known, { zh: "地区", en: "areas" }),
  });

export const noAreas = (span: Span, period: string): Diagnostic =>
  error("no-data", span, { zh: `这些指标在 ${period} 没有其他地区的数据，无从比较。`, en: `These indicators have no data of other areas for ${period} to compare with.` }, {
    hint: { zh: "请在 data/observations.csv 里补上带 area 的行。", en: "add rows with an area to data/observations.csv" },
  });

export const tooManyCards = (span: Span, cards: number, limit: number, hero: boolean): Diagnostic =>
  error("too-many-cards", span, { zh: `一页最多 ${limit} 张数字卡${hero ? "（另有一张主卡）" : ""}，这里有 ${cards} 张。`, en: `A slide holds at most ${limit} cards${hero ? " beside the hero" : ""}; this one has ${cards}.` }, {
    hint: { zh: "分成两页，或只留最重要的。", en: "make two slides, or keep the most important ones" },
  });

export const noCards = (span: Span): Diagnostic =>
  error("missing-key", span, { zh: "缺少“cards”：没有写要显示哪些指标。", en: '"cards" is missing: no indicator is named.' }, {
    hint: { zh: "写作 cards: [gdp, revenue]，也可以用 hero: gdp 放大一个。", en: "write cards: [gdp, revenue]; hero: gdp makes one large" },
  });

export const unknownProject = (span: Span, name: string, known: readonly string[]): Diagnostic =>
  error("unknown-project", span, { zh: `data/projects.csv 里没有项目“${name}”。`, en: `There is no project "${name}" in data/projects.csv.` }, {
    hint: knownHint(name, known, { zh: "项目", en: "projects" }),
  });

export const projectElsewhere = (span: Span, name: string, status: string): Diagnostic =>
  error("project-elsewhere", span, { zh: `项目“${name}”的状态是“${status}”，不属于这一组。`, en: `The project "${name}" has the status "${status}" and is not of this group.` }, {
    hint: { zh: `把它写到 status: ${status} 的组里，或核对 data/projects.csv。`, en: `put it into the group with status: ${status}, or check data/projects.csv` },
  });

export const unknownProjectSection = (span: Span, section: string, known: readonly string[]): Diagnostic =>
  error("unknown-project-section", span, { zh: `data/projects.csv 里没有板块“${section}”。`, en: `No project in data/projects.csv is of the section "${section}".` }, {
    hint: knownHint(section, known, { zh: "板块", en: "sections" }),
  });

export const noProjects = (span: Span, status: string | null): Diagnostic =>
  error("no-projects", span, { zh: status === null ? "data/projects.csv 里没有项目。" : `没有状态为“${status}”的项目。`, en: status === null ? "There are no projects in data/projects.csv." : `No project has the status "${status}".` }, {
    hint: { zh: "请在 data/projects.csv 里补上，或删去这一组。", en: "add it to data/projects.csv or delete the group" },
  });

export const noIndicators = (span: Span, period: string, count: number, limit: number): Diagnostic =>
  count === 0
    ? error("no-data", span, { zh: `没有任何指标有 ${period} 的数据。`, en: `No indicator has data for ${period}.` }, { hint: { zh: "请在 data/observations.csv 里补上，或用 period 指定别的时期。", en: "add rows to data/observations.csv, or name another period" } })
    : error("too-many-rows", span, { zh: `${period} 有 ${count} 个指标，一张表最多 ${limit} 个。`, en: `${count} indicators have data for ${period}; a table holds at most ${limit}.` }, { hint: { zh: "用 indicators: [...] 列出要的，分成两张表。", en: "name those you want with indicators: [...], in two tables" } });

export const tooManyRows = (span: Span, rows: number, limit: number): Diagnostic =>
  error("too-many-rows", span, { zh: `这里最多 ${limit} 项，写了 ${rows} 项。`, en: `This block holds at most ${limit} entries; it has ${rows}.` }, { hint: { zh: "分成两页，各写一块。", en: "make two slides, each with a block of its own" } });

/** What else shows more of them than a chart of this type. */
const INSTEAD: Readonly<Partial<Record<string, Text>>> = {
  share: { zh: "把小的几项合成一个指标，余下的画成“其余”；全部列出用表格", en: "put the small ones into one indicator, or leave them to the rest; a table shows them all" },
  compare: { zh: "用 areas: [...] 少列几个地区或分成两页；一个指标最多 20 个地区可以用 type: ranking", en: "name fewer areas with areas: [...], or make two slides; type: ranking takes up to 20 areas of one indicator" },
};

export const tooManyBars = (span: Span, type: string, bars: number, limit: number): Diagnostic => {
  const way = INSTEAD[type] ?? { zh: "用 indicators: [...] 只列要的，分成两页；全部列出用 indicators 块（表格）", en: "name those you want with indicators: [...], on two slides; an indicators block, a table, shows them all" };
  return error("too-many-bars", span, { zh: `这种图（type: ${type}）最多 ${limit} 条，这里有 ${bars} 条。`, en: `A chart with type: ${type} holds at most ${limit} bars; this one has ${bars}.` }, { hint: { zh: `${way.zh}。`, en: way.en } });
};

export const tooManyProjects = (span: Span, projects: number, limit: number): Diagnostic =>
  error("too-many-projects", span, { zh: `一块项目最多 ${limit} 个，这里有 ${projects} 个。`, en: `A projects block holds at most ${limit} projects; this one has ${projects}.` }, {
    hint: { zh: "用 groups 的 section 或 names 分成几页；全部列出可以用表格。", en: "divide them over several slides with `section` or `names` in `groups`; a table shows them all" },
  });

export const noPhotos = (span: Span): Diagnostic =>
  error("no-photos", span, { zh: "这些项目都没有照片。", en: "None of these projects has a photo." }, { hint: { zh: "在 data/projects.csv 里加一列 photo，写照片的路径，如 images/bridge.jpg；没有照片时用 projects 块。", en: "add a column photo with paths such as images/bridge.jpg to data/projects.csv; without photos, use a projects block" } });

export const tooManyAreas = (span: Span, name: string, areas: number, limit: number): Diagnostic =>
  error("too-many-areas", span, { zh: `“${name}”有 ${areas} 个地区，一张排名最多 ${limit} 个。`, en: `"${name}" has ${areas} areas; a ranking holds at most ${limit}.` }, { hint: { zh: "用 areas: [...] 列出要的地区，或分成两页；全部地区可以用表格。", en: "name the areas you want with areas: [...], or make two slides; a table shows them all" } });

export const notARatio = (span: Span, name: string, written: string, period: string): Diagnostic =>
  error("not-a-ratio", span, { zh: `“${name}” ${period} 的数值“${written}”不是比例。`, en: `The value "${written}" of "${name}" for ${period} is no ratio.` }, { hint: { zh: "在 data/observations.csv 里写成 21.9:38.7:39.4；各部分有数值时用 type: share。", en: "write it as 21.9:38.7:39.4 in data/observations.csv; for parts with values of their own use type: share" } });

export const ratioNames = (span: Span, name: string, written: string, terms: number, names: number): Diagnostic =>
  error("ratio-names", span, { zh: `“${name}”的比例“${written}”有 ${terms} 项，这里写了 ${names} 个名称。`, en: `The ratio "${written}" of "${name}" has ${terms} terms, but ${names} names are given.` }, { hint: { zh: "名称与比例的项一一对应，次序相同。", en: "give one name for each term, in the same order" } });

export const missingFrom = (span: Span, from: string, to: string): Diagnostic =>
  error("invalid-periods", span, { zh: `起点 ${from} 不早于终点 ${to}。`, en: `The beginning ${from} is not before the end ${to}.` }, { hint: { zh: "写作 from: 2020、to: 2025；不写 to 就是本期。", en: "write from: 2020 and to: 2025; without `to` it is the deck's period" } });

export const whatIsCounted = (span: Span): Diagnostic =>
  error("missing-key", span, { zh: "没有写数的是什么，或者写了两样。", en: "It is not said what is counted, or it is said twice." }, { hint: { zh: "写 indicator: 指标代号，或写 projects: all（项目表里的个数），二者取一。", en: "write indicator: with an id, or projects: all for those of the table, but not both" } });

export const notCountable = (span: Span, name: string, written: string): Diagnostic =>
  error("not-countable", span, { zh: `“${name}”的“${written}”数不出个数。`, en: `"${written}" of "${name}" is no number of things.` }, { hint: { zh: "units 块画一个一个的东西：数值要是一以上的整数，不能是比率、名次；lit 两个数都不能带近、约、余等字样。", en: "a units block draws things one by one: the figure must be a whole number from 1, no rate or rank; with `lit`, both figures must be exact" } });

export const partExceeds = (span: Span, part: string, whole: string): Diagnostic =>
  error("parts-exceed-whole", span, { zh: `点亮的“${part}”不在总数“${whole}”之内。`, en: `What is lit (${part}) is not within the whole (${whole}).` }, { hint: { zh: "点亮的部分要属于所数的东西，不能更多。", en: "what is lit must be among what is counted, and no more" } });
