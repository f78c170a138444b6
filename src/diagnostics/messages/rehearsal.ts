/** What `luduan rehearse` says about the file with the times of a rehearsal. */
import type { Span } from "../../model/span.ts";
import { error, type Diagnostic } from "../diagnostic.ts";

export const missingTimes = (): Diagnostic =>
  error("missing-times", null, { zh: "请给出排练用时的文件。", en: "Name the file with the times of the rehearsal." }, {
    hint: { zh: "在演讲者窗口按 U，存成文件；例如：luduan rehearse 用时.json", en: "press U in the speaker window and save it; for example: luduan rehearse times.json" },
  });

export const unreadableTimes = (file: string): Diagnostic =>
  error("unreadable-times", null, { zh: `“${file}”不是排练用时的文件。`, en: `"${file}" has no times of a rehearsal.` }, {
    hint: { zh: "用演讲者窗口“用时”页存下的 .json 文件，不要改动。", en: "use the .json file that the page of times in the speaker window saved, as it is" },
  });

/** `title` is that of the deck that was rehearsed. */
export const otherDeckTimes = (title: string): Diagnostic =>
  error("other-deck-times", null, { zh: `用时里没有这份报告的任何部分，它是“${title}”的。`, en: `The times have no part of this report: they are those of "${title}".` }, {
    hint: { zh: "在那份报告的文件夹里运行，或把文件夹写在文件名后面。", en: "run it in the folder of that report, or name the folder after the file" },
  });

export const minutesNotWritten = (span: Span): Diagnostic =>
  error("minutes-not-written", span, { zh: "不能在这个文件里写 minutes，什么都没有改动。", en: "The minutes cannot be written into this file; nothing was changed." }, {
    hint: { zh: "在文件开头两行 --- 之间单独写一行 minutes: 1，再运行一次。", en: "write minutes: 1 on a line of its own between two lines --- at the top of the file, and run it again" },
  });
