/** Slides as an audience sees them (rules V of the check). */
import type { Span } from "../../model/span.ts";
import { error, note, warning, type Diagnostic, type Text } from "../diagnostic.ts";

export const crowdedSlide = (span: Span, count: number, most: number): Diagnostic =>
  warning("crowded-slide", span, { zh: `这一页同时出现 ${count} 个汉字的正文，多于 ${most} 个，来不及看。`, en: `This slide shows ${count} Han characters of running text at once, more than the ${most} that an audience takes in.` }, {
    rule: "V07",
    hint: { zh: "把句子移到“备注：”里，页面上只留要点；或用 {.step} 分步出现，或分成两页。", en: "move sentences to the notes and keep the points; or let them come in steps ({.step}), or on two slides" },
  });

export const evenPages = (span: Span, what: "ground" | "layout", most: number): Diagnostic =>
  note("even-pages", span, what === "ground"
    ? { zh: `连续 ${most} 页以上底色相同，会场里容易看倦。`, en: `More than ${most} pages in a row have the same ground: a hall tires of them.` }
    : { zh: `连续 ${most} 页以上版式相同，会场里容易看倦。`, en: `More than ${most} pages in a row have the same layout: a hall tires of them.` }, {
    rule: "V09",
    hint: { zh: "中间换一页版式（图片、引语、指标、并列），或用 variant= 指定样式，例如 variant=deep。", en: "put a page of another layout between them (picture, quote, figures, columns), or choose a form with variant=, for example variant=deep" },
  });

/** A fault as seen on the stage, on a phone or on the upright screen of the loop. */
export interface Seen {
  readonly view: "stage" | "phone" | "portrait";
  /** Page number of the slide, and where it is written. */
  readonly page: number;
  readonly span: Span;
  /** What its layout has room for; null where there is no such limit. */
  readonly room: Text | null;
  /** How many more faults of this kind the slide has. */
  readonly others: number;
}

const WHERE: Readonly<Record<Seen["view"], Text>> = {
  stage: { zh: "", en: "" },
  phone: { zh: "在手机上", en: " on a telephone" },
  portrait: { zh: "在竖屏循环上", en: " on an upright screen" },
};

function where({ view, page }: Seen): Text {
  return { zh: `第 ${page} 页${WHERE[view].zh}`, en: `page ${page}${WHERE[view].en}` };
}

function more({ others }: Seen): Text {
  return others === 0 ? { zh: "", en: "" } : { zh: `这一页还有 ${others} 处。`, en: ` The slide has ${others} more of this.` };
}

/** The way out, with the limit of the layout where it has one. */
function shorter({ room }: Seen): Text {
  return room === null ? SHORTER : { zh: `${room.zh}：${SHORTER.zh}`, en: `${room.en}: ${SHORTER.en}` };
}

const SHORTER: Text = { zh: "缩短文字，或分成两页；用自己的主题时，检查 theme.css 里的大小和位置。", en: "shorten the words or make two slides of it; with a theme of your own, look at the sizes and places in its theme.css" };

export const cutOff = (text: string, distance: number, seen: Seen): Diagnostic =>
  error("overflow", seen.span, {
    zh: `${where(seen).zh}：“${text}”有 ${Math.round(distance)} 像素被切掉，看不全。${more(seen).zh}`,
    en: `${Math.round(distance)} px of "${text}" are cut off (${where(seen).en}).${more(seen).en}`,
  }, { rule: "V01", hint: shorter(seen) });

export const outsideBox = (text: string, distance: number, box: string, seen: Seen): Diagnostic =>
  warning("overflow", seen.span, {
    zh: `${where(seen).zh}：“${text}”超出所在的框（${box}）${Math.round(distance)} 像素。${more(seen).zh}`,
    en: `"${text}" sticks out of its ${box} by ${Math.round(distance)} px (${where(seen).en}).${more(seen).en}`,
  }, { rule: "V01", hint: shorter(seen) });

export const onTheFoot = (text: string, distance: number, seen: Seen): Diagnostic =>
  warning("overflow", seen.span, {
    zh: `${where(seen).zh}：“${text}”压到页脚线以下 ${Math.round(distance)} 像素。${more(seen).zh}`,
    en: `"${text}" stands ${Math.round(distance)} px below the line of the foot (${where(seen).en}).${more(seen).en}`,
  }, { rule: "V01", hint: shorter(seen) });

export const overlapping = (text: string, other: string, distance: number, seen: Seen): Diagnostic =>
  warning("overflow", seen.span, {
    zh: `${where(seen).zh}：“${text}”与“${other}”重叠 ${Math.round(distance)} 像素。${more(seen).zh}`,
    en: `"${text}" and "${other}" overlap by ${Math.round(distance)} px (${where(seen).en}).${more(seen).en}`,
  }, { rule: "V01", hint: shorter(seen) });

export const smallType = (text: string, pixels: number, least: number, seen: Seen): Diagnostic =>
  warning("small-type", seen.span, {
    zh: `${where(seen).zh}：“${text}”字号 ${pixels} 像素，小于 ${least} 像素，看不清。${more(seen).zh}`,
    en: `"${text}" is ${pixels} px high, less than the ${least} px that it takes to be read (${where(seen).en}).${more(seen).en}`,
  }, { rule: "V02", hint: { zh: "在主题的 theme.css 里把字号调大；或减少这一页的内容。", en: "make the type larger in the theme's theme.css, or put less on the slide" } });

export const lowContrast = (text: string, ratio: number, least: number, seen: Seen): Diagnostic =>
  warning("low-contrast", seen.span, {
    zh: `${where(seen).zh}：“${text}”与底色的对比度是 ${ratio}∶1，低于 ${least}∶1，投影上看不清。${more(seen).zh}`,
    en: `"${text}" has a contrast of ${ratio} : 1 with its ground, less than ${least} : 1 (${where(seen).en}).${more(seen).en}`,
  }, { rule: "V04", hint: { zh: "在主题的 theme.yaml 里把文字颜色加深（深底则调浅）。", en: "make the words darker in the theme's theme.yaml (lighter on a dark ground)" } });

export const wordsOnPhoto = (text: string, ratio: number, least: number, seen: Seen): Diagnostic =>
  warning("words-on-photo", seen.span, {
    zh: `${where(seen).zh}：照片上的“${text}”与底下像素的对比度只有 ${ratio}∶1，低于 ${least}∶1，投影上看不清。${more(seen).zh}`,
    en: `"${text}" stands on a photo with a contrast of only ${ratio} : 1 to the pixels below it, less than ${least} : 1 (${where(seen).en}).${more(seen).en}`,
  }, { rule: "V04", hint: { zh: "把文字移到照片旁边（variant=half），用 focus= 让照片较平静的部分垫在文字下面，或换一张照片；用自己的主题时，把 theme.css 里的 .scrim 调浓。", en: "set the words beside the photo (variant=half), bring a calmer part of it below them with focus=, or take another photo; with a theme of your own, make .scrim in its theme.css denser" } });

/** The marks of a chart, by the class of their shapes. */
const MARK_NAMES: Readonly<Record<string, Text>> = {
  "chart-bar": { zh: "条形", en: "bars" },
  "chart-sector": { zh: "扇形", en: "sectors" },
  "chart-line": { zh: "折线", en: "lines" },
  "chart-target": { zh: "目标线", en: "target marks" },
  "chart-outline": { zh: "轮廓", en: "outlines" },
  "chart-bound": { zh: "箭头", en: "arrows" },
};
const POINTS: Text = { zh: "圆点", en: "points" };

/** `mark` is the class of the shapes. */
export const paleMark = (chart: string, mark: string, ratio: number, least: number, seen: Seen): Diagnostic => {
  const name = MARK_NAMES[mark] ?? POINTS;
  return warning("pale-mark", seen.span, {
    zh: `${where(seen).zh}：图“${chart}”的${name.zh}与底色的对比度是 ${ratio}∶1，低于 ${least}∶1，投影上看不清。${more(seen).zh}`,
    en: `The ${name.en} of the chart "${chart}" have a contrast of ${ratio} : 1 with their ground, less than ${least} : 1 (${where(seen).en}).${more(seen).en}`,
  }, { rule: "V04", hint: { zh: `在主题的 theme.yaml 里把图表的颜色加深（深底则调浅）；theme.css 里的 .${mark} 也会改它。`, en: `make the colours of charts darker in the theme's theme.yaml (lighter on a dark ground); .${mark} in its theme.css changes them, too` } });
};

/** Of the `drawn` things that stand for the figure `text`, `seen` are wholly on the slide. */
export const missingUnits = (text: string, seen: number, drawn: number, place: Seen): Diagnostic =>
  error("missing-units", place.span, {
    zh: `${where(place).zh}：“${text}”画了 ${drawn} 个，只看得见 ${seen} 个，画与数不符。${more(place).zh}`,
    en: `Of the ${drawn} things drawn for "${text}", ${seen} are seen: the drawing contradicts the figure (${where(place).en}).${more(place).en}`,
  }, { rule: "V10", hint: { zh: "检查主题的 theme.css 里关于 .unit 和 .art-units 的规则。", en: "look at the rules for .unit and .art-units in the theme's theme.css" } });

export const brokenName = (text: string, seen: Seen): Diagnostic =>
  warning("broken-name", seen.span, {
    zh: `${where(seen).zh}：“${text}”断成了两行。${more(seen).zh}`,
    en: `"${text}" is broken over two lines (${where(seen).en}).${more(seen).en}`,
  }, { rule: "V05", hint: { zh: "用自己的主题时，检查 theme.css 里的 word-break 和 white-space；否则缩短前面的文字。", en: "with a theme of your own, look at word-break and white-space in its theme.css; else shorten the words before it" } });

export const loneCharacter = (character: string, text: string, seen: Seen): Diagnostic =>
  warning("lone-character", seen.span, /^\p{P}+$/u.test(character) ? {
    zh: `${where(seen).zh}：“${text}”里有一行只有标点“${character}”。${more(seen).zh}`,
    en: `A line of "${text}" is the mark "${character}" alone (${where(seen).en}).${more(seen).en}`,
  } : {
    zh: `${where(seen).zh}：标题“${text}”的最后一行只有一个“${character}”字。${more(seen).zh}`,
    en: `The last line of the title "${text}" is the one character "${character}" (${where(seen).en}).${more(seen).en}`,
  }, { rule: "V05", hint: { zh: "缩短文字，或用 <br> 指定在哪里换行。", en: "shorten the text, or say with <br> where its line ends" } });

export const pageRequest = (file: string, address: string): Diagnostic =>
  error("page-request", null, { zh: `${file} 打开时要从外面取“${address}”。`, en: `${file} asks for "${address}" when it is opened.` }, {
    rule: "V06",
    hint: { zh: "没有写出任何文件。检查主题和可信 HTML；都没有问题时，请报告。", en: "nothing was written; look at the theme and at trusted HTML, and report the problem if it is neither" },
  });

export const pageError = (file: string, words: string): Diagnostic =>
  error("page-error", null, { zh: `${file} 打开时浏览器报错：${words}`, en: `${file} makes the browser complain when it is opened: ${words}` }, {
    rule: "V06",
    hint: { zh: "没有写出任何文件。检查主题和可信 HTML；都没有问题时，请报告。", en: "nothing was written; look at the theme and at trusted HTML, and report the problem if it is neither" },
  });
