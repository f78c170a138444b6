/** The page before the desk: six beginnings, a place to drop a report, recent projects, and any folder. */
import { button, element } from "../dom.ts";
import type { DeskBegin } from "../../model/desk.ts";
import { browseFolders, createDialog, folderForm } from "./ask-folder.ts";
import { beginWords, type BeginWords } from "./begin-words.ts";
import { post, readBegin } from "./begin-server.ts";
import { createDropPlace, listenToDrops } from "./take-document.ts";

export function startBegin(body: HTMLElement): void {
  const lang = document.documentElement.lang;
  const words = beginWords(lang);
  const main = element(document, "main", "begin");
  let recent = "";
  const drop = createDropPlace(words, lang, () => recent);
  document.title = words.heading;
  body.append(main);
  listenToDrops(body, drop.take);
  void readBegin().then((state) => {
    if (state === null) return void main.append(element(document, "p", "bad", words.lost));
    recent = state.recent[0]?.dir ?? "";
    const side = element(document, "div", "begin-side");
    side.append(drop.node, recentList(words, state), openPlace(words, state));
    main.append(element(document, "h1", "", words.heading), ...(state.empty === null ? [] : [element(document, "p", "begin-empty", words.empty(state.empty))]), freshPlace(words, state), side);
  });
}

function freshPlace(words: BeginWords, state: DeskBegin): HTMLElement {
  const section = element(document, "section", "begin-fresh");
  const cards = element(document, "div", "begin-cards");
  cards.append(...Object.entries(words.beginnings).map(([like, [name, holds]]) => card(words, state, like, name, holds)));
  section.append(element(document, "h2", "", words.fresh), element(document, "p", "begin-hint", words.invented), cards);
  return section;
}

function card(words: BeginWords, { dir }: DeskBegin, like: string, name: string, holds: string): HTMLElement {
  const made = button(document, "begin-card", "", `${name} ${holds}`, () => askWhere(words, like, name, dir));
  const picture = element(document, "iframe", "");
  picture.src = `cover/${like}/`;
  picture.loading = "lazy";
  picture.tabIndex = -1;
  picture.title = name;
  picture.setAttribute("aria-hidden", "true");
  made.append(picture, element(document, "b", "", name), element(document, "span", "", holds));
  return made;
}

function askWhere(words: BeginWords, like: string, name: string, dir: string): void {
  const dialog = createDialog(`${words.fresh}　${name}`, "");
  const form = folderForm(words, { label: words.where, value: dir, action: words.create, send: (to) => post("new", { like, dir: to }) });
  form.append(button(document, "desk-button", words.cancel, words.cancel, () => dialog.close()));
  dialog.append(form);
  dialog.showModal();
}

function recentList(words: BeginWords, { recent }: DeskBegin): HTMLElement {
  const section = element(document, "section", "begin-recent");
  const list = element(document, "ul", "");
  const told = element(document, "p", "bad begin-told");
  told.setAttribute("role", "alert");
  for (const { dir, title } of recent) {
    const row = element(document, "li", "");
    const press = button(document, "begin-project", "", `${title} ${dir}`, () => void open(words, dir, told));
    press.append(element(document, "b", "", title === "" ? words.untitled : title), element(document, "span", "", dir));
    row.append(press);
    list.append(row);
  }
  section.append(element(document, "h2", "", words.recent), recent.length === 0 ? element(document, "p", "begin-hint", words.noRecent) : list, told);
  return section;
}

function openPlace(words: BeginWords, { home }: DeskBegin): HTMLElement {
  const section = element(document, "section", "begin-open");
  const form = folderForm(words, { label: words.path, value: "", action: words.open, send: (dir) => post("open", { dir }) });
  const told = form.querySelector<HTMLElement>(".begin-told")!;
  form.querySelector("button")?.before(button(document, "desk-button", words.browse, words.browse, () => void browseFolders(words, home, (dir) => void open(words, dir, told))));
  section.append(element(document, "h2", "", words.open), form);
  return section;
}

async function open(words: BeginWords, dir: string, told: HTMLElement): Promise<void> {
  const answer = await post("open", { dir });
  if (answer?.type === "opened") location.assign(answer.at);
  else told.textContent = answer?.message ?? words.lost;
}
