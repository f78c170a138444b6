/** What can be made, each by a button of its own: progress, then open, print, show in its folder. */
import { button, element } from "../dom.ts";
import { DESK_OUTPUTS, type DeskBuild, type DeskMade, type DeskOutput } from "../../model/desk.ts";
import type { OutWords } from "./out-words.ts";
import { hasChanges, openMade, readMade, startBuild, startShow } from "./server.ts";

export interface Outputs {
  readonly open: () => void;
  readonly build: (build: DeskBuild) => void;
}

interface Card {
  readonly node: HTMLElement;
  readonly make: HTMLButtonElement;
  readonly told: HTMLElement;
  readonly ways: HTMLElement;
}

export function createOutputs(words: OutWords): Outputs {
  const dialog = element(document, "dialog", "desk-out");
  const grid = element(document, "div", "desk-out-grid");
  const cards = new Map(DESK_OUTPUTS.map((output) => [output, createCard(words, output, () => void begin(output))]));
  const close = button(document, "desk-button", words.close, words.close, () => dialog.close());
  const head = element(document, "div", "desk-dialog-head");
  const told = element(document, "p", "desk-hint", "");
  const changes = button(document, "desk-button", words.changes, words.changes, () => void showChanges(words, told));
  told.setAttribute("role", "status");
  head.append(element(document, "h2", "", words.heading), told, changes, close);
  grid.append(...[...cards.values()].map(({ node }) => node));
  dialog.setAttribute("aria-label", words.heading);
  dialog.append(head, grid);
  document.body.append(dialog);
  const allow = (allowed: boolean): void => {
    for (const { make } of cards.values()) make.disabled = !allowed;
  };
  const list = async (): Promise<void> => {
    for (const made of (await readMade()) ?? []) offer(words, cards.get(made.output)!, made);
  };
  const begin = async (output: DeskOutput): Promise<void> => {
    const card = cards.get(output)!;
    allow(false);
    tell(card, words.begun, false);
    if (await startBuild(output)) return;
    allow(true);
    tell(card, words.busy, true);
  };
  return {
    open: () => {
      void list();
      dialog.showModal();
    },
    build: ({ output, done, percent, ok, message }) => {
      const card = cards.get(output)!;
      allow(ok !== null);
      tell(card, ok === null ? words.making(done.length, percent) : ok ? words.made : `${words.failed}${message}`, ok === false);
      if (ok === true) void list();
    },
  };
}

function createCard(words: OutWords, output: DeskOutput, begin: () => void): Card {
  const [name, use] = words.names[output];
  const node = element(document, "section", "desk-out-card");
  const make = button(document, "desk-button", words.make, `${words.make} ${name}`, begin);
  const told = element(document, "p", "desk-out-told");
  const ways = element(document, "div", "desk-out-ways");
  node.dataset["output"] = output;
  told.setAttribute("role", "status");
  const head = element(document, "h3", "", name);
  node.append(head, element(document, "p", "desk-hint", use), make, told, ways);
  return { node, make, told, ways };
}

function tell({ told }: Card, text: string, bad: boolean): void {
  told.textContent = text;
  told.classList.toggle("bad", bad);
}

/** The ways to use what was made. Pages and PDFs open here; all else with the program that the machine has for it. */
function offer(words: OutWords, card: Card, { output, folder, files }: DeskMade): void {
  card.make.textContent = words.again;
  card.make.setAttribute("aria-label", `${words.again} ${words.names[output][0]}`);
  card.node.title = folder;
  const way = (text: string, file: string, go: () => void): HTMLButtonElement => button(document, "desk-way", files.length > 1 ? `${text} ${nameOf(words, file)}` : text, `${text} ${files.length > 1 ? nameOf(words, file) : file}`, go);
  const ways = files.flatMap((file) => {
    const here = /\.(?:html|pdf)$/i.test(file);
    const address = `made/${output}/${file.split("/").map(encodeURIComponent).join("/")}`;
    const open = way(words.open, file, () => (here ? void window.open(address, "_blank") : void openMade("open", output, file)));
    return file.endsWith(".pdf") ? [open, way(words.print, file, () => print(address))] : [open];
  });
  const show = output === "show" ? [button(document, "desk-way desk-way-first", words.show, words.show, () => void beginShow(words, card))] : [];
  card.ways.replaceChildren(...show, ...ways, button(document, "desk-way", words.reveal, words.reveal, () => void openMade("reveal", output, files[0] ?? "")));
}

/** Handouts are known by their slides a page. */
function nameOf(words: OutWords, file: string): string {
  const slides = /^handout-(\d+)/.exec(file)?.[1];
  return slides === undefined ? file.replace(/\.\w+$/, "") : words.perPage(slides);
}

async function beginShow(words: OutWords, card: Card): Promise<void> {
  const answer = await startShow();
  if (answer?.type !== "show") return tell(card, answer?.message ?? words.failed, true);
  tell(card, words.shown(answer.opened), false);
  if (answer.opened === 0) window.open(answer.deck, "_blank");
}

async function showChanges(words: OutWords, told: HTMLElement): Promise<void> {
  const known = await hasChanges();
  told.textContent = known ? "" : words.noEdition;
  if (known) window.open("changes", "_blank");
}

/** The browser's own dialog, with the PDF as it is. */
function print(address: string): void {
  document.querySelector(".desk-print")?.remove();
  const frame = element(document, "iframe", "desk-print");
  frame.src = address;
  frame.addEventListener("load", () => frame.contentWindow?.print());
  document.body.append(frame);
}
