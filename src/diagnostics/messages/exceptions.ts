/** Exceptions from the check (comments `check-ignore`, `check:` in settings), and fixes that cannot be written. */
import type { Exception } from "../../model/exception.ts";
import type { Span } from "../../model/span.ts";
import { error, note, warning, type Diagnostic, type Text } from "../diagnostic.ts";
import { findNearest } from "../suggest.ts";
import { deckWords } from "../deck-words.ts";

const WHY = deckWords("理由", "the reason");

export const missingReason = (span: Span): Diagnostic =>
  error("missing-reason", span, { zh: "免检没有写理由。", en: "This exception from the check gives no reason." }, {
    hint: { zh: `在规则后面写冒号和理由，例如 <!-- check-ignore P03: ${deckWords("原文如此", "as published")} -->。`, en: `give one after a colon, for example <!-- check-ignore P03: ${deckWords("原文如此", "as published")} -->` },
  });

/** A setting silences the rule in many places, so it must give a reason. */
export const levelWithoutReason = (span: Span, rule: string): Diagnostic =>
  warning("missing-reason", span, { zh: `关闭了“${rule}”，没有写理由。`, en: `"${rule}" is off without a reason.` }, {
    hint: { zh: `写作 ${rule}: { level: off, reason: ${WHY} }。`, en: `write ${rule}: { level: off, reason: ${WHY} }` },
  });

/** `check:` was set for what turned out to be an error; `excusable` where an exception at the error's place would work. */
export const levelOfError = (span: Span, rule: string, excusable: boolean): Diagnostic =>
  warning("level-of-error", span, { zh: `“${rule}”查出了错误，check 改不了错误的级别。`, en: `"${rule}" has found an error, which check: cannot change.` }, {
    hint: excusable
      ? { zh: `请改正；确是原样的，在那一段上面写 <!-- check-ignore ${rule}: 理由 -->（数据表里写在 note 列）。`, en: `mend it; where it is meant so, write <!-- check-ignore ${rule}: why --> above it (in a table, in the column note)` }
      : { zh: "请改正；这类错误做不出正确的演示，不能免检。", en: "mend it; with such an error no right deck can be made, so that there is no exception from it" },
  });

/** `known` holds all names, short codes and kebab-case ones; an empty `name` means none was given. */
export const unknownRule = (span: Span, name: string, known: readonly string[]): Diagnostic => {
  const near = findNearest(name, known);
  const message: Text = name === "" ? { zh: "没有写明哪条规则免检。", en: "This exception names no rule." } : { zh: `没有叫“${name}”的规则。`, en: `No rule is called "${name}".` };
  return error("unknown-rule", span, message, {
    hint: {
      zh: `${near === null ? "" : `是不是“${near}”？`}规则写编号（如 P03）或诊断信息里的英文名称（如 space-in-text）。`,
      en: `${near === null ? "" : `did you mean "${near}"? `}A rule is named by its short code (P03) or as diagnostics call it (space-in-text)`,
    },
  });
};

export const unwritableCharacter = (span: Span): Diagnostic =>
  warning("unwritable-character", span, { zh: "这个文件的编码写不下要改成的字，没有改动它。", en: "The encoding of this file has no code for a character of a repair, so the file was left as it is." }, {
    hint: { zh: "用编辑器另存为 UTF-8，再运行 luduan check --fix。", en: "save it as UTF-8 and run luduan check --fix again" },
  });

export const unusedIgnore = ({ span, of }: Pick<Exception, "span" | "of">, rule: string): Diagnostic =>
  note("unused-ignore", span, { zh: `这里没有“${rule}”可以免检的问题。`, en: `Nothing here is silenced for "${rule}".` }, {
    hint:
      of === "row"
        ? { zh: "note 里的免检管这一行数据；不再需要就删去。", en: "in a note it speaks of its row; remove it if it is no longer needed" }
        : { zh: "它管紧跟在后面的一段，写在行末时管这一行；不再需要就删去。", en: "it speaks of the block that follows, or of the line that it ends; remove it if it is no longer needed" },
  });
