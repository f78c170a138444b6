/** The client's own words in the deck's languages. */
import type { Language } from "../model/deck.ts";
import type { Status } from "../model/indicator.ts";

export interface Words {
  /** `pages` are those of the run; a higher `page` is a backup slide. */
  readonly number: (page: number, pages: number) => string;
  /** The same within a sentence. */
  readonly slide: (page: number, pages: number) => string;
  readonly slideOf: (page: number, pages: number, title: string) => string;
  readonly black: string;
  readonly white: string;
  readonly overview: string;
  readonly close: string;
  readonly jump: (digits: string) => string;
  readonly help: string;
  /** Pairs of keys and what they do: in both windows, in the deck's alone, in the speaker's alone. */
  readonly keys: readonly (readonly [string, string])[];
  readonly deckKeys: readonly (readonly [string, string])[];
  readonly speakerKeys: readonly (readonly [string, string])[];
  readonly blocked: string;
  readonly alreadyOpen: string;
  /** Before the notes open on the screen that shows the slides; then the two answers. */
  readonly doubts: Readonly<Record<"filled" | "only" | "outer", string>>;
  readonly notNow: string;
  readonly openHere: string;
  /** After a long time: where to begin. */
  readonly welcomeBack: string;
  readonly continueAt: (slide: string) => string;
  readonly fromStart: string;
  /** What is wrong with a speaker window, and the way out. */
  readonly troubles: Readonly<Record<"lost" | "older" | "rival", { readonly text: string; readonly way: string }>>;
  readonly renewed: string;
  readonly speaker: string;
  readonly notes: string;
  readonly noNotes: string;
  readonly nextSlide: string;
  readonly nextStep: string;
  readonly end: string;
  readonly elapsed: string;
  readonly now: string;
  readonly paused: string;
  readonly ahead: string;
  readonly behind: string;
  readonly onTime: string;
  readonly minutes: string;
  readonly larger: string;
  readonly smaller: string;
  readonly pause: string;
  readonly resume: string;
  readonly reset: string;
  readonly find: string;
  /** What a press on a figure does, and the heading of the list of all figures. */
  readonly origin: string;
  readonly origins: string;
  readonly noFigures: string;
  /** Text of a chart's button, and its name for people who cannot see which chart is meant. */
  readonly chartOrigins: string;
  readonly originsOf: (chart: string) => string;
  /** Stamped on figures that are as published. */
  readonly seal: string;
  readonly indicator: string;
  readonly period: string;
  readonly published: string;
  readonly growth: string;
  /** The same where a growth has another base than the year before. */
  readonly change: string;
  readonly rank: string;
  readonly target: string;
  readonly targetIn: (period: string) => string;
  /** An indicator of another area. */
  readonly of: (name: string, area: string) => string;
  readonly status: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly source: string;
  /** Where the row is in the tables. */
  readonly row: string;
  readonly note: string;
  readonly derived: string;
  readonly notDerived: string;
  /** Shown beside derived figures. */
  readonly no: string;
  readonly isDerived: string;
  readonly as: (figure: string) => string;
  readonly notStated: string;
  /** Shown instead of a figure that was not published, and of a part that was not listed. */
  readonly unpublished: string;
  readonly notItemised: string;
}

const ZH: Words = {
  number: (page, pages) => (page > pages ? `备用${page - pages}` : String(page)),
  slide: (page, pages) => (page > pages ? `备用${page - pages}` : `第${page}页`),
  slideOf: (page, pages, title) => `${page > pages ? `备用${page - pages}` : `第${page}页，共${pages}页`}${title === "" ? "" : `：${title}`}`,
  black: "黑屏",
  white: "白屏",
  overview: "总览",
  close: "关闭",
  jump: (digits) => `第${digits}页 · 回车`,
  help: "快捷键",
  keys: [
    ["→ ↓ PageDown 空格 N", "下一步"],
    ["← ↑ PageUp 退格 P", "上一步"],
    ["Home　End", "第一页　最后一页"],
    ["数字　Enter", "转到该页"],
    ["B　.", "黑屏、恢复"],
    ["W　,", "白屏、恢复"],
    ["F　F11", "全屏"],
    ["Esc", "关闭打开的；不在全屏时打开总览"],
    ["O", "总览"],
    ["?", "本帮助"],
  ],
  deckKeys: [
    ["F5　Shift+F5", "从头、从本页全屏放映"],
    ["滚轮　手指横划", "翻页"],
    ["S", "演讲者窗口"],
    ["I　点按数字", "数字出处"],
  ],
  speakerKeys: [
    ["+　−", "讲稿字号"],
    ["↓　↑", "讲稿下一句、上一句"],
    ["T", "计时暂停、继续"],
    ["R", "计时归零"],
  ],
  blocked: "浏览器拦截了演讲者窗口。点地址栏右端的图标，选“始终允许”弹出窗口，再按 S。",
  alreadyOpen: "演讲者窗口已经开着，在另一块屏幕上或别的窗口后面。",
  doubts: {
    filled: "讲稿会在这块屏幕上打开，放映退出全屏，大家都看得见。",
    only: "电脑只认出一块屏幕。投影若设成“复制”，讲稿会上屏：请先按 Windows+P，选“扩展”。",
    outer: "放映窗口不在电脑自己的屏幕上，讲稿会在同一块屏幕打开，大家都看得见。",
  },
  notNow: "不打开（Esc）",
  openHere: "仍在这里打开（S）",
  welcomeBack: "上次放到一半。从哪里开始？",
  continueAt: (slide) => `从${slide}继续（下一页）`,
  fromStart: "从头（上一页）",
  troubles: {
    lost: { text: "放映窗口没有回应。还开着就刷新它，关了就重新打开。", way: "重新打开放映（回车）" },
    older: { text: "稿子已更新，放映窗口还是旧的一版。", way: "更新放映窗口（回车）" },
    rival: { text: "讲稿已在另一个演讲者窗口打开，这个窗口停了。", way: "改在这里看（回车）" },
  },
  renewed: "稿子已更新，这里是新的讲稿。",
  speaker: "演讲者窗口",
  notes: "讲稿",
  noNotes: "本页无讲稿",
  nextSlide: "下一张",
  nextStep: "下一步",
  end: "结束",
  elapsed: "已用",
  now: "现在",
  paused: "暂停",
  ahead: "快",
  behind: "慢",
  onTime: "正点",
  minutes: "分",
  larger: "放大讲稿",
  smaller: "缩小讲稿",
  pause: "暂停计时",
  resume: "继续计时",
  reset: "计时归零",
  find: "页码或标题",
  origin: "按一下看出处",
  origins: "本页数字的出处",
  noFigures: "本页没有可查出处的数字",
  chartOrigins: "数字出处",
  originsOf: (chart) => `数字出处：${chart}`,
  seal: "据实",
  indicator: "指标",
  period: "期间",
  published: "公布值",
  growth: "同比",
  change: "增速",
  rank: "位次",
  target: "目标",
  targetIn: (period) => `${period}目标`,
  of: (name, area) => `${name}（${area}）`,
  status: "状态",
  statuses: { flash: "快报", preliminary: "初步", final: "最终" },
  source: "来源",
  row: "数据行",
  note: "说明",
  derived: "推算",
  notDerived: "否，按公布的原样",
  no: "否",
  isDerived: "是，总量减各部分",
  as: (figure) => `：${figure}`,
  notStated: "未注明",
  unpublished: "未载",
  notItemised: "未单列",
};

const EN: Words = {
  number: (page, pages) => (page > pages ? `Backup ${page - pages}` : String(page)),
  slide: (page, pages) => `${page > pages ? "backup slide" : "slide"} ${page > pages ? page - pages : page}`,
  slideOf: (page, pages, title) => `${page > pages ? `Backup ${page - pages}` : `Slide ${page} of ${pages}`}${title === "" ? "" : `: ${title}`}`,
  black: "Black screen",
  white: "White screen",
  overview: "Overview",
  close: "Close",
  jump: (digits) => `Slide ${digits} · Enter`,
  help: "Keys",
  keys: [
    ["→ ↓ PageDown Space N", "Next step"],
    ["← ↑ PageUp Backspace P", "Previous step"],
    ["Home  End", "First slide, last slide"],
    ["Number  Enter", "Go to that slide"],
    ["B  .", "Black screen on and off"],
    ["W  ,", "White screen on and off"],
    ["F  F11", "Full screen"],
    ["Esc", "Close what is open; overview when not in full screen"],
    ["O", "Overview"],
    ["?", "This help"],
  ],
  deckKeys: [
    ["F5  Shift+F5", "Full screen from the first slide, from this slide"],
    ["Wheel  swipe", "Turn the page"],
    ["S", "Speaker window"],
    ["I  press a figure", "Where figures come from"],
  ],
  speakerKeys: [
    ["+  −", "Size of the notes"],
    ["↓  ↑", "Next and previous sentence"],
    ["T", "Pause and resume the timer"],
    ["R", "Reset the timer"],
  ],
  blocked: "The browser blocked the speaker window. Press the icon at the right of the address bar, allow pop-ups for this page, then press S again.",
  alreadyOpen: "The speaker window is open already, on another screen or behind another window.",
  doubts: {
    filled: "The notes would open on this screen and the show would leave full screen: everybody sees them.",
    only: "The computer knows one screen only. If the projector duplicates it, everybody sees the notes: press Windows+P first and choose Extend.",
    outer: "The show is not on the computer's own screen. The notes would open on the same one, where everybody sees them.",
  },
  notNow: "Do not open (Esc)",
  openHere: "Open here all the same (S)",
  welcomeBack: "The last show stopped on its way. Where do you begin?",
  continueAt: (slide) => `Go on at ${slide} (next)`,
  fromStart: "From the start (previous)",
  troubles: {
    lost: { text: "The deck's window does not answer. If it is open, reload it; if it is closed, open it again.", way: "Open the deck again (Enter)" },
    older: { text: "The deck was updated; its window still shows the old one.", way: "Update the deck's window (Enter)" },
    rival: { text: "The notes were opened in another speaker window; this one has stopped.", way: "Use this one (Enter)" },
  },
  renewed: "The deck was updated; these are the new notes.",
  speaker: "Speaker window",
  notes: "Notes",
  noNotes: "No notes for this slide",
  nextSlide: "Next slide",
  nextStep: "Next step",
  end: "End",
  elapsed: "Elapsed",
  now: "Now",
  paused: "Paused",
  ahead: "ahead",
  behind: "behind",
  onTime: "on time",
  minutes: "min",
  larger: "Larger notes",
  smaller: "Smaller notes",
  pause: "Pause the timer",
  resume: "Resume the timer",
  reset: "Reset the timer",
  find: "Number or title",
  origin: "Press for where it comes from",
  origins: "Where this slide's figures come from",
  noFigures: "This slide has no figure with a source row",
  chartOrigins: "Sources",
  originsOf: (chart) => `Sources: ${chart}`,
  seal: "as published",
  indicator: "Indicator",
  period: "Period",
  published: "Published",
  growth: "Growth",
  change: "Growth",
  rank: "Rank",
  target: "Target",
  targetIn: (period) => `Target for ${period}`,
  of: (name, area) => `${name} (${area})`,
  status: "Status",
  statuses: { flash: "flash", preliminary: "preliminary", final: "final" },
  source: "Source",
  row: "Data row",
  note: "Note",
  derived: "Derived",
  notDerived: "no, exactly as published",
  no: "no",
  isDerived: "yes, the total less its parts",
  as: (figure) => `: ${figure}`,
  notStated: "not stated",
  unpublished: "not published",
  notItemised: "not itemised",
};

/** The words of one language. */
export function wordsFor(lang: Language): Words {
  return lang === "en" ? EN : ZH;
}
