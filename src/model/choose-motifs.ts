/** Which drawing stands on a slide without a photo: the author's, else one for the words of the slide, and none twice in ten pages. */
import type { Block, Section, Slide } from "./deck.ts";
import type { Look } from "./looks.ts";
import type { MotifChoice, MotifName } from "./motif.ts";
import { plainText } from "./plain-text.ts";

/** A drawing rests for so many pages before it comes again (hall.md). */
const REST = 10;

/** Words of reports by the drawing that suits them. Where several suit, the one with more words wins, then the earlier one. */
const SUBJECTS: readonly (readonly [MotifName, RegExp])[] = [
  ["courtyard", /古镇|古城|古村|名城|庭院|文旅|文化|旅游|历史|传统|非遗|遗产|heritage|culture|tourism|old town|historic/giu],
  ["rail", /交通|轨道|铁路|高铁|地铁|枢纽|公交|车站|transport|rail|metro|transit/giu],
  ["roads", /公路|道路|路网|快速路|高速路|通道|干线|环线|互联|畅通|打通|roads?\b|motorways?|highways?|ring road/giu],
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
const GENERAL: readonly MotifName[] = ["river", "courtyard", "housing", "park", "fields", "crane", "market", "school", "factory", "rail", "laboratory", "clinic", "roads"];

/** A word of the title counts as much as three others. */
const TITLE = 3;

/** Cards that leave room for a drawing beside them. */
const BESIDE_CARDS = 2;

/** Whether a slide may show a drawing: in place of a photo, on the panel of its title, or in a round window beside its words. */
export function takesMotif({ layout, number, blocks }: Pick<Slide, "layout" | "number" | "blocks">): boolean {
  if (blocks.some(hasPicture)) return false;
  const cards = blocks.filter(({ type }) => type === "card").length;
  return layout === "picture" || layout === "bullets" || layout === "quote" || (layout === "cards" && number === "") || (layout === "columns" && cards === BESIDE_CARDS);
}

function hasPicture(block: Block): boolean {
  return block.type === "image" || (block.type === "card" && block.blocks.some(hasPicture));
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

function wordsOf(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return plainText(block.inlines);
    case "list":
      return block.items.flatMap(({ inlines, blocks }) => [plainText(inlines), ...blocks.map(wordsOf)]).join("\n");
    case "card":
      return [plainText(block.title), ...block.blocks.map(wordsOf)].join("\n");
    case "quote":
      return block.blocks.map(wordsOf).join("\n");
    default:
      return "";
  }
}

interface Place {
  readonly slide: Slide;
  readonly page: number;
}

/** The drawing of every slide that takes one, by its id. Pages where it stands for a photo choose first; on tiles there is no room for one. */
export function chooseMotifs(sections: readonly Section[], looks: ReadonlyMap<string, Look>): ReadonlyMap<string, MotifChoice> {
  const places = sections.flatMap(({ slides }) => slides).map((slide, page): Place => ({ slide, page })).filter(({ slide }) => takesMotif(slide) && looks.get(slide.id)?.variant !== "tiles");
  const chosen = new Map<string, MotifChoice>();
  const pages = new Map<MotifName, readonly number[]>();
  for (const { slide, page } of places.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const away = (name: MotifName): number => Math.min(Infinity, ...(pages.get(name) ?? []).map((other) => Math.abs(page - other)));
    const general = GENERAL.toSorted((a, b) => lastBefore(pages.get(a), page) - lastBefore(pages.get(b), page));
    const name = slide.motif ?? [...suited(slide), ...general].find((one) => away(one) > REST) ?? general[0]!;
    const before = pages.get(name) ?? [];
    chosen.set(slide.id, { name, variation: before.length });
    pages.set(name, [...before, page]);
  }
  return chosen;
}

/** In the order of pages within a kind: photos' places first, then those whose author chose. */
function rankOf({ slide }: Place): number {
  return slide.layout === "picture" ? 0 : slide.motif === null ? 2 : 1;
}

/** The last page before `page` on which a drawing stands; −1 if there is none. */
function lastBefore(pages: readonly number[] | undefined, page: number): number {
  return Math.max(-1, ...(pages ?? []).filter((other) => other < page));
}
