/** What a new document would change in a report that is there: seen first, written by a button. */
import { button, element } from "../dom.ts";
import type { DeskMerge } from "../../model/desk.ts";
import { createDialog } from "./ask-folder.ts";
import type { BeginWords } from "./begin-words.ts";
import { post } from "./begin-server.ts";

type Plan = Extract<DeskMerge, { type: "merge" }>;

export function showMerge(words: BeginWords, plan: Plan): void {
  const dialog = createDialog(`${words.merge}　${plan.title}`, "begin-merge");
  const body = element(document, "div", "begin-merge-body");
  const told = element(document, "p", "bad begin-told");
  const foot = element(document, "div", "begin-foot");
  const write = button(document, "desk-button desk-make", words.write, words.write, () => {
    write.disabled = true;
    void post("merge", {}).then((answer) => {
      write.disabled = false;
      if (answer?.type === "opened") location.assign(answer.at);
      else told.textContent = answer?.message ?? words.lost;
    });
  });
  body.tabIndex = 0;
  body.setAttribute("role", "region");
  body.setAttribute("aria-label", words.merge);
  told.setAttribute("role", "alert");
  // What a person has to do comes first, then what goes.
  body.append(...section(words.unplaced, plan.unplaced), ...section(words.problems, plan.problems), ...section(words.removed, plan.removed), ...section(words.kept, plan.kept), ...section(words.rows, plan.rows.map((row) => rowText(words, row))));
  foot.append(button(document, "desk-button", words.cancel, words.cancel, () => dialog.close()), write);
  dialog.append(element(document, "p", "begin-path", plan.dir), element(document, "p", "begin-hint", words.merged(plan.changed, plan.added)), body, told, foot);
  dialog.showModal();
}

function section(title: string, lines: readonly string[]): readonly HTMLElement[] {
  if (lines.length === 0) return [];
  const list = element(document, "ul", "");
  list.append(...lines.map((line) => element(document, "li", "", line)));
  return [element(document, "h3", "", `${title}（${lines.length}）`), list];
}

function rowText(words: BeginWords, { name, before, now }: Plan["rows"][number]): string {
  const [file = "", ...rest] = name.split(" ");
  const table = [words.tables[file.replace(/\.csv$/, "")] ?? file, ...rest].join(" ");
  return before === "" ? `${table}：+ ${now}` : `${table}：${before} → ${now}`;
}
