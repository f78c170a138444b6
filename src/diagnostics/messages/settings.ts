/** Mistakes in the project folder and in slides/deck.yaml. */
import { fileSpan, type Span } from "../../model/span.ts";
import { error, note, warning, type Diagnostic, type Text } from "../diagnostic.ts";
import { knownHint } from "../known.ts";

export const missingSettings = (): Diagnostic =>
  error("missing-settings", fileSpan("slides/deck.yaml"), { zh: "没有找到 slides/deck.yaml。", en: "There is no slides/deck.yaml." }, {
    hint: {
      zh: "请新建这个文件，写三行：title: 政府工作报告、organisation: 某某镇、period: 2021（报告年度）；或用 luduan new 新建一个完整的项目。",
      en: "add it with three lines: title, organisation and period; or start with `luduan new`",
    },
  });

export const missingFolder = (path: string): Diagnostic =>
  error("missing-folder", null, { zh: `没有找到文件夹“${path}”。`, en: `There is no folder "${path}".` }, {
    hint: { zh: "项目文件夹里要有 slides/（页面）和 data/（数据）；请核对路径。", en: "a project holds slides/ and data/; check the path" },
  });

export const noSlides = (): Diagnostic =>
  error("no-slides", fileSpan("slides/"), { zh: "slides/ 里一个 .md 文件也没有。", en: "There is no .md file in slides/." }, {
    hint: { zh: "每一部分写成一个文件，例如 slides/10-cover.md；按文件名排序。", en: "write one file a section, for example slides/10-cover.md; they come in file-name order" },
  });

/** There are files, but none of them has a slide. */
export const allSectionsEmpty = (): Diagnostic =>
  error("no-slides", fileSpan("slides/"), { zh: "slides/ 里的文件都没有页面。", en: "No file in slides/ has a slide." }, {
    hint: { zh: "用“## 标题”开始一页，在它下面写内容。", en: "start a slide with `## Title` and write below it" },
  });

export const unreadableText = (span: Span): Diagnostic =>
  error("unreadable-text", span, { zh: "这个文件的文字编码无法识别，或文件已损坏。", en: "The text of this file is in no known encoding, or damaged." }, {
    hint: { zh: "请用编辑器另存为 UTF-8；表格软件里选“CSV UTF-8”。", en: "save it as UTF-8; in a spreadsheet choose CSV UTF-8" },
  });

const NO_FILE: Readonly<Record<"folder" | "elsewhere" | "special", { readonly message: Text; readonly hint: Text }>> = {
  folder: {
    message: { zh: "这是文件夹，不是文件，里面的内容没有读。", en: "This is a folder, not a file: nothing in it is read." },
    hint: { zh: "改个名字，或把里面的文件移出来。", en: "give it another name, or move the files out of it" },
  },
  elsewhere: {
    message: { zh: "这是指向项目文件夹以外（或已不存在）的链接，没有读。", en: "This is a link that leads out of the project folder, or nowhere: it is not read." },
    hint: { zh: "把文件本身复制进来。", en: "copy the file itself into the project" },
  },
  special: {
    message: { zh: "这是管道、套接字或设备，不是文件，没有读。", en: "This is a pipe, a socket or a device, not a file: it is not read." },
    hint: { zh: "删掉它，或换成普通文件。", en: "remove it, or put an ordinary file in its place" },
  },
};

/** It is where a file of the project belongs, but is a folder, a link that leads out of the project or nowhere, or a pipe or the like. */
export const noFile = (span: Span, type: "folder" | "elsewhere" | "special"): Diagnostic => error("not-a-file", span, NO_FILE[type].message, { hint: NO_FILE[type].hint });

/** Sizes in bytes. */
export const fileTooLarge = (span: Span, most: number): Diagnostic =>
  error("file-too-large", span, { zh: `这个文件超过 ${Math.floor(most / 2 ** 20)} MB，没有读。`, en: `This file has more than ${Math.floor(most / 2 ** 20)} MB: it is not read.` }, {
    hint: { zh: "多半是别的文件误放在这里；确实要用，就分成几个文件，图片则存小一些。", en: "most often it is another file in the wrong place; otherwise divide it, or save a picture smaller" },
  });

export const lineTooLong = (span: Span, most: number): Diagnostic =>
  error("line-too-long", span, { zh: `这一行超过 ${most} 个字，没有读完。`, en: `This line has more than ${most} characters: it is not read to its end.` }, {
    hint: { zh: "多半是粘贴错了；确实要用，就分成几段。", en: "most often it was pasted by mistake; otherwise divide it into paragraphs" },
  });

/** At the first line that is not read. */
export const tooManyLines = (span: Span, most: number): Diagnostic =>
  error("too-many-lines", span, { zh: `超过 ${most} 行，从这一行起没有读。`, en: `There are more than ${most} lines: nothing is read from here on.` }, {
    hint: { zh: "多半是粘贴错了；确实要用，就分成几个项目。", en: "most often they were pasted by mistake; otherwise divide the project" },
  });

export const tooManyFiles = (span: Span, most: number): Diagnostic =>
  error("too-many-files", span, { zh: `这个文件夹里的文件太多（超过 ${most} 个），没有读完。`, en: `There are more than ${most} files in this folder: it is not read to the end.` }, {
    hint: { zh: "项目文件夹里只放报告要用的文件，别的移到外面。", en: "keep only what the report needs in the project folder, and move the rest out of it" },
  });

/** `seconds` is how long nothing came. */
export const noAnswer = (span: Span, seconds: number): Diagnostic =>
  error("no-answer", span, { zh: `磁盘 ${seconds} 秒没有回应，这里没有读，后面的也没有读。`, en: `The disk did not answer for ${seconds} seconds: nothing is read here, nor after it.` }, {
    hint: { zh: "多半是网络盘断开了：重新连接后再运行，或把项目复制到本机。", en: "most often a network disk has gone: connect it again, or copy the project to this machine" },
  });

export const unreadName = (span: Span, right: string): Diagnostic =>
  warning("unread-name", span, { zh: "这个文件没有读：名字的结尾不对。", en: "This file is not read because of the ending of its name." }, {
    hint: {
      zh: `请改名为“${right}”；Windows 可能隐藏了真正的结尾，在“查看”里勾选“文件扩展名”就能看到。用不着的文件请移到别处。`,
      en: `call it "${right}"; Windows may hide the real ending until you tick "File name extensions" under View. Move it elsewhere if it is not needed`,
    },
  });

/** `read` is true for sections, which are read whatever they are called. */
export const copiedFile = (span: Span, original: string | null, read: boolean): Diagnostic => ({
  ...warning("copied-file", span, {
    zh: `这个文件像是${original === null ? "副本" : `“${original}”的副本`}${read ? "，里面的页面也会出现" : "，没有读作数据表，却会原样发布"}。`,
    en: `This file looks like a copy${original === null ? "" : ` of "${original}"`}${read ? ", and its slides are shown as well" : ": it is not read as a table, but it is published as it is"}.`,
  }, { hint: { zh: "留一个，另一个移到别处；两个都要，请另起名字。", en: "keep one and move the other elsewhere, or give it a name of its own" } }),
  severity: read && original !== null ? "error" : "warning",
});

export const openWorkbook = (span: Span, name: string): Diagnostic =>
  note("open-workbook", span, { zh: `“${name}”正在别的程序里打开，没有保存的改动没有读到。`, en: `"${name}" is open in another program: changes that are not saved are not read.` }, {
    hint: { zh: "保存后再生成；如果没有打开，删去这个临时文件。", en: "save it and build again; if it is not open, remove this temporary file" },
  });

export const mixedOrder = (span: Span, names: readonly string[]): Diagnostic =>
  warning("mixed-order", span, {
    zh: `文件名有的以数字开头，有的不是；现在的顺序是：${names.slice(0, 8).join("、")}${names.length > 8 ? "……" : ""}。`,
    en: `Some names begin with a number and some do not; the order is ${names.slice(0, 8).join(", ")}${names.length > 8 ? ", …" : ""}.`,
  }, { hint: { zh: "给每个文件名开头都写上数字，例如 00-cover.md、10-review.md。", en: "begin every name with a number, for example 00-cover.md, 10-review.md" } });

export const emptyKiosk = (span: Span): Diagnostic =>
  warning("empty-kiosk", span, { zh: "各部分都写了 kiosk: false，循环播放没有页面可放。", en: "Every section says kiosk: false, so the kiosk loop has no slide." }, {
    hint: { zh: "至少留一个部分；不要循环播放，就不必写。", en: "leave it out in at least one section; without a kiosk the key is not needed" },
  });

const HOURS_FAULTS: Readonly<Record<"syntax" | "time" | "empty" | "overlap" | "never" | "date" | "day" | "order", Text>> = {
  syntax: { zh: "看不懂", en: "cannot be read" },
  time: { zh: "里有不存在的时间", en: "has a time that does not exist" },
  empty: { zh: "开始和结束是同一时间", en: "ends when it begins" },
  overlap: { zh: "里有两段时间重叠", en: "has two spans at the same time" },
  never: { zh: "没有一天开放，屏幕会一直是黑的", en: "opens on no day: the screen would always be black" },
  day: { zh: "不是日期", en: "is no date" },
  date: { zh: "里有不存在的日期", en: "has a date that does not exist" },
  order: { zh: "结束的日期在开始之前", en: "ends before it begins" },
};

/** `written` are the hours or days as the author wrote them. */
export const invalidHours = (span: Span, written: string, fault: keyof typeof HOURS_FAULTS): Diagnostic =>
  error("invalid-hours", span, { zh: `“${written}”${HOURS_FAULTS[fault].zh}。`, en: `"${written}" ${HOURS_FAULTS[fault].en}.` }, {
    hint:
      fault === "date" || fault === "day" || fault === "order"
        ? { zh: "写成 2022-10-01、2022-10-01 至 2022-10-07；每年都休的写 10-01 至 10-07。", en: 'write "2022-10-01", "2022-10-01 to 2022-10-07", or "10-01 to 10-07" for every year' }
        : { zh: "写成 08:30-17:30，或“周一至周五 08:30-12:00、13:30-17:30；周六 09:00-12:00”；整天开放写 00:00-24:00，休息日写在 closed 里。", en: 'write "08:30-17:30", or "Mon-Fri 08:30-12:00, 13:30-17:30; Sat 09:00-12:00"; all day is 00:00-24:00, and dates belong to `closed`' },
  });

export const unknownTheme = (span: Span, name: string, known: readonly string[]): Diagnostic =>
  error("unknown-theme", span, { zh: `没有叫“${name}”的主题。`, en: `No theme is called "${name}".` }, {
    hint: known.length === 0
      ? { zh: "themes/ 里还没有主题。", en: "there is no theme in themes/" }
      : knownHint(name, known, { zh: "主题", en: "themes" }),
  });
