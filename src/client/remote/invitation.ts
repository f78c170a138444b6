/** In the speaker window: how phones come in, behind a button that says how many are in. */
import type { Language } from "../../model/deck.ts";
import type { Invitation } from "../../model/remote.ts";
import { button, drawing, element, returnFocus, setText } from "../dom.ts";
import { remoteWordsFor, type RemoteWords } from "./remote-words.ts";

export interface InvitationBox {
  /** Null takes everything away: no phones are wanted, or the server has gone. */
  readonly show: (invitation: Invitation | null) => void;
}

export function createInvitation(page: Document, lang: Language): InvitationBox {
  const words = remoteWordsFor(lang);
  let invitation: Invitation | null = null;
  let sheet: HTMLElement | null = null;
  let focused: Element | null = null;
  const close = (): void => {
    sheet?.remove();
    if (sheet !== null) returnFocus(focused);
    sheet = null;
  };
  const open = (): void => {
    if (invitation === null) return;
    focused = page.activeElement;
    sheet = compose(page, invitation, words, close);
    page.body.append(sheet);
    sheet.querySelector("button")?.focus();
  };
  const opener = button(page, "speaker-plain remote-opener", "", "", () => (sheet === null ? open() : close()));
  opener.removeAttribute("aria-label");
  // Before the window's own keys: Escape closes what lies on top.
  page.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || sheet === null) return;
      event.preventDefault();
      event.stopPropagation();
      close();
    },
    true,
  );
  return {
    show: (next) => {
      invitation = next;
      opener.remove();
      if (next === null) return close();
      setText(opener, words.phones(next.phones));
      opener.classList.toggle("locked", next.locked);
      page.querySelector(".speaker-head")?.append(opener);
      if (sheet === null) return;
      const fresh = compose(page, next, words, close);
      sheet.replaceWith(fresh);
      sheet = fresh;
      sheet.querySelector("button")?.focus();
    },
  };
}

function compose(page: Document, { ways, pin, locked }: Invitation, words: RemoteWords, close: () => void): HTMLElement {
  const sheet = element(page, "div", "speaker-sheet remote-sheet");
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-modal", "true");
  sheet.setAttribute("aria-label", words.remote);
  const head = element(page, "header", "speaker-search");
  head.append(element(page, "h2", "", words.remote), button(page, "speaker-plain", words.close, words.close, close));
  const body = element(page, "div", "remote-ways");
  if (locked) body.append(element(page, "p", "remote-locked", words.locked));
  else if (ways.length === 0) body.append(element(page, "p", "remote-scan", words.noNetwork));
  else {
    body.append(element(page, "p", "remote-scan", words.scan));
    const codes = element(page, "div", "remote-codes");
    for (const { address, code } of ways) {
      const way = element(page, "figure", "remote-way");
      const caption = element(page, "figcaption", "");
      caption.append(element(page, "span", "", words.orType), element(page, "b", "", address.replace(/\/?#.*$/, "")));
      way.append(drawCode(page, code, address), caption);
      codes.append(way);
    }
    const digits = element(page, "p", "remote-pin");
    digits.append(element(page, "span", "", words.pin), element(page, "b", "", `${pin.slice(0, 3)} ${pin.slice(3)}`));
    body.append(codes, digits);
  }
  sheet.append(head, body);
  return sheet;
}

/** Dark on light in every theme, as readers of codes want it. */
function drawCode(page: Document, code: readonly string[], address: string): SVGElement {
  const size = code.length;
  const svg = drawing(page, "svg", { class: "remote-code", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": `QR ${address}`, "shape-rendering": "crispEdges" });
  const dark = code.flatMap((row, y) => [...row].flatMap((module, x) => (module === "1" ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  svg.append(drawing(page, "path", { d: `M0 0h${size}v${size}h-${size}z`, fill: "#fff" }), drawing(page, "path", { d: dark, fill: "#000" }));
  return svg;
}
