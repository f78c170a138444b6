/** Messages of the command line when all is well, in both languages. */
import { withPoints } from "../model/characters/ignorable.ts";

interface CliWords {
  readonly built: (slides: number, files: number, megabytes: string, time: string, out: string) => string;
  readonly checked: (slides: number) => string;
  /** Number of notes that a build does not list, and the command that lists them. */
  readonly untold: (notes: number, check: string) => string;
  /** One line per repair: where, the old text, the new text. */
  readonly mended: (place: string, before: string, after: string, rule: string) => string;
  readonly mendedCount: (count: number) => string;
  /** `luduan` is how this user calls the tool. */
  /** A part of a rehearsed speech: its file, its minutes as planned and as spoken. */
  readonly spoken: (file: string, planned: number | null, minutes: number) => string;
  readonly minutesWritten: (files: number) => string;
  readonly created: (dir: string, luduan: string) => string;
  readonly serving: (url: string) => string;
  /** The address has the key of this start. */
  readonly deskAt: (url: string) => string;
  /** Addresses of the deck and of its speaker window; `noNotes` if only the web deck was built, which may lack the notes. */
  readonly presenting: (deck: string, speaker: string, noNotes: boolean) => string;
  readonly openByHand: (deck: string, speaker: string) => string;
  readonly openNotes: string;
  readonly phoneWay: (address: string, pin: string) => string;
  readonly noNetwork: (pin: string) => string;
  /** The browser that prints PDFs. */
  readonly ready: (browser: string) => string;
  readonly stopped: string;
  /** A file written beside the printed output. */
  readonly wrote: (path: string) => string;
  /** Labels a folder, as opposed to a revision of it. */
  readonly asTheyAre: (folder: string) => string;
  /** The result for one of many decks, at place 1 to `total`. */
  readonly deckDone: (place: number, total: number, deck: string, result: string) => string;
  readonly deckBuilt: (slides: number, time: string) => string;
  readonly deckFailed: string;
  readonly allDone: (built: number, failed: readonly string[], time: string) => string;
}

const ZH: CliWords = {
  built: (slides, files, megabytes, time, out) => `完成：${slides} 页，${files} 个文件，${megabytes} MB，用时 ${time}\n输出：${out}\n`,
  checked: (slides) => `未发现错误：${slides} 页。\n`,
  untold: (notes, check) => `另有 ${notes} 条提示，可用 ${check} 查看。\n`,
  mended: (place, before, after, rule) => `${place} ${before === " " ? "空格" : `“${withPoints(before)}”`} → ${after === "" ? "删去" : `“${after}”`}  ${rule}\n`,
  mendedCount: (edits) => (edits === 0 ? "没有可以自动修改的地方。\n" : `已修改 ${edits} 处。\n`),
  spoken: (file, planned, minutes) => `${file}  ${planned === null ? "没有计划" : `计划 ${planned} 分`}，用了 ${minutes} 分${planned !== null && minutes > planned ? "，超出" : ""}\n`,
  minutesWritten: (files) => (files === 0 ? "没有改动 minutes。\n" : `已改写 ${files} 个文件里的 minutes。\n`),
  created: (dir, luduan) => `已建立新项目：${dir}\n下一步：编辑其中的 slides/ 与 data/，然后运行 ${luduan} build "${dir}"\n地名和数字都是虚构的，每页都标着“示例数据”；全部换成自己的以后，删去 slides/deck.yaml 里的 demo: true。\n`,
  deskAt: (url) => `工作台已打开：${url}\n用完后按 Ctrl-C 结束；修改随时已经存好。\n`,
  serving: (url) => `正在预览：${url}（按 Ctrl-C 结束）\n`,
  presenting: (deck, speaker, noNotes) => `演示：${deck}\n演讲者窗口：${speaker}\n${noNotes ? "只编译了网页演示，可能没有讲稿；要讲稿，编译时不要漏掉 single。\n" : ""}按 Ctrl-C 结束\n`,
  openByHand: (deck, speaker) => `没有打开浏览器。请在浏览器里打开这两个地址，各用一个窗口：\n${deck}\n${speaker}\n`,
  openNotes: "已打开演示；在那个窗口里按 S，打开演讲者窗口。\n",
  phoneWay: (address, pin) => `手机扫码，或打开 ${address} ，配对码 ${pin}\n`,
  noNetwork: (pin) => `这台电脑没有连上网络，手机进不来。打开热点或连上无线网，再看演讲者窗口里的“手机”；配对码 ${pin}\n`,
  ready: (browser) => `生成 PDF 用这个浏览器：${browser}\n`,
  stopped: "已停止；输出文件夹里是最近一次完整的结果。\n",
  wrote: (path) => `已写出：${path}\n`,
  asTheyAre: (folder) => `${folder}（当前文件）`,
  deckDone: (place, total, deck, result) => `[${place}/${total}] ${deck}  ${result}\n`,
  deckBuilt: (slides, time) => `完成：${slides} 页，用时 ${time}`,
  deckFailed: "没有完成：上一次的结果没有改动",
  allDone: (built, failed, time) => `共 ${built + failed.length} 份：完成 ${built} 份，没有完成 ${failed.length} 份，用时 ${time}\n${failed.map((deck) => `  没有完成：${deck}\n`).join("")}`,
};

const EN: CliWords = {
  built: (slides, files, megabytes, time, out) => `Done: ${count(slides, "slide")}, ${count(files, "file")}, ${megabytes} MB in ${time}\nOutput: ${out}\n`,
  checked: (slides) => `No errors: ${count(slides, "slide")}.\n`,
  untold: (notes, check) => `${count(notes, "note")} besides: ${check} tells them.\n`,
  mended: (place, before, after, rule) => `${place} ${before === " " ? "space" : `"${withPoints(before)}"`} → ${after === "" ? "removed" : `"${after}"`}  ${rule}\n`,
  mendedCount: (edits) => (edits === 0 ? "Nothing could be mended.\n" : `Mended ${count(edits, "place")}.\n`),
  spoken: (file, planned, minutes) => `${file}  ${planned === null ? "no plan" : `planned ${planned} min`}, spoken ${minutes} min${planned !== null && minutes > planned ? ", over" : ""}\n`,
  minutesWritten: (files) => (files === 0 ? "No minutes were changed.\n" : `Wrote the minutes of ${count(files, "file")}.\n`),
  created: (dir, luduan) => `Created ${dir}\nNext: edit its slides/ and data/, then run ${luduan} build "${dir}"\nIts places and figures are invented, and every page says so. When all are your own, delete demo: true in slides/deck.yaml.\n`,
  deskAt: (url) => `The desk is open: ${url}\nPress Ctrl-C when you are done; every change is saved already.\n`,
  serving: (url) => `Serving ${url} (Ctrl-C ends it)\n`,
  presenting: (deck, speaker, noNotes) => `Deck: ${deck}\nSpeaker window: ${speaker}\n${noNotes ? "Only the web deck was built, which may lack the notes; they are in the output single.\n" : ""}Ctrl-C ends it\n`,
  openByHand: (deck, speaker) => `No browser was opened. Open these two addresses, each in a window of its own:\n${deck}\n${speaker}\n`,
  openNotes: "The deck is open; press S in its window for the speaker window.\n",
  phoneWay: (address, pin) => `Scan this with a phone, or open ${address} there; PIN ${pin}\n`,
  noNetwork: (pin) => `This computer is in no network, so no phone reaches it. Switch on a hotspot or join a Wi-Fi, then press Phones in the speaker window; PIN ${pin}\n`,
  ready: (browser) => `PDFs are printed with ${browser}\n`,
  stopped: "Stopped; the output folder holds the last whole result.\n",
  wrote: (path) => `Wrote ${path}\n`,
  asTheyAre: (folder) => `${folder} (files as they are)`,
  deckDone: (place, total, deck, result) => `[${place}/${total}] ${deck}  ${result}\n`,
  deckBuilt: (slides, time) => `done: ${count(slides, "slide")} in ${time}`,
  deckFailed: "failed: the last result is untouched",
  allDone: (built, failed, time) => `${count(built + failed.length, "deck")}: ${built} built, ${failed.length} failed, in ${time}\n${failed.map((deck) => `  failed: ${deck}\n`).join("")}`,
};

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

export function words(lang: "zh" | "en"): CliWords {
  return lang === "zh" ? ZH : EN;
}
