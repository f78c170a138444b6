/** Mistakes in the project folder and in slides/deck.yaml. */
import { fileSpan, type Span } from "../../model/span.ts";
import { error, type Diagnostic } from "../diagnostic.ts";
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

/** It has the name of a source file, but is a folder, or a link that leads out of the project or nowhere. */
export const noFile = (span: Span, type: "folder" | "elsewhere"): Diagnostic =>
  error("not-a-file", span, type === "folder"
    ? { zh: "这是文件夹，不是文件，里面的内容没有读。", en: "This is a folder, not a file: nothing in it is read." }
    : { zh: "这是指向项目文件夹以外（或已不存在）的链接，没有读。", en: "This is a link that leads out of the project folder, or nowhere: it is not read." }, {
    hint: type === "folder" ? { zh: "改个名字，或把里面的文件移出来。", en: "give it another name, or move the files out of it" } : { zh: "把文件本身复制进来。", en: "copy the file itself into the project" },
  });

export const unknownTheme = (span: Span, name: string, known: readonly string[]): Diagnostic =>
  error("unknown-theme", span, { zh: `没有叫“${name}”的主题。`, en: `No theme is called "${name}".` }, {
    hint: known.length === 0
      ? { zh: "themes/ 里还没有主题。", en: "there is no theme in themes/" }
      : knownHint(name, known, { zh: "主题", en: "themes" }),
  });
