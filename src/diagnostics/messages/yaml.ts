/** Mistakes in any YAML: settings, front matter, fenced blocks, themes. */
import type { Span } from "../../model/span.ts";
import { error, type Diagnostic, type Text } from "../diagnostic.ts";
import { knownHint } from "../known.ts";

export const invalidYaml = (span: Span, detail: string, hint: Text): Diagnostic =>
  error("invalid-yaml", span, { zh: `第 ${span.line} 行的写法有误，无法读取。`, en: `Line ${span.line} is not valid YAML: ${detail}` }, { hint });

export const YAML_HINTS = {
  general: {
    zh: "每行写作“键: 值”，冒号用半角，后面留一个空格；列表写作 [甲, 乙]，括号和引号要成对。",
    en: "write one `key: value` a line, with a space after the colon; close every bracket and quote",
  },
  colon: { zh: "冒号请用半角“:”，后面留一个空格。", en: "use a half-width colon followed by a space" },
  quotes: { zh: "值里有“: ”，或以 @ % ` 等符号开头时，请给整个值加英文引号。", en: "put quotes around a value that holds `: ` or starts with a sign such as @ % `" },
  braces: { zh: "值以 {{ 开头，或写在 { } 里时，要加英文引号，例如 \"{{gdp}}\"。", en: "put quotes around a value that starts with {{ or stands inside { }, for example \"{{gdp}}\"" },
  tab: { zh: "缩进请用空格，不要用制表符。", en: "indent with spaces, not tabs" },
  indent: { zh: "同一层的键要左对齐，下一层多缩进两个空格。", en: "line up keys of one level; indent the next level by two spaces" },
  alias: { zh: "这里不支持 YAML 的锚点、引用和标签（& * !），请直接写值。", en: "anchors, aliases and tags (& * !) are not used here; write the value itself" },
  single: { zh: "这里只能有一份内容，请去掉中间的“---”。", en: "only one document fits here; remove the --- between them" },
  long: { zh: "这里超过 64000 个字，多半是粘贴错了。", en: "there are more than 64,000 characters, most often pasted by mistake" },
  deep: { zh: "括号或缩进的层数太多。", en: "brackets or indents are nested too deep" },
} as const satisfies Record<string, Text>;

export const duplicateKey = (span: Span, key: string): Diagnostic =>
  error("duplicate-key", span, { zh: `“${key}”写了两次。`, en: `"${key}" is given twice.` }, {
    hint: { zh: "请只保留一个。", en: "keep one of them" },
  });

export const unknownKey = (span: Span, key: string, known: readonly string[]): Diagnostic =>
  error("unknown-key", span, { zh: `没有“${key}”这个键。`, en: `There is no key "${key}" here.` }, {
    hint: knownHint(key, known, { zh: "键", en: "keys" }),
  });

/** A fence with several types: the key exists, but not for this one. */
export const unknownKeyOf = (span: Span, key: string, owner: string, known: readonly string[]): Diagnostic =>
  error("unknown-key", span, { zh: `${owner} 没有“${key}”这个键。`, en: `"${key}" is not a key of ${owner}.` }, {
    hint: knownHint(key, known, { zh: "键", en: "keys" }),
  });

export const missingKey = (span: Span, key: string, expected: Text): Diagnostic =>
  error("missing-key", span, { zh: `缺少“${key}”。`, en: `"${key}" is missing.` }, {
    hint: { zh: `请加一行“${key}: …”，值为${expected.zh}。`, en: `add a line \`${key}: …\` with ${expected.en}` },
  });

export const invalidValue = (span: Span, name: string, written: string, expected: Text): Diagnostic =>
  error("invalid-value", span, { zh: written === "" ? `“${name}”没有值。` : `“${name}”的值不能是 ${written}。`, en: written === "" ? `"${name}" has no value.` : `"${name}" cannot be ${written}.` }, {
    hint: { zh: `应为${expected.zh}。`, en: `expected: ${expected.en}` },
  });
