/** Documents that are dropped on the page or chosen: read by the server, then shown with their review before anything is written. */
import { button, element } from "../dom.ts";
import type { DeskDraft } from "../../model/desk.ts";
import { createDialog, folderForm } from "./ask-folder.ts";
import type { BeginWords } from "./begin-words.ts";
import { showMerge } from "./show-merge.ts";
import { planMerge, post, sendDocument } from "./begin-server.ts";

export interface DropPlace {
  readonly node: HTMLElement;
  readonly take: (files: Iterable<File>) => Promise<void>;
}

/** `recent` is the report that was opened last, into which the next draft may go; empty for none. */
export function createDropPlace(words: BeginWords, lang: string, recent: () => string): DropPlace {
  const node = element(document, "section", "begin-drop");
  const told = element(document, "p", "begin-told");
  const input = element(document, "input", "");
  told.setAttribute("role", "status");
  input.type = "file";
  input.multiple = true;
  input.hidden = true;
  input.accept = ".docx,.txt,.md,.html,.htm,.xlsx";
  const take = async (files: Iterable<File>): Promise<void> => {
    told.classList.remove("bad");
    // A workbook waits for its document.
    for (const file of [...files].sort((one, other) => Number(isBook(other)) - Number(isBook(one)))) {
      told.textContent = words.reading(file.name);
      const answer = await sendDocument(file);
      told.textContent = answer === null ? words.lost : answer.type === "data" ? words.waiting(answer.name) : answer.type === "refused" ? answer.message : "";
      told.classList.toggle("bad", answer === null || answer.type === "refused");
      if (answer?.type === "draft") showReview(words, answer, recent());
    }
  };
  input.addEventListener("change", () => {
    void take(input.files ?? []);
    input.value = "";
  });
  node.lang = lang;
  node.append(element(document, "h2", "", words.drop), element(document, "p", "begin-hint", words.dropHint), button(document, "desk-button", words.choose, words.choose, () => input.click()), input, told);
  return { node, take };
}

function isBook({ name }: File): boolean {
  return /\.xls[xm]?$/i.test(name);
}

function showReview(words: BeginWords, { title, doubts, dir }: Extract<DeskDraft, { type: "draft" }>, recent: string): void {
  const dialog = createDialog(`${words.review}　${title}`, "begin-review");
  const frame = element(document, "iframe", "");
  frame.src = "review";
  frame.title = words.review;
  const foot = element(document, "div", "begin-foot");
  foot.append(button(document, "desk-button", words.cancel, words.cancel, () => dialog.close()));
  const form = folderForm(words, { label: words.where, value: dir, action: words.keep, send: (to) => post("keep", { dir: to }) });
  const into = folderForm(words, {
    label: words.into, value: recent, action: words.plan,
    send: async (to) => {
      const plan = await planMerge(to);
      if (plan?.type !== "merge") return plan;
      showMerge(words, plan);
      return { type: "shown" };
    },
  });
  into.classList.add("begin-into");
  dialog.append(element(document, "p", "begin-hint", words.doubts(doubts)), frame, form, into, foot);
  dialog.showModal();
}

/** The whole page takes files. */
export function listenToDrops(page: HTMLElement, take: DropPlace["take"]): void {
  const isFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") === true;
  page.addEventListener("dragover", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    page.classList.add("dropping");
  });
  page.addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && page.classList.remove("dropping"));
  page.addEventListener("drop", (event) => {
    page.classList.remove("dropping");
    if (!isFile(event)) return;
    event.preventDefault();
    void take(event.dataTransfer?.files ?? []);
  });
}
