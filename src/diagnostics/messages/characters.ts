/** Characters that show a reader one thing and the check another. */
import { codeOf } from "../../model/characters/ignorable.ts";
import type { Span } from "../../model/span.ts";
import { error, type Diagnostic, type Fix, type Text } from "../diagnostic.ts";

/** Names of those that come with pasting; all others go by their kind. */
const NAMES: Readonly<Record<number, Text>> = {
  0x00: { zh: "空字符", en: "null" },
  0x0b: { zh: "手动换行符", en: "vertical tab" },
  0x0c: { zh: "分页符", en: "form feed" },
  0x1b: { zh: "转义符", en: "escape" },
  0xad: { zh: "软连字符", en: "soft hyphen" },
  0x200b: { zh: "零宽空格", en: "zero width space" },
  0x200c: { zh: "零宽不连字", en: "zero width non-joiner" },
  0x200d: { zh: "零宽连字", en: "zero width joiner" },
  0x200e: { zh: "从左向右标记", en: "left-to-right mark" },
  0x200f: { zh: "从右向左标记", en: "right-to-left mark" },
  0x2028: { zh: "行分隔符", en: "line separator" },
  0x2029: { zh: "段分隔符", en: "paragraph separator" },
  0x202d: { zh: "强制从左向右", en: "left-to-right override" },
  0x202e: { zh: "强制从右向左", en: "right-to-left override" },
  0x2060: { zh: "词连接符", en: "word joiner" },
  0xfeff: { zh: "字节顺序标记", en: "byte order mark" },
  0xfffc: { zh: "对象占位符", en: "object replacement" },
};
const KINDS: readonly (readonly [pattern: RegExp, name: Text])[] = [
  [/[\u{E0020}-\u{E007F}]/u, { zh: "标签字符", en: "tag character" }],
  [/\p{Variation_Selector}/u, { zh: "字形选择符", en: "variation selector" }],
  [/\p{Bidi_Control}/u, { zh: "文字方向控制符", en: "direction control" }],
  [/\p{Cc}/u, { zh: "控制字符", en: "control character" }],
  [/\p{M}/u, { zh: "组合符号", en: "combining mark" }],
  [/\p{Nd}/u, { zh: "其他文字的数字", en: "digit of another script" }],
  [/[\u2E80-\u2FDF]/u, { zh: "部首", en: "radical" }],
  [/\p{Script=Cyrillic}/u, { zh: "西里尔字母", en: "Cyrillic letter" }],
  [/\p{Script=Greek}/u, { zh: "希腊字母", en: "Greek letter" }],
];
/** More would not help. */
const LISTED = 4;

/** `U+200B (zero width space), U+FEFF (byte order mark)`. */
function namePoints(written: string): Text {
  const all = [...new Set(written)];
  const named = all.slice(0, LISTED).map((character): Text => {
    const point = character.codePointAt(0)!;
    const code = codeOf(character);
    const name = NAMES[point] ?? KINDS.find(([pattern]) => pattern.test(character))?.[1];
    return name === undefined ? { zh: code, en: code } : { zh: `${code}（${name.zh}）`, en: `${code} (${name.en})` };
  });
  const more = all.length > LISTED;
  return { zh: `${named.map(({ zh }) => zh).join("、")}${more ? "等" : ""}`, en: `${named.map(({ en }) => en).join(", ")}${more ? " …" : ""}` };
}

const MENDED: Text = { zh: "luduan check --fix 会改好；自己改时把它前后的字重新输入。", en: "`luduan check --fix` mends it; by hand, type the characters around it again" };
const BY_HAND: Text = { zh: "请对照原件，把这里的字重新输入。", en: "type the characters here again, from the document itself" };
const IN_SHEET: Text = { zh: "在表格软件里把这个单元格重新输入（不要粘贴）。", en: "type the cell again in the spreadsheet; do not paste it" };

/** How the odd characters can be mended: by `--fix`, by hand, or in a spreadsheet. */
export type Remedy = "fix" | "hand" | "sheet";
const HINTS: Readonly<Record<Remedy, Text>> = { fix: MENDED, hand: BY_HAND, sheet: IN_SHEET };

/** `around` is the text around them as a reader sees it. */
export const hiddenCharacter = (span: Span, written: string, around: string, remedy: Remedy, fix: Fix | null): Diagnostic => {
  const points = namePoints(written);
  const place: Text = around === "" ? { zh: "这里", en: "Something is hidden here" } : { zh: `“${around}”里`, en: `Something is hidden in "${around}"` };
  return error("hidden-character", span, { zh: `${place.zh}藏着看不见的字符：${points.zh}。`, en: `${place.en}: ${points.en}.` }, { hint: HINTS[remedy], fix });
};

export const textDirection = (span: Span, written: string, around: string, remedy: Remedy, fix: Fix | null): Diagnostic => {
  const points = namePoints(written);
  return error("text-direction", span, { zh: `“${around}”里有改变文字方向的字符：${points.zh}；读者看到的次序可能不同。`, en: `"${around}" has ${points.en}: a reader may see another order.` }, { hint: HINTS[remedy], fix });
};

export const strayMark = (span: Span, written: string, remedy: Remedy): Diagnostic => {
  const points = namePoints(written.replace(/^\P{M}/u, ""));
  return error("combining-mark", span, { zh: `“${written}”上叠了组合符号：${points.zh}。`, en: `A mark is set over "${written}": ${points.en}.` }, {
    hint: remedy === "sheet" ? IN_SHEET : { zh: "请对照原件，去掉叠加的符号；要强调请用 **加粗**。", en: "remove the mark, from the document itself; for emphasis write **strong**" },
  });
};

export const lookAlike = (span: Span, written: string, right: string | null, remedy: Remedy, fix: Fix | null): Diagnostic => {
  const points = namePoints(written);
  const meant: Text = right === null ? { zh: "", en: "" } : { zh: `写作“${right}”；`, en: `write ${right}; ` };
  return error("look-alike", span, { zh: `“${written}”只是看着像：${points.zh}。`, en: `"${written}" only looks right: ${points.en}.` }, {
    hint: { zh: `${meant.zh}${HINTS[remedy].zh}`, en: `${meant.en}${HINTS[remedy].en}` },
    fix,
  });
};

/** `shown` is the name with the characters left out. */
export const oddFileName = (span: Span, written: string, shown: string): Diagnostic => {
  const points = namePoints(written);
  return error("odd-file-name", span, { zh: `文件名“${shown}”里有看不见或容易认错的字符：${points.zh}。`, en: `The file name "${shown}" has characters that cannot be seen or are taken for others: ${points.en}.` }, {
    hint: { zh: "给文件重新起名，每个字都自己输入。", en: "rename the file, and type each character of its name" },
  });
};
