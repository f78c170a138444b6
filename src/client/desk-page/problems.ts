/** What the check says, as the server sorts it, worst first; each leads to its place, and a repair is shown before it is made. */
import { button, element } from "../dom.ts";
import type { DeskProblem } from "../../model/desk.ts";
import type { DeskWords } from "./desk-words.ts";
import { mayExcept } from "./exception.ts";

export interface Problems {
  readonly node: HTMLElement;
  readonly show: (problems: readonly DeskProblem[], untold: number) => void;
}

const ORDER = ["error", "warning", "note"] as const;

/** What a person may do about a finding. */
export interface ProblemWays {
  readonly go: (problem: DeskProblem) => void;
  readonly repair: (problem: DeskProblem) => void;
  readonly except: (problem: DeskProblem) => void;
}

export function createProblems(words: DeskWords, ways: ProblemWays): Problems {
  const node = element(document, "section", "desk-problems");
  const heading = element(document, "h2", "", words.problems);
  const list = element(document, "div", "");
  const summary = element(document, "p", "desk-summary");
  summary.setAttribute("role", "status");
  node.append(heading, summary, list);
  let shown = "";
  return {
    node,
    show: (problems, untold) => {
      const now = JSON.stringify([problems, untold]);
      if (now === shown) return;
      shown = now;
      const counts = ORDER.map((severity) => [severity, problems.filter((problem) => problem.severity === severity).length] as const).filter(([, count]) => count > 0);
      summary.textContent = counts.length === 0 ? words.noProblems : counts.map(([severity, count]) => `${words.severity[severity]} ${count}`).join("　");
      list.replaceChildren(...problems.map((problem) => entry(problem, words, ways)), ...(untold > 0 ? [element(document, "p", "desk-hint", words.untold(untold))] : []));
    },
  };
}

function entry(problem: DeskProblem, words: DeskWords, { go, repair, except }: ProblemWays): HTMLElement {
  const { severity, message, hint, file, line, fix } = problem;
  const made = element(document, "article", `desk-problem ${severity}`);
  const place = file === null ? "" : `${file.replace(/^slides\//, "")}${line === null ? "" : `:${line}`}`;
  const link = button(document, "desk-place", message, message, () => go(problem));
  link.disabled = file === null;
  made.append(element(document, "span", "desk-severity", words.severity[severity]), link);
  if (place !== "") made.append(element(document, "span", "desk-where", place));
  if (hint !== null) made.append(element(document, "p", "desk-hint", hint));
  if (fix !== null && file !== null) {
    const after = fix.replacement === "" ? "∅" : fix.replacement;
    made.append(button(document, "desk-repair", `${words.repair} “${after}”`, `${words.repair} ${after}`, () => repair(problem)));
  }
  if (mayExcept(problem)) made.append(button(document, "desk-way desk-except", `${words.except}……`, `${words.except}…… ${message}`, () => except(problem)));
  return made;
}
