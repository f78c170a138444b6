/** Words of English sentences that say neither whose a figure is nor of which time: the text is read without them. */
import { chain, cut, type Expanded } from "./insertions.ts";

const AREA = "(?:city|county|town|township|district|province|region|municipality|country|nation)";
/** What a subject is told by. */
const TOLD = "(?:has |have |had )?(?:was|were|is|are|reached|hit|totall?ed|stood|came|amounted|grew|rose|fell|increased|decreased|declined|dropped|expanded|climbed|jumped|surged|contracted|soared|dipped|plunged|rebounded|shrank|posted|recorded|saw|exceeded|topped|surpassed)";
/** Before a sentence's subject: According to preliminary figures, Of this total. */
const LEAD = "(?<=^|[.;]\\s+|\\n)(?:According to|In terms of|Among (?:them|these|which)|Of (?:this|the|these|that)(?: total)?|Specifically|By (?:sector|industry|region|type)|Broken down by|On the other hand|On the (?:supply|demand|production) side|In addition|Meanwhile|Moreover|Overall|For the (?:whole|full) year(?: of \\d{4})?|Throughout the year|During the year|As a result|In particular|For the year as a whole|Last year)(?:\\s[^,.;\\d]{0,60})?,?\\s(?=\\S)";
/** Who says so: The report shows that in 2023. */
const SAID = "(?<=^|[.;]\\s+|\\n)(?:[A-Z][^,.;]{0,90}?\\s(?:show(?:s|ed)?|said|indicate[sd]?|report(?:s|ed)?|announced) that)\\s(?=\\S)";
/** Why it was so, where that has no figure of its own: Thanks to high employment, private consumption grew. */
const WHY = "(?<=^|[.;]\\s+|\\n)(?:As|With|Despite|Although|Thanks to|Benefiting from|Underpinned by|Affected by|Driven by|Supported by|Boosted by|Led by|Amids?t?|Given|Owing to|Due to|Against|Because of|In the face of|While|Netting out|Under)\\s[^.;\\d]{0,200}?,\\s(?=[^.;]{0,120}\\d)|(?<=^|[.;]\\s+|\\n)(?:Although|While|Though)\\s";
/** How it moved, in words without a figure: fell notably by, also rebounded, by. */
const HOW = "\\s(?:also|notably|sharply|significantly|slightly|moderately|further|steadily|rapidly|strongly|markedly|modestly|visibly|substantially|considerably|only|just|merely),?(?=\\s(?:by|to|only|\\d|about|nearly|over|grew|rose|fell|increased|decreased|declined|dropped|expanded|rebounded|recorded|registered|posted|saw|returned)\\b)|(?<=\\b(?:rebounded|soared|grew|rose|fell|jumped|surged|dropped|back)),(?=\\s(?:by|to) )|(?<=\\sto )reach(?:ing)?\\s(?=\\D{0,8}\\d)";
/** The year of the report, behind its figure. */
const OF_YEAR = "(?:\\sas a whole)(?=,?\\s)|\\sfor the (?:whole |full )?year(?: as a whole)?(?=[,.;]|$)|(?<=(?:cent|%|llion|yuan|dollars))\\slast year(?=[,.;])";
/** Whose it is, where it is the reporter's own. */
const OWN = `\\b(?:[Tt]he|[Oo]ur|[Ii]ts)\\s+${AREA}[’']s(?=\\s)|(?<=[A-Za-z])\\sin (?:the|our) ${AREA}(?=\\s${TOLD}\\b)|(?<=^|[.;]\\s+|\\n)Its(?=\\s[a-z])`;
/** How a figure was reckoned, and what it is in another money. */
const RECKONED = "(?:\\s+(?:when\\s+)?(?:calculated\\s+)?(?:at|in)\\s+(?:constant|comparable|real)\\s+(?:prices|terms))|\\s+compared with that (?:in|of) (?:the previous year|(?:19|20)\\d{2})|\\s+over that of the previous year|\\s\\((?:about |around |approximately |roughly )?(?:US|HK)?[$€£] ?[\\d.,]+(?: (?:million|billion|trillion))?\\)";
/** Between a subject and its verb: (GDP), in 2022. */
const BETWEEN = `\\s\\([A-Z][A-Za-z&]{1,5}\\)(?=\\s(?:in (?:19|20)\\d{2}\\s)?[a-z])|\\s\\([^()]{2,90}\\)(?=\\s(?:in (?:19|20)\\d{2}\\s)?${TOLD}\\b)|(?<=[A-Za-z)]\\s)(?:in|for|of|during) (?:19|20)\\d{2}(?=\\s${TOLD}\\b)`;
/** The year of a report is all that “annual” says before a thing. */
const ANNUAL = "\\b[Aa]nnual(?=\\s(?!growth|average|rate|increase|report|meeting)[A-Za-z])|\\b[Tt]he(?=\\s(?:average|number|value|volume|total|rate|concentration)\\b)|\\bvalued at(?=\\s)";
/** An increase of 3.68 million tons or 0.5 percent: the table holds one of them. */
const AMOUNT_OR = "(?<=\\b(?:increase|rise|decrease|decline|drop|fall|growth) of )\\d[\\d,.]*(?:\\s(?:trillion|billion|million|thousand))?(?:\\s[a-z]+){1,2}(?:,)?\\sor\\s(?=\\d)";
/** Grew for nine straight years, to 65 million tons; reached a new high, reaching 13 billion yuan. */
const PASSED = "\\sfor (?:the )?\\w+ (?:straight|consecutive) years?,?(?=\\s(?:to|by|reaching)\\b)|\\sreached a (?:new|record|historic) high,(?=\\sreaching\\b)";
/** Its share stands between a thing and its growth: accounting for 18.3 percent of GDP. */
const SHARE = ",\\s(?:accounting for|or|equal to|equivalent to) [\\d.]+ ?(?:%|per ?cent) of [^,.;\\d]{2,50}(?=,\\s(?:up|down)\\b)";
/** The growth of the year before, behind the year's: a reversal from the 0.1 percent decline in 2015; outpacing its 6.8 percent growth in 2012. */
const MOVE = "(?:growth|decline|rise|increase|drop|fall|gain|expansion|contraction)";
const EARLIER = `,?\\s(?:and\\s)?(?:(?:(?:an? )?(?:[a-z]+ )?(?:reversal|turnaround|improvement|deceleration|acceleration|slowdown|moderating|easing|slowing|accelerating|up|down)\\s)?from|(?:outpacing|surpassing|(?:higher|lower|faster|slower|more|less) than|compared (?:with|to)|after|against)) (?:an? |the |its |their )?(?:${MOVE} of )?[\\d.]+ ?(?:%|per ?cent)(?: ${MOVE})?(?: recorded)?(?: (?:in|of) (?:19|20)\\d{2}| (?:a year (?:earlier|ago|before)|(?:in )?the previous year))`;
/** The first annual decline since 2009, before or behind its figure. */
const SINCE = "(?:,\\s|\\s(?:recorded|posted|registered|saw)\\s)the (?:first|fastest|slowest|largest|biggest|highest|lowest|sharpest|steepest)[a-z -]{0,40}? (?:since (?:19|20)\\d{2}|on record)(?=[,.;])";
/** Averaged at a low level of 3.3 percent. */
const AT_LEVEL = "(?<=\\b(?:averaged|stood|remained|stayed|was))\\sat an? (?:[a-z]+ )level of(?=\\s)";
/** Growth was steady in 2012, with GDP increasing by 9.6 percent: what the sentence begins with has no figure. */
const BEFORE_WITH = "(?<=^|[.;]\\s+|\\n)[A-Z][^.;\\d]{0,160}?(?=\\b[Ii]n (?:19|20)\\d{2}\\b[^.;\\d]{0,120}, with\\s)|(?<=\\b[Ii]n (?:19|20)\\d{2})[^.;\\d]{0,120}, with(?=\\s)|(?<=^|[.;]\\s+|\\n)[A-Z][^.;\\d]{0,160}, with\\s";
const SKIPPED = new RegExp([LEAD, SAID, WHY, OF_YEAR, HOW, OWN, RECKONED, BETWEEN, ANNUAL, AMOUNT_OR, PASSED, SHARE, EARLIER, SINCE, AT_LEVEL, BEFORE_WITH].join("|"), "g");
const MORE_BLANKS = /(?<=\s)[ \u00A0]+|^\s+|\s+(?=[,.;])/g;

/** `organisation` is the reporter: its own name says no more than "our". */
export function skipEnglish(written: string, organisation: string): Expanded {
  const own = organisation.replace(/ (?:Province|County|City|Town|Township|District|Prefecture|Region)$/, "");
  const named = /^[\p{L}’'-][\p{L}’' -]{2,}$/u.test(own) ? new RegExp(`\\b${own}(?: ${AREA})?[’']s?(?=\\s)|(?<=[a-z)])\\s(?:in|of) ${own}(?: ${AREA})?(?=\\s(?:(?:in|for) (?:19|20)\\d{2} )?${TOLD}\\b)`, "gi") : /(?!)/g;
  return [MORE_BLANKS, SKIPPED, MORE_BLANKS].reduce((read, pattern) => chain(read, (text) => cut(text, pattern)), cut(written, named));
}
