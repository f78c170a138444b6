/** The words of each picture, for the field of alternative text in a content system. */
import type { LongPart } from "../../model/long-page.ts";
import type { Language } from "../../model/settings.ts";
import type { Slice } from "./plan-slices.ts";

/** A text file with Windows line ends and a mark of its encoding: offices open it in Notepad. A part that is cut stands in the picture where it begins. */
export function textOfSlices(parts: readonly LongPart[], slices: readonly Slice[], names: readonly string[], { title, lang }: { readonly title: string; readonly lang: Language }): string {
  const words = lang === "en" ? { head: `${title}: text of the pictures`, goesOn: "(goes on from the picture before)" } : { head: `${title}：各图的替代文字`, goesOn: "（接上图）" };
  const blocks = slices.map(({ top, bottom }, index) => {
    const begun = parts.filter((part) => part.top >= top && part.top < bottom);
    return [names[index], ...(begun.length === 0 ? [words.goesOn] : begun.map(({ text }) => text))].join("\n");
  });
  return `\uFEFF${[words.head, ...blocks].join("\n\n")}\n`.replaceAll("\n", "\r\n");
}
