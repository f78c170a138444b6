/** The words that only the speaker window needs, in the deck's languages. */
import type { Language } from "../../model/deck.ts";

export interface SpeakerWords {
  /** Time left, and the same after the planned end. */
  readonly left: string;
  readonly over: string;
  /** The clock time at which the speech is planned to end. */
  readonly plannedEnd: string;
  readonly used: string;
  readonly twoMinutes: string;
  readonly timeOver: string;
  /** After the timer was set to zero; the key that undoes it is R. */
  readonly wasReset: string;
  readonly wasRestored: string;
  /** Before the first sentence of the next page. */
  readonly nextPage: string;
  readonly scrolls: string;
  readonly scrollsOn: string;
  readonly scrollsOff: string;
  readonly tools: string;
  readonly prompter: string;
  readonly freeze: string;
  readonly frozen: (page: number) => string;
  readonly unfrozen: string;
  readonly send: string;
  readonly back: (slide: string) => string;
  readonly noBack: string;
  readonly laser: string;
  readonly zoom: string;
  readonly zoomed: (at: number, of: number) => string;
  readonly nothingToZoom: string;
  readonly ink: string;
  readonly inkHint: string;
  readonly laserHint: string;
  readonly erase: string;
  readonly origins: string;
  readonly black: string;
  readonly times: string;
  readonly find: string;
  readonly found: (count: number) => string;
  readonly sendHint: string;
  readonly close: string;
  readonly backup: string;
  readonly charactersAMinute: string;
  readonly larger: string;
  readonly smaller: string;
  readonly slower: string;
  readonly faster: string;
  readonly start: string;
  readonly stop: string;
  readonly mirror: string;
  readonly noTimes: string;
  readonly planned: string;
  readonly difference: string;
  readonly whole: string;
  readonly slide: string;
  readonly exportTimes: string;
  readonly exportHint: string;
  readonly fileName: (title: string) => string;
  /** Keys of this window beyond those of both windows. */
  readonly keys: readonly (readonly [string, string])[];
}

const ZH: SpeakerWords = {
  left: "剩余",
  over: "超时",
  plannedEnd: "计划结束",
  used: "用",
  twoMinutes: "剩余 2 分",
  timeOver: "时间到",
  wasReset: "计时归零，再按 R 恢复",
  wasRestored: "计时恢复",
  nextPage: "下一页",
  scrolls: "翻页前滚完讲稿",
  scrollsOn: "按下一步，先滚讲稿，再翻页",
  scrollsOff: "按下一步，就翻页",
  tools: "工具",
  prompter: "提词",
  freeze: "定屏",
  frozen: (page) => `定屏：大屏在第${page}页`,
  unfrozen: "定屏结束",
  send: "上大屏",
  back: (slide) => `回${slide}`,
  noBack: "没有可回的页",
  laser: "激光",
  zoom: "放大",
  zoomed: (at, of) => `放大 ${at} / ${of}`,
  nothingToZoom: "本页没有图表、数字可放大",
  ink: "画线",
  inkHint: "按住画线；方向键移动，空格落笔、提笔",
  laserHint: "激光：方向键移动，按 L 结束",
  erase: "去线",
  origins: "出处",
  black: "黑屏",
  times: "用时",
  find: "页码、标题或拼音首字母",
  found: (count) => `${count} 页`,
  sendHint: "方向键选页，回车上大屏",
  close: "关闭",
  backup: "备用页",
  charactersAMinute: "字／分",
  larger: "放大讲稿",
  smaller: "缩小讲稿",
  slower: "慢一点",
  faster: "快一点",
  start: "开始",
  stop: "暂停",
  mirror: "左右反",
  noTimes: "还没有用时。按下一步，计时就开始。",
  planned: "计划",
  difference: "超出",
  whole: "全场",
  slide: "页",
  exportTimes: "存成文件",
  exportHint: "存下的文件，用 luduan rehearse 写回各部分的 minutes。",
  fileName: (title) => `${title}-用时.json`,
  keys: [
    ["M", "提词"],
    ["Q", "回原来的页"],
    ["X", "定屏：大屏不动，自己看后面"],
    ["L", "激光，按住或按一下"],
    ["Z", "放大图表、数字，再按看下一个"],
    ["D　E", "画线、去线"],
    ["I", "数字出处"],
    ["U", "用时"],
    ["C", "翻页前滚完讲稿，开、关"],
  ],
};

const EN: SpeakerWords = {
  left: "Left",
  over: "Over by",
  plannedEnd: "Planned end",
  used: "used",
  twoMinutes: "2 minutes left",
  timeOver: "Time is up",
  wasReset: "Timer reset. Press R again to undo",
  wasRestored: "Timer restored",
  nextPage: "Next slide",
  scrolls: "Scroll notes first",
  scrollsOn: "Next scrolls the notes first, then turns the page",
  scrollsOff: "Next turns the page at once",
  tools: "Tools",
  prompter: "Prompter",
  freeze: "Freeze",
  frozen: (page) => `Frozen: the audience sees slide ${page}`,
  unfrozen: "No longer frozen",
  send: "Show this",
  back: (slide) => `Back to ${slide}`,
  noBack: "There is no slide to go back to",
  laser: "Laser",
  zoom: "Zoom",
  zoomed: (at, of) => `Zoom ${at} of ${of}`,
  nothingToZoom: "Nothing on this slide to zoom into",
  ink: "Pen",
  inkHint: "Drag to draw; arrows move, Space sets the pen down or lifts it",
  laserHint: "Laser: arrows move it, L ends it",
  erase: "Erase",
  origins: "Sources",
  black: "Black",
  times: "Times",
  find: "Number or title",
  found: (count) => `${count} ${count === 1 ? "slide" : "slides"}`,
  sendHint: "Arrows choose, Enter shows it to the audience",
  close: "Close",
  backup: "Backup slides",
  charactersAMinute: "characters a minute",
  larger: "Larger notes",
  smaller: "Smaller notes",
  slower: "Slower",
  faster: "Faster",
  start: "Start",
  stop: "Pause",
  mirror: "Mirror",
  noTimes: "No times yet. The timer starts with the first step.",
  planned: "Planned",
  difference: "Over",
  whole: "Whole speech",
  slide: "Slide",
  exportTimes: "Save as a file",
  exportHint: "luduan rehearse writes the file back as the minutes of each part.",
  fileName: (title) => `${title} times.json`,
  keys: [
    ["M", "Teleprompter"],
    ["Q", "Back to where you were"],
    ["X", "Freeze: the audience stays, you look ahead"],
    ["L", "Laser: hold it, or press once"],
    ["Z", "Zoom into charts and figures, again for the next"],
    ["D  E", "Draw, erase"],
    ["I", "Where figures come from"],
    ["U", "Times"],
    ["C", "Scroll long notes before the page turns, on and off"],
  ],
};

/** The words of one language. */
export function speakerWordsFor(lang: Language): SpeakerWords {
  return lang === "en" ? EN : ZH;
}
