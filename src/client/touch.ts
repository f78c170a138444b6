/** A press on the screen stops the loop and shows large controls; without another press the loop goes on by itself. */
import type { DeckData, DeckDataSlide } from "../model/deck-data.ts";
import { drawing, element } from "./dom.ts";
import { CONTROLS } from "./guard.ts";
import { kioskWords } from "./kiosk-words.ts";
import type { Stage } from "./stage.ts";

/** Whoever stood here has gone when nothing was pressed for so long, in milliseconds. */
const IDLE = 60_000;
const ICONS = { back: "M15 4 7 12l8 8", next: "M9 4l8 8-8 8", parts: "M5 6h14M5 12h14M5 18h14", goOn: "M7 4l13 8-13 8z" } as const;

export interface Touch {
  /** Whether somebody is reading; ends the reading if it is over or the screen has closed. */
  readonly reads: (open: boolean) => boolean;
}

interface Part {
  readonly title: string;
  readonly first: number;
}

/** `order` are the slides of the loop as the stage has them; `goOn` is called when the loop takes over again. */
export function createTouch(stage: Stage, order: readonly DeckDataSlide[], data: DeckData, goOn: () => void): Touch {
  const words = kioskWords(data.lang);
  const page = document.documentElement;
  let pressed: number | null = null;
  const parts = element(document, "div", "kiosk-parts");
  const turn = (to: number): void => {
    parts.hidden = true;
    stage.show((to + order.length) % order.length);
    update();
  };
  const listed = partsOf(order, data).map((part) => ({ ...part, key: key("kiosk-part", null, part.title, () => turn(part.first)) }));
  const update = (): void => {
    const at = stage.shown();
    const current = listed.filter(({ first }) => first <= at).at(-1);
    for (const part of listed) part.key.toggleAttribute("aria-current", part === current);
  };
  const leave = (): void => {
    pressed = null;
    parts.hidden = true;
    controls.remove();
    page.classList.remove("paused");
    stage.fit();
  };
  const controls = element(document, "nav", CONTROLS);
  controls.setAttribute("aria-label", words.controls);
  const bar = element(document, "div", "kiosk-bar");
  bar.append(
    key("kiosk-back", ICONS.back, words.back, () => turn(stage.shown() - 1)),
    key("kiosk-next", ICONS.next, words.next, () => turn(stage.shown() + 1)),
    key("kiosk-all", ICONS.parts, words.parts, () => (parts.hidden = !parts.hidden)),
    key("kiosk-on", ICONS.goOn, words.goOn, () => (leave(), goOn())),
  );
  parts.hidden = true;
  parts.append(...listed.map((part) => part.key));
  controls.append(parts, bar);

  document.addEventListener("pointerdown", (event) => {
    if (event.button > 0 || page.classList.contains("closed")) return;
    if (pressed === null) {
      document.body.append(controls);
      page.classList.add("paused");
      stage.fit();
      update();
    }
    pressed = performance.now();
  });
  return {
    reads: (open) => {
      if (pressed !== null && (!open || performance.now() - pressed >= IDLE)) leave();
      return pressed !== null;
    },
  };
}

/** The files of slides that the loop shows, each with its first slide. */
function partsOf(order: readonly DeckDataSlide[], { sections }: DeckData): readonly Part[] {
  return order.flatMap((slide, first) => {
    if (first > 0 && order[first - 1]!.section === slide.section) return [];
    const title = sections[slide.section]?.title ?? "";
    return [{ title: title === "" ? slide.title : title, first }];
  }).filter(({ title }) => title !== "");
}

/** A key of the controls. */
function key(name: string, icon: string | null, text: string, onPress: () => void): HTMLButtonElement {
  const made = element(document, "button", `kiosk-key ${name}`);
  made.type = "button";
  if (icon !== null) {
    const svg = drawing(document, "svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
    svg.append(drawing(document, "path", { d: icon }));
    made.append(svg);
  }
  made.append(element(document, "span", "", text));
  made.addEventListener("click", onPress);
  return made;
}
