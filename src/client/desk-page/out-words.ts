/** Words about what the desk makes. */
import type { DeskOutput } from "../../model/desk.ts";

export interface OutWords {
  readonly heading: string;
  /** What each output is called, and what it is for. */
  readonly names: Readonly<Record<DeskOutput, readonly [name: string, use: string]>>;
  readonly make: string;
  readonly again: string;
  readonly begun: string;
  readonly making: (done: number, percent: number | null) => string;
  readonly made: string;
  readonly failed: string;
  readonly busy: string;
  readonly open: string;
  readonly reveal: string;
  readonly print: string;
  readonly perPage: (slides: string) => string;
  readonly show: string;
  /** The show has begun: how many windows were opened, or where it is. */
  readonly shown: (opened: number) => string;
  readonly close: string;
  /** Against the last edition. */
  readonly changes: string;
  readonly noEdition: string;
}

export const OUT_WORDS: Readonly<Record<"zh" | "en", OutWords>> = {
  zh: {
    heading: "生成",
    names: {
      show: ["会场放映", "大会上放，不用联网"],
      handout: ["讲义", "发给代表，每页 2、3、6 张"],
      notes: ["讲稿", "念稿用，一页一张"],
      booklet: ["报告文本", "公文格式，双面印"],
      pptx: ["PPT", "PowerPoint、WPS 能改"],
      kiosk: ["大厅屏", "大厅里循环播放"],
      long: ["长图", "发到手机的一图读懂"],
      video: ["视频", "循环播放的影片"],
      site: ["网站", "整个文件夹传到网站"],
      all: ["全部", "上面几样和数据、出处，一次做完"],
    },
    make: "生成",
    again: "重新生成",
    begun: "正在准备……",
    making: (done, percent) => (percent === null ? `正在生成……完成 ${done} 步` : `正在生成……${percent}%`),
    made: "已生成",
    failed: "没有生成：",
    busy: "另一样正在生成，请稍等。",
    open: "打开",
    reveal: "所在文件夹",
    print: "打印",
    perPage: (slides) => `每页 ${slides} 张`,
    show: "开始放映",
    shown: (opened) => (opened > 1 ? "放映和讲稿两个窗口都打开了：放映的拖到大屏上，按 F 全屏。" : "放映打开了，按 S 打开讲稿窗口，按 F 全屏。"),
    close: "关闭",
    changes: "和上次相比改了什么",
    noEdition: "还没有可以比的：先生成一次“全部”。",
  },
  en: {
    heading: "Make",
    names: {
      show: ["Show", "for the hall, without a network"],
      handout: ["Handouts", "2, 3 or 6 slides a page"],
      notes: ["Notes", "to read from, a slide a page"],
      booklet: ["Report text", "as an official paper"],
      pptx: ["PowerPoint", "to edit in PowerPoint or WPS"],
      kiosk: ["Lobby screen", "plays again and again"],
      long: ["Long picture", "one picture for phones"],
      video: ["Film", "the loop as a film"],
      site: ["Website", "a folder to put on a site"],
      all: ["Everything", "these, with data and origins, at once"],
    },
    make: "Make",
    again: "Make again",
    begun: "Getting ready …",
    making: (done, percent) => (percent === null ? `Working … ${done} steps done` : `Working … ${percent} %`),
    made: "Made",
    failed: "Nothing was made:",
    busy: "Another one is being made; wait for it.",
    open: "Open",
    reveal: "Show in folder",
    print: "Print",
    perPage: (slides) => `${slides} a page`,
    show: "Start the show",
    shown: (opened) => (opened > 1 ? "Both windows are open: move the deck to the large screen and press F." : "The deck is open: press S for the speaker window, F for the whole screen."),
    close: "Close",
    changes: "What has changed since",
    noEdition: "There is nothing to compare with: make everything once.",
  },
};
