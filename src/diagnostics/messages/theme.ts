/** Mistakes in themes/<name>/. */
import type { Span } from "../../model/span.ts";
import { error, warning, type Diagnostic } from "../diagnostic.ts";
import { knownHint } from "../known.ts";

export const unknownColour = (span: Span, token: string, word: string, known: readonly string[]): Diagnostic =>
  error("unknown-colour", span, { zh: `“${token}”引用的颜色“${word}”不存在。`, en: `"${token}" refers to a colour "${word}" that does not exist.` }, {
    hint: knownHint(word, known, { zh: "颜色", en: "colours" }),
  });

export const colourCycle = (span: Span, token: string): Diagnostic =>
  error("colour-cycle", span, { zh: `“${token}”绕了一圈又引用到自己。`, en: `"${token}" refers back to itself.` }, {
    hint: { zh: "把其中一个写成 #RRGGBB。", en: "write one of them as #RRGGBB" },
  });

/** A colour that stands out too little; `ratio` is rounded down, so that it never looks like enough. */
export const paleColour = (span: Span, token: string, ground: string, ratio: string, least: number): Diagnostic =>
  warning("pale-colour", span, { zh: `“${token}”在“${ground}”上的对比度是 ${ratio} : 1，不到 ${least} : 1，看不清。`, en: `"${token}" has a contrast of ${ratio} : 1 on "${ground}", less than ${least} : 1.` }, {
    rule: "V04",
    hint: { zh: `把“${token}”或“${ground}”改深或改浅一些。`, en: `make "${token}" or "${ground}" darker or lighter` },
  });

export const themeRemoteLoad = (span: Span, written: string): Diagnostic =>
  error("theme-remote-load", span, { zh: `theme.css 里不能用“${written}”：成品不读取任何外部文件。`, en: `theme.css must not use "${written}": the deck loads nothing.` }, {
    hint: { zh: "图形用 CSS 绘制；字体登记在 theme.yaml 的 fonts 里。", en: "draw with CSS; name fonts in theme.yaml" },
  });

export const themeMarkup = (span: Span): Diagnostic =>
  error("theme-markup", span, { zh: "theme.css 里不能出现“</”或“<!”。", en: "theme.css must not contain \"</\" or \"<!\"." }, {
    hint: { zh: "样式会写进网页的 <style> 里，这会把它提前结束；请写成 \\3c。", en: "the style goes into a <style> element, which this would end; write \\3c instead" },
  });

export const themeNotAllowed = (span: Span, written: string): Diagnostic =>
  error("theme-not-allowed", span, { zh: `theme.css 里不能用“${written}”。`, en: `theme.css must not use "${written}".` }, {
    hint: { zh: "可用的规则、函数和属性见 docs/themes.md；也许只是拼错了。", en: "docs/themes.md lists the rules, functions and properties that it may use; it may be misspelt" },
  });

export const themeSyntax = (span: Span, written: string): Diagnostic =>
  error("theme-syntax", span, { zh: `theme.css 从“${written}”起读不懂。`, en: `theme.css cannot be read from "${written}" on.` }, {
    hint: { zh: "看看前面的括号、引号和分号是否成对、齐全。", en: "check the brackets, quotes and semicolons before it" },
  });
