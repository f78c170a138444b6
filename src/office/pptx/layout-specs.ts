/** The layouts of the presentation and the places that each offers, in pixels of the canvas as the style sheets have them. */
import { CANVAS } from "../../model/canvas.ts";
import type { Ink } from "../ink.ts";
import type { Box } from "../units.ts";
import type { Face } from "./text.ts";

export type LayoutName =
  | "cover" | "agenda" | "section" | "wide" | "wideDeep" | "hall" | "panel" | "panelDeep" | "led" | "ledMany" | "band" | "opener" | "openerPlain"
  | "units" | "picture" | "pictureFull" | "quote" | "quoteDeep" | "closing";

/** How words in a place are set unless a slide says otherwise. */
export interface PlaceStyle {
  readonly size: number;
  readonly ink: Ink;
  readonly face: Face;
  readonly bold: boolean;
  readonly align: "l" | "ctr" | "r";
  readonly anchor: "t" | "ctr" | "b";
  /** Per cent of the face's own pitch. */
  readonly line: number;
  readonly tracking?: number;
  /** Characters below one another. */
  readonly vertical?: boolean;
}

export interface Place {
  readonly type: "title" | "ctrTitle" | "subTitle" | "body" | "pic";
  /** Null for titles, of which a layout has one. */
  readonly index: number | null;
  readonly box: Box;
  readonly style: PlaceStyle;
}

export interface LayoutSpec {
  readonly name: { readonly zh: string; readonly en: string };
  /** ST_SlideLayoutType; null where none says what it is. */
  readonly type: "title" | "obj" | "titleOnly" | "secHead" | "picTx" | null;
  readonly ground: "paper" | "deep" | "cover";
  /** Width of the dark panel on the left. */
  readonly panel: number | null;
  readonly foot: "full" | "plain" | "panel" | "page" | "none";
  readonly places: readonly Place[];
}

/** Indexes of the places that several layouts have; a slide that moves to another layout keeps its words. */
export const INDEX = { body: 1, second: 2, lead: 13, kicker: 14, picture: 15, footer: 11, page: 12 } as const;

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const TITLE: PlaceStyle = { size: 72, ink: "text", face: "serif", bold: true, align: "l", anchor: "t", line: 100 };
const TEXT: PlaceStyle = { size: 44, ink: "text", face: "sans", bold: false, align: "l", anchor: "t", line: 100 };
const QUIET: PlaceStyle = { ...TEXT, size: 38, ink: "muted" };

const title = (at: Box, style: Partial<PlaceStyle> = {}): Place => ({ type: "title", index: null, box: at, style: { ...TITLE, ...style } });
const body = (index: number, at: Box, style: Partial<PlaceStyle> = {}): Place => ({ type: "body", index, box: at, style: { ...TEXT, ...style } });
const kicker = (at: Box, style: Partial<PlaceStyle> = {}): Place => body(INDEX.kicker, at, { ...QUIET, size: 36, ...style });
const lead = (at: Box, style: Partial<PlaceStyle> = {}): Place => body(INDEX.lead, at, { ...QUIET, ...style });

const WIDE = [title(box(112, 128, 1696, 110)), kicker(box(112, 74, 1696, 52)), lead(box(112, 252, 1696, 60))];
const ON_PANEL = { ink: "on-deep" } as const;
const SOFT = { ink: "on-deep2" } as const;
const PANEL = [title(box(112, 130, 476, 520), { size: 88, ...ON_PANEL }), kicker(box(112, 70, 476, 50), SOFT), lead(box(112, 660, 476, 190), { size: 44, ...SOFT })];
const ROWS = body(INDEX.body, box(712, 72, 1120, 932));
const paper = { ground: "paper", panel: null, type: null } as const;
const deep = { ground: "deep", panel: null, type: null } as const;

export const LAYOUTS: Readonly<Record<LayoutName, LayoutSpec>> = {
  cover: {
    name: { zh: "封面", en: "Cover" }, type: "title", ground: "cover", panel: null, foot: "none",
    places: [
      { type: "ctrTitle", index: null, box: box(108, 172, 1560, 240), style: { ...TITLE, size: 192 } },
      { type: "subTitle", index: INDEX.body, box: box(112, 84, 1480, 84), style: { ...TITLE, size: 56, tracking: 0.2 } },
      body(INDEX.second, box(224, 420, 500, 130), { size: 36, anchor: "ctr" }),
      body(INDEX.kicker, box(1736, 98, 72, 560), { ...TITLE, size: 48, tracking: 0.25, vertical: true }),
    ],
  },
  agenda: { ...paper, name: { zh: "目录", en: "Agenda" }, panel: 640, foot: "panel", places: [{ ...PANEL[0]!, style: { ...PANEL[0]!.style, size: 132, tracking: 0.08 } }, PANEL[1]!] },
  section: {
    ...deep, name: { zh: "章节", en: "Section" }, type: "secHead", foot: "none",
    places: [title(box(108, 172, 900, 340), { size: 136 }), kicker(box(112, 96, 896, 62), { size: 40 }), body(INDEX.body, box(112, 520, 700, 160), QUIET)],
  },
  wide: { ...paper, name: { zh: "标题和内容", en: "Title and content" }, type: "obj", foot: "full", places: [...WIDE, body(INDEX.body, box(112, 320, 1696, 648))] },
  wideDeep: { ...deep, name: { zh: "标题和内容（深底）", en: "Title and content, dark" }, type: null, foot: "plain", places: [...WIDE, body(INDEX.body, box(112, 320, 1696, 648))] },
  hall: {
    ...paper, name: { zh: "大标题和内容", en: "Large title and content" }, type: null, foot: "plain",
    places: [title(box(112, 52, 1696, 104), { size: 84 }), kicker(box(112, 44, 1696, 52), { size: 40 }), lead(box(112, 160, 1696, 70), { size: 48 }), body(INDEX.body, box(112, 230, 1696, 766))],
  },
  panel: { ...paper, name: { zh: "左标题", en: "Title on a panel" }, panel: 640, foot: "panel", places: [...PANEL, ROWS] },
  panelDeep: {
    ...deep, name: { zh: "左标题（深底）", en: "Title on the left, dark" }, foot: "panel",
    places: [title(box(112, 130, 476, 520), { size: 88 }), kicker(box(112, 70, 476, 50)), lead(box(112, 660, 476, 190), { size: 44 }), ROWS],
  },
  led: {
    ...paper, name: { zh: "领先数字", en: "Leading figure" }, panel: 768, foot: "panel",
    places: [title(box(112, 124, 604, 250), { size: 60, ...ON_PANEL }), kicker(box(112, 74, 604, 50), SOFT), lead(box(112, 700, 604, 150), { size: 40, ...SOFT, anchor: "b" })],
  },
  ledMany: {
    ...paper, name: { zh: "领先数字（窄）", en: "Leading figure, narrow" }, panel: 640, foot: "panel",
    places: [title(box(112, 124, 476, 250), { size: 60, ...ON_PANEL }), kicker(box(112, 74, 476, 50), SOFT), lead(box(112, 700, 476, 150), { size: 40, ...SOFT, anchor: "b" })],
  },
  band: {
    ...paper, name: { zh: "横幅标题", en: "Title on a band" }, foot: "plain",
    places: [title(box(112, 44, 1696, 104), { size: 84, ...ON_PANEL }), kicker(box(112, 44, 1696, 52), SOFT), lead(box(112, 150, 1696, 60), { size: 40, ...SOFT })],
  },
  opener: { ...deep, name: { zh: "任务", en: "Task" }, foot: "plain", places: openerPlaces() },
  openerPlain: { ...paper, name: { zh: "任务（浅底）", en: "Task, light" }, foot: "plain", places: openerPlaces() },
  units: {
    ...deep, name: { zh: "实物计数", en: "Counted things" }, foot: "plain",
    places: [title(box(112, 128, 980, 230), { size: 84 }), kicker(box(112, 76, 980, 50)), lead(box(112, 370, 900, 160), { size: 44 })],
  },
  picture: {
    ...paper, name: { zh: "图片和文字", en: "Picture and words" }, type: "picTx", foot: "page",
    places: [
      title(box(1195, 140, 620, 480), { size: 120, anchor: "b" }), kicker(box(1200, 80, 608, 60)), body(INDEX.body, box(1200, 676, 608, 320), { ...QUIET, size: 44 }),
      { type: "pic", index: INDEX.picture, box: box(0, 0, 1120, CANVAS.height), style: QUIET },
    ],
  },
  pictureFull: {
    ...deep, name: { zh: "满版图片", en: "Picture over the slide" }, type: null, foot: "page",
    places: [
      { type: "pic", index: INDEX.picture, box: box(0, 0, CANVAS.width, CANVAS.height), style: QUIET },
      title(box(112, 640, 1696, 200), { size: 132, anchor: "b" }), kicker(box(112, 590, 1696, 50)), body(INDEX.body, box(112, 846, 1500, 150), { size: 56 }),
    ],
  },
  quote: { ...paper, name: { zh: "引文", en: "Quote" }, type: null, foot: "full", places: quotePlaces() },
  quoteDeep: { ...deep, name: { zh: "引文（深底）", en: "Quote, dark" }, type: null, foot: "plain", places: quotePlaces() },
  closing: {
    ...deep, name: { zh: "结尾", en: "Closing" }, type: null, foot: "none",
    places: [title(box(108, 92, 1500, 340), { size: 128 }), body(INDEX.body, box(112, 440, 1500, 100), { ...QUIET, size: 40 })],
  },
};

function openerPlaces(): readonly Place[] {
  return [
    title(box(112, 402, 800, 300), { size: 84 }), kicker(box(112, 350, 800, 50)), lead(box(112, 600, 800, 120), { size: 48 }),
    body(INDEX.second, box(103, 30, 800, 370), { size: 460, ink: "accent", face: "numeral", bold: true, line: 75 }), body(INDEX.body, box(968, 72, 840, 638)),
  ];
}

function quotePlaces(): readonly Place[] {
  return [title(box(112, 128, 1696, 110)), kicker(box(112, 74, 1696, 52)), body(INDEX.body, box(108, 250, 1616, 362), { ...TITLE, size: 150, anchor: "b" }), lead(box(112, 676, 1100, 200))];
}
