/** Which drawing stands on a slide without a photo: the author's, else one for the words of the slide, and none twice in ten pages. */
import type { Block, Section, Slide } from "./deck.ts";
import type { MotifChoice, MotifName } from "./motif.ts";
import { plainText } from "./plain-text.ts";

/** A drawing rests for so many pages before it comes again (hall.md). */
const REST = 10;

/** Words of reports by the drawing that suits them. Where several suit, the one with more words wins, then the earlier one. */
const SUBJECTS: readonly (readonly [MotifName, RegExp])[] = [
  ["courtyard", /古镇|古城|古村|名城|庭院|文旅|文化|旅游|历史|传统|非遗|遗产|heritage|culture|tourism|old town|historic/giu],
  ["rail", /交通|轨道|铁路|高铁|地铁|枢纽|互联|畅通|公路|道路|路网|公交|车站|transport|rail|metro|roads?\b|transit/giu],
  ["school", /教育|学校|中学|小学|幼儿|学生|教师|学位|办学|人才|schools?\b|education|talent|students?\b|teach/giu],
  ["clinic", /医疗|医院|医保|卫生|健康|养老|托育|疾控|疫情|防疫|health|hospital|clinic|elder|medical/giu],
  ["fields", /乡村|农业|农村|农民|农田|粮食|耕地|丰收|种植|村庄|rural|agricultur|farm|grain|villages?\b|harvest/giu],
  ["park", /生态|绿色|绿化|绿岸|公园|园林|森林|环境|景观|低碳|美丽|green|parks?\b|ecolog|environment|carbon|forest/giu],
  ["river", /治水|水利|水乡|河道|河流|河湖|江河|湖泊|防洪|港口|航运|水质|rivers?\b|water|lakes?\b|harbou?r|flood/giu],
  ["housing", /住房|公寓|小区|安居|家园|居民|社区|棚改|拆迁|保障房|宜居|老旧|housing|homes?\b|flats\b|neighbou?r|residen/giu],
  ["laboratory", /创新|科技|科研|研发|实验|数字|智能|技术|成果转化|innovat|science|scientific|technolog|research|digital/giu],
  ["market", /消费|商贸|市场|贸易|商业|商圈|夜市|服务业|营商|开放|外贸|consum|trade|market|retail|business|opening.up/giu],
  ["factory", /产业|工业|制造|企业|园区|智造|生产|引擎|产能|industr|manufactur|factor(?:y|ies)|enterprise|production/giu],
  ["crane", /项目|开工|建设|工程|基建|施工|投资|管廊|大桥|construct|infrastructure|investment|projects?\b|build/giu],
];

/** Where no word says more: a town in general, in turn. */
const GENERAL: readonly MotifName[] = ["river", "courtyard", "housing", "park", "fields", "crane", "market", "school", "factory", "rail", "laboratory", "clinic"];

/** A word of the title counts as much as three others. */
const TITLE = 3;

/** Whether a slide shows a drawing in place of a photo. */
export function takesMotif({ layout, blocks }: Pick<Slide, "layout" | "blocks">): boolean {
  return layout === "picture" && !blocks.some(({ type }) => type === "image");
}

/** Drawings that suit the words of a slide, the best first; empty where none is named. */
function suited({ title, kicker, blocks }: Slide): readonly MotifName[] {
  const head = plainText(title);
  const rest = [kicker, ...blocks.map(wordsOf)].join("\n");
  const scored = SUBJECTS.map(([name, words]) => ({ name, score: TITLE * count(head, words) + count(rest, words) })).filter(({ score }) => score > 0);
  return scored.toSorted((a, b) => b.score - a.score).map(({ name }) => name);
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}

/** A picture slide holds paragraphs or a list beside its drawing. */
function wordsOf(block: Block): string {
  if (block.type === "paragraph") return plainText(block.inlines);
  return block.type === "list" ? block.items.map(({ inlines }) => plainText(inlines)).join("\n") : "";
}

/** The drawing of every slide that takes one, by its id. */
export function chooseMotifs(sections: readonly Section[]): ReadonlyMap<string, MotifChoice> {
  const chosen = new Map<string, MotifChoice>();
  const [uses, last] = [new Map<MotifName, number>(), new Map<MotifName, number>()];
  for (const [page, slide] of sections.flatMap(({ slides }) => slides).entries()) {
    if (!takesMotif(slide)) continue;
    const rested = (name: MotifName): boolean => page - (last.get(name) ?? -Infinity) > REST;
    const general = GENERAL.toSorted((a, b) => (last.get(a) ?? -1) - (last.get(b) ?? -1));
    const name = slide.motif ?? [...suited(slide), ...general].find(rested) ?? general[0]!;
    const variation = uses.get(name) ?? 0;
    chosen.set(slide.id, { name, variation });
    uses.set(name, variation + 1);
    last.set(name, page);
  }
  return chosen;
}
