/** Slides as an audience meets them (rules V of the check). */
import type { Span } from "../../model/span.ts";
import { warning, type Diagnostic } from "../diagnostic.ts";

export const crowdedSlide = (span: Span, count: number, most: number): Diagnostic =>
  warning("crowded-slide", span, { zh: `这一页同时出现 ${count} 个汉字的正文，多于 ${most} 个，来不及看。`, en: `This slide shows ${count} Han characters of running text at once, more than the ${most} that an audience takes in.` }, {
    rule: "V07",
    hint: { zh: "把句子移到“备注：”里，页面上只留要点；或用 {.step} 分步出现，或分成两页。", en: "move sentences to the notes and keep the points; or let them come in steps ({.step}), or on two slides" },
  });
