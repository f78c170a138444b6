/** Punctuation of Chinese text (rules P), after GB/T 15834—2011. */
import type { Span } from "../../model/span.ts";
import { error, warning, type Diagnostic, type Fix } from "../diagnostic.ts";

export const halfWidthMark = (span: Span, written: string, right: string, fix: Fix | null): Diagnostic =>
  error("half-width-mark", span, { zh: `汉字旁边用了半角“${written}”。`, en: `The half-width "${written}" stands beside Han characters.` }, {
    rule: "P01",
    hint: { zh: `改为全角“${right}”（GB/T 15834—2011，5.1：标点占一个字的位置）。`, en: `write ${right} (GB/T 15834—2011, 5.1: a mark takes the place of one character)` },
    fix,
  });

/** No repair: only the author knows what stood there. */
export const lostCharacter = (span: Span, written: string): Diagnostic =>
  error("lost-character", span, { zh: `这里的“${written}”像是转换文字时丢了一个字。`, en: `The "${written}" here looks like a character that was lost in a conversion.` }, {
    rule: "P06",
    hint: { zh: "对照原稿补上这个字；如果是问号，写全角“？”。", en: "put the character back from the original; a question mark is ？" },
  });

/** `side` is the half that has no partner. */
export const unpairedMark = (span: Span, mark: string, side: "open" | "close", partner: string): Diagnostic =>
  error("unpaired-mark", span, {
    zh: side === "open" ? `“${mark}”没有对应的“${partner}”。` : `“${mark}”前面没有“${partner}”。`,
    en: side === "open" ? `There is no ${partner} for this ${mark}.` : `There is no ${partner} before this ${mark}.`,
  }, {
    rule: "P02",
    hint: { zh: `引号、书名号、括号要成对，里外不能交错（GB/T 15834—2011，4.8、4.9、4.15）；补上“${partner}”，或删去它。`, en: `quotes, title marks and brackets come in pairs and do not cross (GB/T 15834—2011, 4.8, 4.9, 4.15); add ${partner} or remove the mark` },
  });

export const nestedMark = (span: Span, mark: string, inner: string): Diagnostic => ({
  ...error("unpaired-mark", span, { zh: `“${mark}”里面又用了“${mark}”。`, en: `A ${mark} opens inside another ${mark}.` }, {
    rule: "P02",
    hint: { zh: `里面一层用“${inner}”（GB/T 15834—2011，4.8、4.15）；如果是上一个没有结束，请补上。`, en: `the inner one is ${inner} (GB/T 15834—2011, 4.8, 4.15); if the outer one was not closed, close it` },
  }),
  severity: "warning",
});

export const spaceInText = (span: Span, fix: Fix | null): Diagnostic =>
  warning("space-in-text", span, { zh: "汉字、全角标点之间多了空格。", en: "There is a space between Han characters or full-width marks." }, {
    rule: "P03",
    hint: { zh: "删去空格；要分行写 <br>，要并列用顿号。", en: "remove it; <br> breaks a line, 、 divides a list" },
    fix,
  });

export const commaBetweenQuotes = (span: Span, fix: Fix | null): Diagnostic =>
  warning("comma-between-quotes", span, { zh: "并列的引号、书名号之间通常不用顿号。", en: "Quoted terms side by side take no 、 between them." }, {
    rule: "P04",
    hint: { zh: "删去顿号，例如“六稳”“六保”（GB/T 15834—2011，4.5.3.5）。", en: "remove it, as in “六稳”“六保” (GB/T 15834—2011, 4.5.3.5)" },
    fix,
  });

/** Two different marks side by side are only a likely slip. */
export const doubledMark = (span: Span, written: string, same: boolean, fix: Fix | null): Diagnostic => ({
  ...error("doubled-mark", span, { zh: `“${written}”是重复的标点。`, en: `"${written}" doubles a mark.` }, {
    rule: "P05",
    hint: { zh: "只留一个；能叠用的只有问号和叹号（GB/T 15834—2011，4.2、4.3），省略号写作“……”。", en: "keep one; only ？ and ！ may be stacked (GB/T 15834—2011, 4.2, 4.3), and an ellipsis is ……" },
    fix,
  }),
  severity: same ? "error" : "warning",
});
