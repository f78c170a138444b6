/** The words on a phone and in the dialog that lets phones in. */
import type { Language } from "../../model/deck.ts";

export interface RemoteWords {
  readonly remote: string;
  /** On the way in. */
  readonly enterPin: string;
  readonly pinHint: string;
  readonly enter: string;
  readonly wrongPin: string;
  readonly oldKey: string;
  readonly locked: string;
  /** Above the page while there is no line to the server, or no deck. */
  readonly lost: string;
  readonly noDeck: string;
  readonly notSent: string;
  readonly next: string;
  readonly previous: string;
  readonly black: string;
  readonly show: string;
  readonly covered: string;
  readonly white: string;
  readonly notes: string;
  readonly noNotes: string;
  readonly nextSlide: string;
  readonly end: string;
  readonly left: string;
  readonly over: string;
  readonly elapsed: string;
  readonly larger: string;
  readonly smaller: string;
  readonly page: (at: number, of: number) => string;
  readonly backup: (at: number) => string;
  readonly step: (at: number, of: number) => string;
  /** In the speaker window. */
  readonly phones: (count: number) => string;
  readonly scan: string;
  readonly orType: string;
  readonly pin: string;
  readonly noNetwork: string;
  readonly close: string;
}

const ZH: RemoteWords = {
  remote: "手机遥控",
  enterPin: "输入配对码",
  pinHint: "六位数字，在电脑的演讲者窗口里",
  enter: "进入",
  wrongPin: "配对码不对，请再看一遍。",
  oldKey: "电脑上的程序重新开过，请输入新的配对码。",
  locked: "配对码错了十次，已锁住。请在电脑上重新运行 luduan present。",
  lost: "断线，正在重连……",
  noDeck: "电脑上还没有打开演示。",
  notSent: "断线，没有翻页，正在重连……",
  next: "下一步",
  previous: "上一步",
  black: "黑屏",
  show: "恢复画面",
  covered: "黑屏中",
  white: "白屏中",
  notes: "讲稿",
  noNotes: "本页没有讲稿",
  nextSlide: "下一页",
  end: "最后一页",
  left: "剩余",
  over: "超时",
  elapsed: "已用",
  larger: "放大字号",
  smaller: "缩小字号",
  page: (at, of) => `${at} / ${of}`,
  backup: (at) => `备用${at}`,
  step: (at, of) => `第${at}步，共${of}步`,
  phones: (count) => (count === 0 ? "手机" : `手机 ${count}`),
  scan: "手机连同一个网络，扫码进入",
  orType: "或在手机浏览器里输入",
  pin: "配对码",
  noNetwork: "这台电脑没有连上网络。打开热点或连上无线网，再看这里。",
  close: "关闭",
};

const EN: RemoteWords = {
  remote: "Remote control",
  enterPin: "Enter the PIN",
  pinHint: "Six digits, in the speaker window of the computer",
  enter: "Enter",
  wrongPin: "This is not the PIN. Please look again.",
  oldKey: "The program on the computer was started again. Please enter the new PIN.",
  locked: "The PIN was wrong ten times and is locked. Run luduan present again on the computer.",
  lost: "Disconnected. Trying again …",
  noDeck: "The deck is not open on the computer yet.",
  notSent: "Disconnected: nothing was sent. Trying again …",
  next: "Next",
  previous: "Back",
  black: "Black",
  show: "Show slide",
  covered: "The screen is black",
  white: "The screen is white",
  notes: "Notes",
  noNotes: "This slide has no notes",
  nextSlide: "Next slide",
  end: "Last slide",
  left: "Left",
  over: "Over by",
  elapsed: "Used",
  larger: "Larger type",
  smaller: "Smaller type",
  page: (at, of) => `${at} / ${of}`,
  backup: (at) => `Backup ${at}`,
  step: (at, of) => `Step ${at} of ${of}`,
  phones: (count) => (count === 0 ? "Phones" : `Phones ${count}`),
  scan: "Join the same network and scan this with a phone",
  orType: "or type this into its browser",
  pin: "PIN",
  noNetwork: "This computer is in no network. Switch on a hotspot or join a Wi-Fi, then look here again.",
  close: "Close",
};

/** The words of one language. */
export function remoteWordsFor(lang: Language): RemoteWords {
  return lang === "en" ? EN : ZH;
}
