/** The review of the import: its doubts, each settled by a button, beside the page that the import has left. */
import { button, element } from "../dom.ts";
import type { DeskDoubt, DeskDoubtRow } from "../../model/desk.ts";
import type { Desk } from "./running-desk.ts";
import { acceptDoubt, readDoubts } from "./server.ts";
import { columnName } from "./table-words.ts";

interface Review {
  readonly desk: Desk;
  readonly list: HTMLElement;
  readonly count: HTMLElement;
  readonly told: HTMLElement;
}

export function openReview(desk: Desk): void {
  const { words, saving } = desk;
  const dialog = element(document, "dialog", "desk-review");
  const head = element(document, "div", "desk-dialog-head");
  const frame = element(document, "iframe", "");
  const list = element(document, "section", "desk-doubts");
  const [count, told] = [element(document, "p", "desk-hint"), element(document, "p", "bad desk-doubts-told")];
  const review: Review = { desk, list, count, told };
  const undo = button(document, "desk-button", words.undo, words.undo, () => void saving.step("undo").then(() => show(review)));
  for (const [node, role] of [[count, "status"], [told, "alert"]] as const) node.setAttribute("role", role);
  head.append(element(document, "h2", "", words.review), undo, button(document, "desk-button", words.close, words.close, () => dialog.close()));
  frame.src = "review";
  frame.title = words.review;
  list.setAttribute("aria-label", words.doubts);
  dialog.setAttribute("aria-label", words.review);
  dialog.addEventListener("close", () => dialog.remove());
  const left = element(document, "div", "desk-review-left");
  left.append(element(document, "p", "desk-hint", words.reviewHint), count, told, list);
  dialog.append(head, left, frame);
  document.body.append(dialog);
  dialog.showModal();
  void show(review);
}

async function show(review: Review): Promise<void> {
  const { words } = review.desk;
  const doubts = await readDoubts();
    const focused = (document.activeElement as HTMLElement | null)?.dataset["doubt"];
  review.count.textContent = words.doubtsCount(doubts.length, doubts.filter(({ rows }) => rows.length > 0 && rows.every(({ state }) => state === "there")).length);
  review.list.replaceChildren(...doubts.map((doubt) => card(review, doubt)));
  // The next that may be accepted, so that a keyboard goes on from there.
  if (focused !== undefined) ([...review.list.querySelectorAll<HTMLElement>("[data-doubt]")].find(({ dataset }) => Number(dataset["doubt"]) >= Number(focused)) ?? review.list.querySelector<HTMLElement>("[data-doubt]"))?.focus();
}

function card(review: Review, doubt: DeskDoubt): HTMLElement {
  const { words } = review.desk;
  const made = element(document, "article", "desk-doubt");
  const said = element(document, "p", "desk-doubt-said");
  const at = doubt.sentence.indexOf(doubt.words);
  if (at === -1 || doubt.words === "") said.textContent = doubt.sentence;
  else said.append(doubt.sentence.slice(0, at), element(document, "mark", "", doubt.words), doubt.sentence.slice(at + doubt.words.length));
  made.append(element(document, "h3", "", doubt.title), element(document, "p", "desk-hint", `${doubt.place}　${doubt.detail}`), said, element(document, "p", "desk-hint", doubt.reason));
  for (const row of doubt.rows) made.append(rowOf(review, row));
  if (doubt.rows.length === 0) made.append(element(document, "p", "desk-doubt-state", words.noRow));
  if (doubt.rows.length > 0 && doubt.rows.every(({ state }) => state === "open")) made.append(acceptButton(review, doubt));
  return made;
}

/** The row by its columns, and where it stands. */
function rowOf({ desk: { words, state } }: Review, { path, cells, state: now }: DeskDoubtRow): HTMLElement {
  const made = element(document, "dl", "desk-doubt-row");
  const name = path.replace(/^\w+\/|\.\w+$/g, "");
  for (const [column, value] of cells) {
    const shown = column === "indicator" ? (state?.names.find(({ id }) => id === value)?.name ?? value) : value;
    const pair = element(document, "div", "");
    pair.append(element(document, "dt", "", columnName(column, words.zh)), element(document, "dd", "", shown));
    made.append(pair);
  }
  const wrapped = element(document, "div", "");
  wrapped.append(made, element(document, "p", `desk-doubt-state ${now}`, words.doubtStates[now](words.tables[name] ?? name)));
  return wrapped;
}

function acceptButton(review: Review, { number, title }: DeskDoubt): HTMLButtonElement {
  const { words } = review.desk;
  const made = button(document, "desk-button desk-make", words.accept, `${words.accept} ${title}`, () => void accept(review, number, made));
  made.dataset["doubt"] = String(number);
  return made;
}

/** What is typed is written first, as the table may be open. */
async function accept(review: Review, number: number, pressed: HTMLButtonElement): Promise<void> {
  const { saving, words } = review.desk;
  pressed.disabled = true;
  const written = await saving.open(saving.path());
  const answer = written ? await acceptDoubt(number) : null;
  review.told.textContent = answer === null ? words.unsaved : answer.type === "refused" ? answer.message : "";
  await saving.look();
  pressed.disabled = false;
  pressed.focus();
  await show(review);
}
