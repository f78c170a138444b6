/** Dialogs of the page before the desk: where a new report goes, and which folder to open. */
import { button, element } from "../dom.ts";
import type { DeskFolder, DeskOpened } from "../../model/desk.ts";
import type { BeginWords } from "./begin-words.ts";
import { readFolder } from "./begin-server.ts";

/** A dialog that goes away when it is closed. */
export function createDialog(title: string, className: string): HTMLDialogElement {
  const dialog = element(document, "dialog", `begin-dialog ${className}`);
  dialog.setAttribute("aria-label", title);
  dialog.append(element(document, "h2", "", title));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  return dialog;
}

/** `shown`: a dialog has been opened instead. */
type Sent = DeskOpened | { readonly type: "shown" };

/** A field for a folder with a button; what is refused is said below it. */
export function folderForm(words: BeginWords, { label, value, action, send }: { readonly label: string; readonly value: string; readonly action: string; readonly send: (dir: string) => Promise<Sent | null> }): HTMLFormElement {
  const form = element(document, "form", "begin-form");
  const named = element(document, "label", "", label);
  const field = element(document, "input", "desk-field");
  const go = element(document, "button", "desk-button desk-make", action);
  const told = element(document, "p", "bad begin-told");
  told.setAttribute("role", "alert");
  field.value = value;
  field.spellcheck = false;
  named.append(field);
  form.append(named, go, told);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go.disabled = true;
    void send(field.value).then((answer) => {
      go.disabled = false;
      if (answer?.type === "opened") location.assign(answer.at);
      else told.textContent = answer === null ? words.lost : answer.type === "shown" ? "" : answer.message;
    });
  });
  return form;
}

/** Walks through the folders of the user; `choose` gets the path. */
export async function browseFolders(words: BeginWords, begin: string, choose: (dir: string) => void): Promise<void> {
  const dialog = createDialog(words.folders, "begin-browse");
  const path = element(document, "p", "begin-path");
  const list = element(document, "ul", "begin-folders");
  const here = button(document, "desk-button desk-make", words.openHere, words.openHere, () => take(path.textContent ?? ""));
  const foot = element(document, "div", "begin-foot");
  foot.append(button(document, "desk-button", words.cancel, words.cancel, () => dialog.close()), here);
  dialog.append(path, list, foot);
  const take = (dir: string): void => {
    dialog.close();
    choose(dir);
  };
  const show = async (dir: string): Promise<void> => {
    const folder = await readFolder(dir);
    if (folder === null) return;
    path.textContent = folder.dir;
    here.disabled = !folder.project;
    list.replaceChildren(...rows(words, folder, show, take));
    list.querySelector("button")?.focus();
  };
  await show(begin);
  dialog.showModal();
}

function rows(words: BeginWords, { dir, above, folders }: DeskFolder, show: (dir: string) => Promise<void>, take: (dir: string) => void): readonly HTMLElement[] {
  const row = (text: string, mark: string, go: () => void): HTMLElement => {
    const made = element(document, "li", "");
    const press = button(document, "begin-folder", text, mark === "" ? text : `${text} ${mark}`, go);
    if (mark !== "") press.append(element(document, "span", "begin-mark", mark));
    made.append(press);
    return made;
  };
  const slash = dir.includes("\\") ? "\\" : "/";
  const inside = folders.map(({ name, project }) => {
    const path = `${dir}${dir.endsWith(slash) ? "" : slash}${name}`;
    return row(name, project ? words.holdsReport : "", () => (project ? take(path) : void show(path)));
  });
  const up = above === null ? [] : [row(`↑ ${words.above}`, "", () => void show(above))];
  return inside.length + up.length === 0 ? [element(document, "li", "begin-hint", words.noFolders)] : [...up, ...inside];
}
