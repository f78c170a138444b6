/** What can go wrong once the deck itself is right: fonts, images, browser, disk. */
import { fileSpan, type Span } from "../../model/span.ts";
import type { WorldError } from "../../world/world.ts";
import { error, warning, type Diagnostic, type Text } from "../diagnostic.ts";
import { fileTooLarge, noAnswer, noFile, tooManyFiles } from "./settings.ts";
import { gitFailed, missingGit, notARepository, unknownRevision } from "./history.ts";

/** V03; `page` is null for the tool's own words. */
export const missingGlyph = (character: string, span: Span | null, page: number | null, tried: readonly string[]): Diagnostic => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const where: Text = page === null ? { zh: "", en: "" } : { zh: `（第 ${page} 页）`, en: ` (page ${page})` };
  return error("missing-glyph", span, {
    zh: `没有一种字体有“${character}”（${code}）这个字${where.zh}，显示出来会是空框。`,
    en: `No font has the character "${character}" (${code})${where.en}; it would show as an empty box.`,
  }, {
    rule: "V03",
    hint: { zh: `换一个写法，或在主题的 fonts 里加一个有这个字的字体文件。已查：${tried.join("、")}。`, en: `write it another way, or add a font file that has it to the theme's fonts. Tried: ${tried.join(", ")}` },
  });
};

export const missingFont = (file: string, theme: string): Diagnostic =>
  error("missing-font", null, { zh: `主题“${theme}”的字体文件“${file}”不存在，或不是字体。`, en: `The font file "${file}" of the theme "${theme}" is absent or no font.` }, {
    hint: { zh: "检查 theme.yaml 里 fonts 的路径：字体包写 @fontsource/…，自带的字体放在主题文件夹里。", en: "check the paths under fonts in theme.yaml: @fontsource/… for a package, or a file in the theme's folder" },
  });

export const unusableFont = (file: string, detail: string): Diagnostic =>
  error("unusable-font", null, { zh: `字体文件“${file}”不能用：${detail}`, en: `The font file "${file}" cannot be used: ${detail}` }, {
    hint: { zh: "核对 theme.yaml 里这个字体的 axes（只能写字体有的轴，如 wght、opsz）；仍然如此，换一个字体文件。", en: "check the axes of this font in theme.yaml: only those that the font has, such as wght or opsz; otherwise use another font file" },
  });

export const brokenImage = (file: string, span: Span | null, detail: string): Diagnostic =>
  error("broken-image", span, { zh: `图片“${file}”无法解码：${detail}`, en: `The image "${file}" cannot be decoded: ${detail}` }, {
    hint: { zh: "用图片软件打开并另存为 JPEG 或 PNG 后再试。", en: "open it in an image editor and save it as JPEG or PNG" },
  });

/** V08. */
export const pageCount = (file: string, expected: number, found: number): Diagnostic =>
  error("page-count", null, { zh: `${file} 应有 ${expected} 页，实际 ${found} 页。`, en: `${file} has ${found} pages instead of ${expected}.` }, { rule: "V08", hint: NOTHING_WRITTEN });

/** V08: the file is not as a browser writes it; `detail` says what the reader tripped over. */
export const pdfUnreadable = (file: string, detail: string): Diagnostic =>
  error("pdf-unreadable", null, { zh: `${file} 印出后读不回来：${detail}`, en: `${file} cannot be read back: ${detail}` }, { rule: "V08", hint: OTHER_BROWSER });

/** V08: the first page with a wrong size; sizes in millimetres. */
export const pdfPageSize = (file: string, page: number, expected: string, found: string): Diagnostic =>
  error("pdf-page-size", null, { zh: `${file} 第 ${page} 页是 ${found} 毫米，应为 ${expected} 毫米。`, en: `Page ${page} of ${file} is ${found} mm instead of ${expected} mm.` }, { rule: "V08", hint: OTHER_BROWSER });

/** V08: a handout page with nothing but running lines. */
export const pdfBlankPage = (file: string, page: number): Diagnostic =>
  warning("pdf-blank-page", null, { zh: `${file} 第 ${page} 页是空白页。`, en: `Page ${page} of ${file} is blank.` }, {
    rule: "V08",
    hint: { zh: "主题的 theme.css 给讲义或讲稿加了边距或强制分页：看看 margin、padding 和 break-*。", en: "theme.css adds a margin or a page break to handouts or notes: look at margin, padding and break-* in it" },
  });

/** V08; `text` is the passage, `lost` the characters of the page that are not in the file. */
export const pdfTextLost = (file: string, span: Span | null, page: number | null, text: string, lost: string): Diagnostic => {
  const where: Text = page === null ? { zh: "", en: "" } : { zh: `第 ${page} 页`, en: `page ${page} of ` };
  return error("pdf-text-lost", span, {
    zh: `${file} ${where.zh}少了原文里的字：“${shorten(text)}”（共少 ${[...lost].length} 字：${shorten(lost)}）。`,
    en: `Text is missing from ${where.en}${file}: "${shorten(text)}" (${[...lost].length} characters lost: ${shorten(lost)}).`,
  }, { rule: "V08", hint: { zh: "文字落在页面外，或被主题的 theme.css 藏起来了：减少这一处的文字，或去掉主题里的 display、visibility 和定位。", en: "it fell off the page, or theme.css hides it: shorten the text here, or take display, visibility and positions out of the theme" } });
};

/** V08: glyph 0 of a font was drawn. */
export const pdfEmptyBox = (file: string, page: number, count: number): Diagnostic =>
  error("pdf-empty-box", null, { zh: `${file} 第 ${page} 页有 ${count} 个字印成了空框。`, en: `On page ${page} of ${file} ${count} characters are printed as empty boxes.` }, {
    rule: "V08",
    hint: { zh: "主题的 theme.css 给文字指定了没有这个字的字体：改用主题 fonts 里的字体。", en: "theme.css sets the text in a font that lacks the character: use the fonts named in the theme" },
  });

/** V08: on another machine its text would appear in another font. */
export const pdfFontMissing = (file: string, page: number, font: string): Diagnostic =>
  error("pdf-font-missing", null, { zh: `${file} 第 ${page} 页的字体“${font}”没有嵌入。`, en: `On page ${page} of ${file} the font "${font}" is not embedded.` }, { rule: "V08", hint: THEME_FONTS });

/** A fault on paper: the first page that has it, how the words begin, where they are written, and how many pages have it. */
export interface SeenInPrint {
  readonly file: string;
  readonly page: number;
  readonly pages: number;
  readonly text: string;
  readonly span: Span | null;
}

function elsewhere({ pages }: SeenInPrint): Text {
  return pages === 1 ? { zh: "", en: "" } : { zh: `共有 ${pages} 页这样。`, en: ` ${pages} pages have this.` };
}

/** V01: words on paper that are clipped or run off it. */
export const printCutOff = (millimetres: string, seen: SeenInPrint): Diagnostic =>
  error("print-cut-off", seen.span, {
    zh: `${seen.file} 第 ${seen.page} 页：“${seen.text}”有 ${millimetres} 毫米印不出来。${elsewhere(seen).zh}`,
    en: `On page ${seen.page} of ${seen.file} "${seen.text}" is cut off by ${millimetres} mm.${elsewhere(seen).en}`,
  }, { rule: "V01", hint: { zh: "缩短文字；用自己的主题时，检查 theme.css 里讲义和讲稿的宽度、位置和换行。", en: "shorten the words; with a theme of your own, look at widths, places and line breaks of handouts and notes in its theme.css" } });

/** V02: type that is too small on paper; in points. */
export const smallPrint = (points: number, least: number, seen: SeenInPrint): Diagnostic =>
  warning("small-print", seen.span, {
    zh: `${seen.file} 第 ${seen.page} 页：“${seen.text}”字号 ${points} 磅，小于 ${least} 磅，印出来看不清。${elsewhere(seen).zh}`,
    en: `On page ${seen.page} of ${seen.file} "${seen.text}" is ${points} pt high, less than the ${least} pt that it takes to be read.${elsewhere(seen).en}`,
  }, { rule: "V02", hint: { zh: "在主题的 theme.css 里把讲义和讲稿的字号调大（备注是 .talk .spoken）；或把不能换行的长词、长网址断开，免得整页缩小。", en: "make the type of handouts and notes larger in the theme's theme.css (.talk .spoken has the notes), or divide long words and addresses, which make a browser shrink the page" } });

/** V04: words that are too pale on paper, or invisible. */
export const faintPrint = (severity: "error" | "warning", contrast: string, least: number, seen: SeenInPrint): Diagnostic => ({
  ...warning("faint-print", seen.span, {
    zh: `${seen.file} 第 ${seen.page} 页：“${seen.text}”与白纸的对比度是 ${contrast}∶1，低于 ${least}∶1，印出来${severity === "error" ? "看不见" : "看不清"}。${elsewhere(seen).zh}`,
    en: `On page ${seen.page} of ${seen.file} "${seen.text}" has a contrast of ${contrast} : 1 with white paper, less than ${least} : 1.${elsewhere(seen).en}`,
  }, { rule: "V04", hint: { zh: "在主题的 theme.css 里去掉讲义、讲稿和文本本里文字的浅色和透明度。", en: "take pale colours and opacity off the words of handouts, notes and booklet in the theme's theme.css" } }),
  severity,
});

/** V08: each glyph is a drawing, which prints badly and enlarges the file. */
export const pdfType3Font = (file: string, page: number, font: string): Diagnostic =>
  warning("pdf-type-3-font", null, { zh: `${file} 第 ${page} 页的字体“${font}”成了 Type 3（逐字图形）。`, en: `On page ${page} of ${file} the font "${font}" is Type 3 (each glyph a drawing).` }, { rule: "V08", hint: THEME_FONTS });

/** V08: glyphs without a character cannot be searched, copied or read aloud. */
export const pdfUnmappedText = (file: string, page: number, count: number): Diagnostic =>
  warning("pdf-unmapped-text", null, { zh: `${file} 第 ${page} 页有 ${count} 个字不能复制、查找和朗读。`, en: `On page ${page} of ${file} ${count} characters cannot be copied, searched or read aloud.` }, { rule: "V08", hint: OTHER_BROWSER });

/** V08; `pages` are those with text outside the structure tree. */
export const pdfWithoutTags = (file: string, pages: readonly number[]): Diagnostic => {
  const shown = listPages(pages);
  return warning("pdf-without-tags", null, { zh: `${file} 没有结构标签的页：${shown.zh}。`, en: `Pages of ${file} without tags: ${shown.en}.` }, { rule: "V08", hint: NEWER_BROWSER });
};

/** V08; 1-based pages with a figure that has no alternative text (ISO 14289-1:2014, 7.3). */
export const pdfFigureWithoutAlt = (file: string, pages: readonly number[]): Diagnostic => {
  const shown = listPages(pages);
  return warning("pdf-figure-without-alt", null, { zh: `${file} 有图没有替代文字的页：${shown.zh}。`, en: `Pages of ${file} with a figure without alternative text: ${shown.en}.` }, { rule: "V08", hint: NEWER_BROWSER });
};

/** The first ten pages. */
function listPages(pages: readonly number[]): Text {
  const shown = pages.slice(0, 10);
  const more = pages.length > shown.length;
  return { zh: shown.join("、") + (more ? "等" : ""), en: shown.join(", ") + (more ? " …" : "") };
}

/** V08; the first heading without a bookmark. */
export const pdfWithoutBookmark = (file: string, heading: string): Diagnostic =>
  warning("pdf-without-bookmark", null, { zh: `${file} 没有“${shorten(heading)}”的书签。`, en: `${file} has no bookmark for "${shorten(heading)}".` }, { rule: "V08", hint: NEWER_BROWSER });

/** V08: the title or language is not the deck's. */
export const pdfProperties = (file: string, property: "title" | "language", expected: string, found: string): Diagnostic => {
  const name = property === "title" ? { zh: "标题", en: "title" } : { zh: "语言", en: "language" };
  return warning("pdf-properties", null, { zh: `${file} 的${name.zh}属性是“${found}”，应为“${expected}”。`, en: `The ${name.en} of ${file} is "${found}" instead of "${expected}".` }, { rule: "V08", hint: OTHER_BROWSER });
};

/** V08; sizes in bytes. */
export const pdfTooLarge = (file: string, size: number, limit: number): Diagnostic =>
  warning("pdf-too-large", null, { zh: `${file} 有 ${megabytes(size)} MB，超过 ${megabytes(limit)} MB，不便传阅。`, en: `${file} has ${megabytes(size)} MB, more than ${megabytes(limit)} MB: hard to send round.` }, {
    rule: "V08",
    hint: { zh: "多半是主题的阴影、滤镜和锥形渐变印成了图片，或 SVG 图片过于复杂：改简单些，或把它存成 PNG。", en: "most often shadows, filters and conic gradients of the theme became pictures, or an SVG is too rich: simplify it, or save it as PNG" },
  });

const THEME_FONTS: Text = {
  zh: "主题要用静态的 TrueType 字体，写在 theme.yaml 的 fonts 里，不写在 theme.css 里；不用彩色表情符号、文字描边，也不让浏览器自己加粗。",
  en: "use static TrueType fonts, named under fonts in theme.yaml and not in theme.css; no coloured emoji, no stroke around text, no weight that the browser has to make up",
};
const NOTHING_WRITTEN: Text = { zh: "没有写出任何文件。请再运行一次；仍然如此，请报告这个问题。", en: "nothing was written; run it again, and report the problem if it stays" };
const OTHER_BROWSER: Text = { zh: "用 PUPPETEER_EXECUTABLE_PATH 换一个浏览器再试；仍然如此，请报告这个问题。", en: "try another browser with PUPPETEER_EXECUTABLE_PATH, and report the problem if it stays" };
const NEWER_BROWSER: Text = { zh: "浏览器太旧：更新 Chrome、Edge 或 Chromium，或用 PUPPETEER_EXECUTABLE_PATH 指明一个较新的。", en: "the browser is too old: update Chrome, Edge or Chromium, or name a newer one in PUPPETEER_EXECUTABLE_PATH" };

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : text;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** A failure of the machine, with what to do about it (exit code 2), or a file that is refused, at its place. */
export function worldFailure(failure: WorldError): Diagnostic {
  const { path, detail } = failure;
  switch (failure.kind) {
    case "missing-browser":
      return error("missing-browser", null, { zh: "没有找到浏览器，无法生成 PDF。", en: "No browser was found; PDFs cannot be made." }, {
        hint: {
          zh: "运行 luduan setup 取一个，或安装 Chrome、Edge 或 Chromium，或用 PUPPETEER_EXECUTABLE_PATH 指明路径；只要网页：--only deck,single,kiosk。",
          en: "run luduan setup to get one, or install Chrome, Edge or Chromium, or name one in PUPPETEER_EXECUTABLE_PATH; web outputs alone: --only deck,single,kiosk",
        },
      });
    case "browser-failed":
      return error("browser-failed", null, { zh: `浏览器“${path}”没有完成工作：${detail}`, en: `The browser "${path}" failed: ${detail}` }, {
        hint: { zh: "换一个浏览器（PUPPETEER_EXECUTABLE_PATH），或只要网页：--only deck,single,kiosk。", en: "try another browser (PUPPETEER_EXECUTABLE_PATH), or make web outputs alone: --only deck,single,kiosk" },
      });
    case "browser-unreachable":
      return error("browser-unreachable", null, { zh: `连不上浏览器“${path}”，或连接中断：${detail}`, en: `The browser at "${path}" cannot be reached, or the connection was lost: ${detail}` }, {
        hint: {
          zh: "检查 --browser-url（或 LUDUAN_BROWSER_URL）的地址和那台机器上的浏览器；去掉它就用本机的浏览器。上一次的结果没有改动。",
          en: "check the address in --browser-url (or LUDUAN_BROWSER_URL) and the browser there; without it a browser of this machine is used. The last result is untouched",
        },
      });
    case "unwritable-output":
      return error("unwritable-output", null, { zh: `不能写入“${path}”（${detail}）。上一次的结果没有改动。`, en: `"${path}" cannot be written (${detail}). The last result is untouched.` }, { hint: unwritableHint(detail) });
    case "unreadable-file":
      return error("unreadable-file", null, { zh: `不能读取“${path}”（${detail}）。`, en: `"${path}" cannot be read (${detail}).` }, {
        hint: { zh: "检查这个文件的权限。", en: "check the permissions of this file" },
      });
    case "outside-folder":
      return noFile(fileSpan(path), "elsewhere");
    case "not-a-file":
      return noFile(fileSpan(path), detail === "folder" ? "folder" : "special");
    case "file-too-large":
      return fileTooLarge(fileSpan(path), Number(detail));
    case "too-many-files":
      return tooManyFiles(fileSpan(path), Number(detail));
    case "no-answer":
      return noAnswer(fileSpan(path), Number(detail));
    case "disk-full":
      return error("disk-full", null, { zh: `磁盘已满，不能写入“${path}”。上一次的结果没有改动。`, en: `The disk is full; "${path}" cannot be written. The last result is untouched.` }, {
        hint: { zh: "腾出空间，或用 --out 写到别处。", en: "free some space, or write elsewhere with --out" },
      });
    case "missing-encoder":
      return error("missing-encoder", null, { zh: "这台机器上没有能做 H.264 视频的程序。", en: "Nothing on this machine encodes H.264 films." }, {
        hint: {
          zh: "安装 ffmpeg（Debian、Ubuntu、UOS、麒麟：sudo apt-get install ffmpeg；macOS：brew install ffmpeg；Windows：winget install ffmpeg），或用 Chrome、Edge（PUPPETEER_EXECUTABLE_PATH）。",
          en: "install ffmpeg (Debian, Ubuntu: sudo apt-get install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg), or use Chrome or Edge (PUPPETEER_EXECUTABLE_PATH)",
        },
      });
    case "encoder-failed":
      return error("encoder-failed", null, { zh: `“${path}”没有做完视频：${detail}`, en: `"${path}" did not finish the film: ${detail}` }, {
        hint: { zh: "多半是内存不够：关掉别的程序再试；或更新 ffmpeg。", en: "memory is short most often: close other programs and try again, or update ffmpeg" },
      });
    case "helper-failed":
      return error("helper-failed", null, { zh: `处理图片的进程中途结束（${detail}），没有写出任何文件。`, en: `The process that encodes pictures ended midway (${detail}); nothing was written.` }, {
        hint: {
          zh: "再运行一次；仍然如此，多半是内存不够：关掉别的程序，或把最大的图片存小一些。",
          en: "run it again; if it stays, memory is short most often: close other programs, or save the largest pictures smaller",
        },
      });
    case "unusable-font":
      return unusableFont(path, detail);
    case "missing-git":
      return missingGit(path);
    case "not-a-repository":
      return notARepository(path, detail);
    case "unknown-revision":
      return unknownRevision(path);
    case "git-failed":
      return gitFailed(path, detail);
  }
}

function unwritableHint(detail: string): Text {
  if (detail === "ENOTDIR") return { zh: "这是一个文件，不是文件夹：用 --out 指定文件夹。", en: "this is a file, not a folder: name a folder with --out" };
  if (detail === "EBUSY" || detail === "EPERM") return { zh: "关闭正在使用其中文件的程序（PDF 阅读器、浏览器），或用 --out 写到别处。", en: "close the programs that use files in it (PDF reader, browser), or write elsewhere with --out" };
  if (detail === "link") return { zh: "这是链接，或在链接后面：链接指向的文件夹不会被替换。删掉链接，或用 --out 指定真正的文件夹。", en: "this is a link, or behind one, and the folder it leads to is not replaced: remove the link, or name the real folder with --out" };
  if (detail === "mount point") return { zh: "这是挂载点（例如容器的卷），不能整个替换：用 --out 指定它里面的一个文件夹。", en: "this is a mount point, such as a volume of a container, which cannot be replaced as a whole: name a folder inside it with --out" };
  if (detail === "mount inside") return { zh: "里面有挂载点（例如容器的卷），替换文件夹会删掉那里的文件：先卸载，或用 --out 写到别处。", en: "there is a mount point inside, such as a volume of a container, and replacing the folder would delete what is there: unmount it first, or write elsewhere with --out" };
  if (detail === "EXDEV") return { zh: "这个文件夹在容器镜像的层里，不能挪开：先把它删掉，或用 --out 写到别处。", en: "this folder is in a layer of a container image and cannot be moved aside: remove it first, or write elsewhere with --out" };
  if (detail === "read-only") return { zh: "这个文件是只读的：要改它，先取消只读，再运行一次。", en: "this file is read-only: make it writable if it is to change, then run again" };
  if (detail === "changed meanwhile") return { zh: "这个文件刚刚被别人（或别的程序）改了，所以什么也没有写：再运行一次。", en: "somebody, or another program, has just changed this file, so nothing was written: run it again" };
  if (detail === "not empty") return { zh: "里面已有文件，不会覆盖：换一个文件夹。", en: "it has files by now, which are not replaced: name another folder" };
  if (detail === "hard link") return { zh: "这个文件还有别的名称（硬链接），只改一处会使它们不同：请手工改，或先换成单独的一份。", en: "this file has other names (hard links), which would keep the old text: mend it by hand, or make it a copy of its own first" };
  return { zh: "检查文件夹的权限，或用 --out 写到别处。", en: "check the folder's permissions, or write elsewhere with --out" };
}
