/** What goes wrong after the deck is right: fonts, images, browser, disk. */
import type { Span } from "../../model/span.ts";
import type { WorldError } from "../../world/world.ts";
import { error, type Diagnostic, type Text } from "../diagnostic.ts";
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

export const brokenImage = (file: string, span: Span | null, detail: string): Diagnostic =>
  error("broken-image", span, { zh: `图片“${file}”无法解码：${detail}`, en: `The image "${file}" cannot be decoded: ${detail}` }, {
    hint: { zh: "用图片软件打开并另存为 JPEG 或 PNG 后再试。", en: "open it in an image editor and save it as JPEG or PNG" },
  });

export const pageCount = (file: string, expected: number, found: number): Diagnostic =>
  error("page-count", null, { zh: `${file} 有 ${found} 页，应有 ${expected} 页。`, en: `${file} has ${found} pages where ${expected} belong.` }, {
    rule: "V08",
    hint: { zh: "没有写出任何文件。请再运行一次；仍然如此，请报告这个问题。", en: "nothing was written; run it again, and report the problem if it stays" },
  });

/** A failure of the machine, said with what to do about it; exit code 2. */
export function worldFailure(failure: WorldError): Diagnostic {
  const { path, detail } = failure;
  switch (failure.kind) {
    case "missing-browser":
      return error("missing-browser", null, { zh: "没有找到浏览器，无法生成 PDF。", en: "No browser was found; PDFs cannot be made." }, {
        hint: {
          zh: "安装 Chrome、Edge 或 Chromium（Debian：apt-get install chromium-headless-shell），或用 PUPPETEER_EXECUTABLE_PATH 指明路径；只要网页：--only deck,single,kiosk。",
          en: "install Chrome, Edge or Chromium (Debian: apt-get install chromium-headless-shell), or name one in PUPPETEER_EXECUTABLE_PATH; web outputs alone: --only deck,single,kiosk",
        },
      });
    case "browser-failed":
      return error("browser-failed", null, { zh: `浏览器“${path}”没有完成工作：${detail}`, en: `The browser "${path}" failed: ${detail}` }, {
        hint: { zh: "换一个浏览器（PUPPETEER_EXECUTABLE_PATH），或只要网页：--only deck,single,kiosk。", en: "try another browser (PUPPETEER_EXECUTABLE_PATH), or make web outputs alone: --only deck,single,kiosk" },
      });
    case "unwritable-output":
      return error("unwritable-output", null, { zh: `不能写入“${path}”（${detail}）。上一次的结果没有改动。`, en: `"${path}" cannot be written (${detail}). The last result is untouched.` }, { hint: unwritableHint(detail) });
    case "unreadable-file":
      return error("unreadable-file", null, { zh: `不能读取“${path}”（${detail}）。`, en: `"${path}" cannot be read (${detail}).` }, {
        hint: { zh: "检查这个文件的权限。", en: "check the permissions of this file" },
      });
    case "disk-full":
      return error("disk-full", null, { zh: `磁盘已满，不能写入“${path}”。上一次的结果没有改动。`, en: `The disk is full; "${path}" cannot be written. The last result is untouched.` }, {
        hint: { zh: "腾出空间，或用 --out 写到别处。", en: "free some space, or write elsewhere with --out" },
      });
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
  return { zh: "检查文件夹的权限，或用 --out 写到别处。", en: "check the folder's permissions, or write elsewhere with --out" };
}
