/** The period and the plan of deck.yaml, where a new document has others. */
import type { MergeEdit, MergeTold } from "./edits.ts";
import type { Understanding } from "../understand.ts";

export function mergeSettings({ period, plan }: Understanding, text: string): { readonly edits: readonly MergeEdit[]; readonly rows: MergeTold["rows"] } {
  const edits: MergeEdit[] = [];
  const rows: { name: string; before: string; now: string }[] = [];
  const values: readonly (readonly [key: string, value: string | null])[] = [["period", period], ["plan", plan]];
  text.split("\n").forEach((line, index) => {
    const [, key = "", written = ""] = /^(period|plan):\s*(?:"([^"]*)"|'[^']*'|[^#\s]*)/.exec(line) ?? [];
    const value = values.find(([name]) => name === key)?.[1] ?? null;
    const before = /^(?:period|plan):\s*["']?([^"'#\s]*)/.exec(line)?.[1] ?? written;
    if (key === "" || value === null || before === value) return;
    const now = `${key}: "${value}"`;
    const end = /^(?:period|plan):\s*(?:"[^"]*"|'[^']*'|[^#\s]*)/.exec(line)![0].length;
    edits.push({ span: { file: "slides/deck.yaml", line: index + 1, column: 1, endLine: index + 1, endColumn: end + 1 }, after: now, name: "settings" });
    rows.push({ name: "deck.yaml", before: line.slice(0, end), now });
  });
  return { edits, rows };
}
