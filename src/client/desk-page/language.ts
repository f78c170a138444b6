/** Colours of what an author writes: headings, attributes, references, blocks, the mark of the notes. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";
import type { Extension } from "@codemirror/state";

interface Where {
  /** The fence that is open; empty outside. */
  fence: string;
  /** Inside the settings at the beginning of the file. */
  settings: boolean;
  begun: boolean;
}

const sections = StreamLanguage.define<Where>({
  name: "luduan",
  startState: () => ({ fence: "", settings: false, begun: false }),
  token(stream, where) {
    if (stream.sol()) {
      const first = !where.begun;
      where.begun = true;
      if (/^---\s*$/.test(stream.string) && (first || where.settings)) {
        where.settings = first;
        stream.skipToEnd();
        return "meta";
      }
      const fence = /^\s*(`{3,}|~{3,})/.exec(stream.string)?.[1];
      if (fence !== undefined && (where.fence === "" || fence.startsWith(where.fence))) {
        where.fence = where.fence === "" ? fence : "";
        stream.skipToEnd();
        return "keyword";
      }
      if (where.fence === "" && !where.settings && stream.match(/^#{1,6}\s[^{]*/)) return "heading";
      if (where.fence === "" && stream.match(/^\s*(?:\*\*)?(?:备注|Notes)(?:\*\*)?\s*[：:]/i)) return "comment";
      if ((where.fence !== "" || where.settings) && stream.match(/^\s*-?\s*[\p{L}\w-]+(?=\s*[:：])/u)) return "propertyName";
      if (stream.match(/^\s*(?:[-*+]|\d+\.)\s/)) return "list";
    }
    if (stream.match(/^\{\{[^}\n]*\}\}/)) return "variableName";
    if (stream.match(/^\{[^{}\n]*\}/)) return "attributeName";
    if (stream.match(/^\*\*[^*\n]+\*\*/)) return "strong";
    if (stream.match(/^<!--.*?-->/)) return "comment";
    stream.next();
    return null;
  },
});

/** Rows of a table: the first names its columns. */
const table = StreamLanguage.define<{ line: number }>({
  name: "table",
  startState: () => ({ line: 0 }),
  token(stream, state) {
    if (stream.sol()) state.line += 1;
    if (stream.match(/^"(?:[^"]|"")*"/)) return state.line === 1 ? "heading" : "string";
    if (stream.match(/^,/)) return "separator";
    if (stream.match(/^[^,"]+/) === null) stream.next();
    return state.line === 1 ? "heading" : null;
  },
});

const colours = HighlightStyle.define([
  { tag: tags.heading, color: "#0b4f49", fontWeight: "600" },
  { tag: [tags.keyword, tags.meta], color: "#7a4b12" },
  { tag: tags.propertyName, color: "#0b5f8a" },
  { tag: tags.attributeName, color: "#6a5b8a" },
  { tag: tags.variableName, color: "#a8322a", fontWeight: "600" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.comment, color: "#3f6b3a" },
  { tag: [tags.list, tags.separator], color: "#8a6d3b" },
]);

export function languageOf(path: string): Extension {
  return [path.endsWith(".csv") ? table : sections, syntaxHighlighting(colours)];
}
