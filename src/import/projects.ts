/** Projects that a report names, with the stage that its words give them. */
import type { FoundProject } from "./decision.ts";
import { sentenceAt, type Passage } from "./passages.ts";
import { REASONS } from "./reasons.ts";

/** Nouns at the end of a project's name. */
const NOUN = "(?:项目|工程|改造|扩建|迁建|改扩建|公路|大桥|大道|快速路|高速|高速公路|铁路|隧道|机场|水库|泵站|医院|学校|小学|中学|幼儿园|养老院|产业园|科技园|物流园|公园|体育馆|图书馆|博物馆|水厂|污水处理厂|电站|变电站|人才公寓|安置房|码头|延伸线|生产线|综合体|服务中心|照料中心|养老中心|[一二三四五六七八九]期)";
const NAME = new RegExp(`^[\\p{Script=Han}A-Za-z\\d·（）—-]{2,24}${NOUN}$|^[\\p{Script=Han}A-Za-z\\d·]{3,20}$`, "u");
const STAGES: readonly (readonly [stage: string, after: RegExp])[] = [
  ["交付", /(?:按期|如期|全部|顺利)?(?:交付|交房)(?:使用)?$/],
  ["投产", /(?:全部|顺利|全面|正式|如期|年内|上半年|下半年)*(?:建成投产|竣工投产|建成投用|投产达效|投产|竣工|建成|投用|建成通车|通车|投入使用|投入运营|建成运营)$/],
  ["建设", /^(?:加快|续建|有序|的)*建设$/],
  ["开工", /(?:全部|顺利|全面|正式|集中|年内|上半年)*(?:开工建设|开工|动工建设|动工)$/],
];
/** Words that name a kind of projects and none of its own. */
const KIND = /一批|各类|重点|重大|老旧|若干|多个|系列|相关|所有|全部|以上|\d+[个项家条座]|建设项目$|基础设施|民生|产业项目$|^(?:项目|工程)$/;
/** Words of the sentence that no project's name has. */
const MIXED = /[年月日]|[全我][省市县区镇乡]|其中|新增|引进|签约|实现|完成|一批|分别|已|正在|包括/;
const LIST = /([\p{Script=Han}A-Za-z\d·（）、—“”-]+?)等(?:(\d+)[个项家条座])?(?:[\p{Script=Han}]{0,8}?)?(?:项目|工程)([\p{Script=Han}]{0,10}?(?:建成投产|竣工投产|建成投用|投产达效|投产|竣工|投用|开工建设|开工|动工|交付|通车|建设))/gu;
const LEAD = /^(?:全力|加快|大力|积极|有序|统筹|扎实|稳步|持续)*(?:推进|推动|确保|力争|实现|促成|抓好|完成|支持|建设|实施)?/;

/** Lists such as 甲厂技改、乙路改造等3个项目开工建设: names are taken whole, or not at all. */
export function findProjects({ text, parts, section }: Passage): FoundProject[] {
  return [...text.matchAll(LIST)].flatMap(({ 0: whole, 1: list = "", 3: tail = "", index }) => {
    const stage = STAGES.find(([, after]) => after.test(tail))?.[0] ?? "";
    const sentence = sentenceAt(text, index);
    let at = index;
    const members = list.split("、").map((member) => {
      const lead = LEAD.exec(member)![0].length;
      const place = { start: at + lead, name: member.slice(lead) };
      at += member.length + 1;
      return place;
    });
    const plain = members.length > 1 && members.every(({ name }) => NAME.test(name) && !KIND.test(name) && !/[的了]/.test(name));
    if (!plain && !members.some(({ name }) => new RegExp(`${NOUN}$`, "u").test(name))) return [];
    return members.filter(({ name }) => name.length > 1 && !/[,"\n]/.test(name)).map(({ name, start }): FoundProject => {
      const part = parts.findLast((one) => one.start <= start) ?? parts[0]!;
      // The sentence calls them projects and says their stage; a first name may still hold words of the sentence.
      const sure = plain && stage !== "" && !MIXED.test(name);
      return {
        type: "project", name, section, status: stage, text: name, sentence, certainty: sure ? "sure" : "unsure", reason: stage === "" ? REASONS.stageOpen : REASONS.stage,
        place: { paragraph: part.paragraph.paragraph, line: part.paragraph.line, start: start - part.start, end: start - part.start + name.length },
        lines: stage === "" || whole === "" ? [] : [{ table: "projects.csv", line: `${name},${section.replaceAll(",", "，")},${stage}` }],
      };
    });
  });
}
