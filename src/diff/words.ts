/** The words for a comparison of two editions, in both languages. */
import { parsePeriod } from "../model/period.ts";
import { wordsOf } from "../model/words.ts";
import type { Change, Place, ProjectState, SlideName } from "./changes.ts";
import type { EditionFigure } from "./edition.ts";
import type { Printed, Sheets } from "./find-sheets.ts";
import type { DocumentName } from "../model/output-names.ts";
import type { PageNumbers } from "../model/printed-pages.ts";

/** Groups of changes, in the order shown. */
export const GROUPS = ["deck", "figures", "targets", "projects", "slides", "shown", "wording"] as const;
export type Group = (typeof GROUPS)[number];

export interface DiffWords {
  readonly lang: "zh-CN" | "en";
  readonly heading: string;
  /** The editions compared. */
  readonly before: string;
  readonly after: string;
  readonly groups: Readonly<Record<Group, string>>;
  readonly none: string;
  readonly count: (changes: number) => string;
  readonly deckFields: Readonly<Record<"title" | "organisation", string>>;
  /** 地区生产总值 2021年 同比; a name by itself. */
  readonly figure: (figure: Omit<EditionFigure, "text">) => string;
  /** In place of a figure that is not in one of the editions. */
  readonly absent: string;
  /** 建设，配合，按期. */
  readonly state: (state: ProjectState) => string;
  readonly project: (name: string, section: string) => string;
  /** 第7页（主要指标）. */
  readonly slide: (slide: SlideName) => string;
  /** A line for each slide that shows it. */
  readonly places: (places: readonly Place[]) => readonly string[];
  /** Comes before the sheets of an edition. */
  readonly printed: (edition: Printed["edition"]) => string;
  /** 讲稿本第12页. */
  readonly sheets: (sheets: Sheets) => string;
  /** Separates places that share a line. */
  readonly between: string;
  readonly slideAdded: string;
  readonly slideRemoved: string;
  readonly slideMoved: (page: number) => string;
  readonly shown: (part: "text" | "card" | "chart", is: boolean) => string;
  readonly surfaces: Readonly<Record<"slide" | "notes", string>>;
  readonly notesChanged: string;
  /** Columns of the sheet. */
  readonly columns: { readonly what: string; readonly before: string; readonly after: string; readonly where: string };
  readonly removed: string;
  readonly added: string;
  readonly checkedBy: string;
  readonly date: string;
  readonly surfacesNote: string;
}

export function diffWordsOf(lang: "zh" | "en"): DiffWords {
  return lang === "zh" ? ZH : EN;
}

/** The group under which a change is shown. */
export function groupOf(change: Change): Group {
  switch (change.type) {
    case "deck":
      return "deck";
    case "figure":
      return change.field === "target" ? "targets" : "figures";
    case "project":
      return "projects";
    case "slide":
      return "slides";
    case "shown":
      return "shown";
    case "wording":
    case "notes":
      return "wording";
  }
}

/** Places by slide, each with the parts that show it. */
function bySlide(places: readonly Place[], nameOf: (place: Place) => string, tell: (slide: SlideName, parts: readonly string[]) => string): readonly string[] {
  const slides = new Map<number, { slide: SlideName; parts: Set<string> }>();
  for (const place of places) {
    const entry = slides.get(place.page) ?? { slide: place, parts: new Set<string>() };
    entry.parts.add(nameOf(place));
    slides.set(place.page, entry);
  }
  return [...slides.values()].map(({ slide, parts }) => tell(slide, [...parts]));
}

const ZH_PARTS: Readonly<Record<Place["part"], string>> = { text: "正文", card: "卡片", chart: "图表", board: "项目板" };
const zhPart = ({ surface, part }: Place): string => (surface === "notes" ? "讲稿" : surface === "title" ? "标题" : ZH_PARTS[part]);
const zhSlide = ({ page, title }: SlideName): string => `第${page}页${title === "" ? "" : `（${title}）`}`;
/** A growth with a base has it in its text; a value needs it beside its name. The file may hold anything here. */
function baseIn(field: EditionFigure["field"], base: unknown, growth: string): string | null {
  if (typeof base !== "string") return null;
  return field === "growth" ? growth : field === "value" ? base : null;
}

const ZH_FIELDS: Readonly<Record<EditionFigure["field"], string>> = { value: "", growth: "同比", rank: "位次", target: "目标", name: "名称" };

/** 12, 14—16: neighbouring pages as a range. */
function tellPages(pages: PageNumbers, dash: string, between: string): string {
  const ranges: { from: number; to: number }[] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to === page - 1) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}${dash}${to}`)).join(between);
}

const ZH_DOCUMENTS: Readonly<Record<DocumentName, string>> = { slides: "幻灯片", notes: "讲稿本", booklet: "报告文本", "handout-2": "讲义（两张）", "handout-3": "讲义（三张）", "handout-6": "讲义（六张）" };

const ZH: DiffWords = {
  lang: "zh-CN",
  heading: "修改对照表",
  before: "原稿",
  after: "新稿",
  groups: { deck: "报告", figures: "数字", targets: "目标", projects: "项目", slides: "页面增减", shown: "图表和卡片", wording: "文字" },
  none: "没有不同。",
  count: (changes) => `共${changes}处不同。`,
  deckFields: { title: "标题", organisation: "单位" },
  figure: ({ name, field, period, area, base }) => [name, periodIn(period, "zh-CN"), area ?? "", baseIn(field, base, "增速") ?? ZH_FIELDS[field]].filter((word) => word !== "").join(" "),
  absent: "（无）",
  state: ({ status, role, due }) => [status, role, due].filter((word) => word !== null).join("，"),
  project: (name, section) => `${name}（${section}）`,
  slide: zhSlide,
  places: (places) => (places.length === 0 ? ["没有页面显示它"] : bySlide(places, zhPart, (slide, parts) => `${zhSlide(slide)}${parts.join("、")}`)),
  printed: (edition) => (edition === "after" ? "印在：" : "原印在："),
  sheets: ({ document, pages }) => `${ZH_DOCUMENTS[document]}第${tellPages(pages, "—", "、")}页`,
  between: "；",
  slideAdded: "新增",
  slideRemoved: "删去（原稿页码）",
  slideMoved: (page) => `移动，原为第${page}页`,
  shown: (part, is) => `${ZH_PARTS[part]}${is ? "新增显示" : "不再显示"}`,
  surfaces: { slide: "页面", notes: "讲稿" },
  notesChanged: "讲稿有改动（输出文件夹不含讲稿文字）",
  columns: { what: "内容", before: "原稿", after: "新稿", where: "出现在" },
  removed: "删去",
  added: "新增",
  checkedBy: "核对人",
  date: "日期",
  surfacesNote: "页码以新稿为准，写明“原”的除外；讲稿印在讲稿本、报告文本和每页两张的讲义里。",
};

const EN_PARTS: Readonly<Record<Place["part"], string>> = { text: "text", card: "card", chart: "chart", board: "board" };
const enPart = ({ surface, part }: Place): string => (surface === "notes" ? "notes" : surface === "title" ? "title" : EN_PARTS[part]);
const enSlide = ({ page, title }: SlideName): string => `slide ${page}${title === "" ? "" : ` (${title})`}`;
const EN_FIELDS: Readonly<Record<EditionFigure["field"], string>> = { value: "", growth: "growth", rank: "rank", target: "target", name: "name" };

const EN: DiffWords = {
  lang: "en",
  heading: "What changed",
  before: "Old",
  after: "New",
  groups: { deck: "Report", figures: "Figures", targets: "Targets", projects: "Projects", slides: "Slides", shown: "Charts and cards", wording: "Wording" },
  none: "No difference.",
  count: (changes) => `${changes} difference${changes === 1 ? "" : "s"}.`,
  deckFields: { title: "title", organisation: "organisation" },
  figure: ({ name, field, period, area, base }) => [name, baseIn(field, base, "growth") ?? EN_FIELDS[field], [area, periodIn(period, "en")].filter(Boolean).join(", ")].filter((word) => word !== "").join(" "),
  absent: "(none)",
  state: ({ status, role, due }) => [status, role, due].filter((word) => word !== null).join(", "),
  project: (name, section) => `${name} (${section})`,
  slide: enSlide,
  places: (places) => (places.length === 0 ? ["shown on no slide"] : bySlide(places, enPart, (slide, parts) => `${enSlide(slide)}: ${parts.join(", ")}`)),
  printed: (edition) => (edition === "after" ? "printed: " : "printed before: "),
  sheets: ({ document, pages }) => `${document} ${pages.length === 1 ? "p." : "pp."} ${tellPages(pages, "–", ", ")}`,
  between: "; ",
  slideAdded: "added",
  slideRemoved: "removed (page of the old one)",
  slideMoved: (page) => `moved from page ${page}`,
  shown: (part, is) => (is ? `now on the ${EN_PARTS[part]}` : `no longer on the ${EN_PARTS[part]}`),
  surfaces: { slide: "slide", notes: "notes" },
  notesChanged: "the notes changed (the output folder does not hold their words)",
  columns: { what: "What", before: "Old", after: "New", where: "Shown on" },
  removed: "removed",
  added: "added",
  checkedBy: "Checked by",
  date: "Date",
  surfacesNote: "Pages are those of the new edition, unless it says before; notes are printed in the notes, the booklet and the handout of two slides a page.",
};

function periodIn(key: string | null, lang: "zh-CN" | "en"): string {
  const period = key === null ? null : parsePeriod(key);
  return period === null ? "" : wordsOf(lang).period(period);
}
