/** Why a decision was made, in both languages. */
import type { Text } from "../diagnostics/diagnostic.ts";

export const REASONS = {
  figure: { zh: "句中只有一个主语，年份明确，写法与表格一致", en: "the sentence has one subject, its year is clear, and the table shows it to the letter" },
  table: { zh: "取自文中的指标表", en: "taken from a table of the document" },
  again: { zh: "与前面同一指标的数一致", en: "the same as an earlier figure of the indicator" },
  doubt: { zh: "句中另有其他主语或别的年份，不能确定是谁的数", en: "the sentence has another subject or another year, so it is open whose figure this is" },
  planned: { zh: "句子说的是计划，不是已公布的数", en: "the sentence is about a plan and publishes nothing" },
  elsewhere: { zh: "年份不明（累计、上半年、历年等）", en: "the time is open (a sum, half a year, several years)" },
  otherUnit: { zh: "单位与该指标的其他数不同", en: "its unit differs from that of the indicator's other figures" },
  otherWords: { zh: "同一指标同一年另有写法不同的数", en: "the indicator has another wording of a figure for the same year" },
  amount: { zh: "一行只记一个增幅，已记增长率", en: "a row holds one change, and it has the rate" },
  letter: { zh: "表格不能逐字写出原文", en: "a table cannot show these words to the letter" },
  half: { zh: "指标名称没有写全", en: "the sentence says only half of the name" },
  nameless: { zh: "数前没有可作指标名称的词", en: "no words before it are the name of an indicator" },
  counted: { zh: "是计数，不是指标", en: "it counts things and is no indicator" },
  refused: { zh: "核对时与其他数不一致，未写入表格", en: "the check found it at odds with other figures, so no table has it" },
  target: { zh: "目标句中的一项，计划的写法读得懂", en: "an item of a sentence of targets whose plan is understood" },
  shared: { zh: "“左右”“以上”写在最后一项后面，可能管前面各项", en: "the approximate word behind the last item may be meant for all" },
  words: { zh: "计划的写法没有读懂，仍照原文", en: "the plan's words are not understood and stay as they are" },
  stage: { zh: "原文写明了项目名称和阶段", en: "the text names the project and its stage" },
  stageOpen: { zh: "项目的阶段没有写明", en: "the project's stage is open" },
  short: { zh: "原文写明了简称", en: "the text gives the short form" },
  noted: { zh: "脚注或尾注里解释了它", en: "a note explains it" },
  explained: { zh: "名词解释中的一条", en: "an entry of the list of terms" },
} as const satisfies Readonly<Record<string, Text>>;

export type Reason = keyof typeof REASONS;
