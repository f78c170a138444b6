/** Quote: one sentence, as large as it allows, standing on the waterline. */
import { waterlineArt } from "../art/ground.ts";
import type { Block } from "../../model/deck.ts";
import { renderBlocks } from "../blocks.ts";
import { chooseSize, renderHead, WIDE_TITLE, type HeadlineSize } from "../head.ts";
import { element } from "../html.ts";
import { headlineSetting } from "../inlines.ts";
import type { LayoutParts, Scene } from "../scene.ts";
import { blockText } from "../slide-text.ts";

/** Sentences of 120, 96, 76 and 60 px, by itself and below a title. */
const SENTENCE: readonly HeadlineSize[] = [
  { holds: 30, line: 12.8 }, { holds: 48, line: 16 }, { holds: 90, line: 20 }, { holds: Infinity, line: 25 },
];
const TITLED: readonly HeadlineSize[] = [
  { holds: 24, line: 12.8 }, { holds: 30, line: 16 }, { holds: 57, line: 20 }, { holds: Infinity, line: 25 },
];

export function renderQuote(scene: Scene): LayoutParts {
  const { slide } = scene;
  const { blocks } = slide;
  const quote: Block | undefined = blocks.find((block) => block.type === "quote") ?? blocks[0];
  const rest = blocks.filter((block) => block !== quote);
  const size = chooseSize(quote === undefined ? "" : blockText(quote), slide.title.length === 0 ? SENTENCE : TITLED);
  const html =
    (scene.theme.motif === "none" ? "" : waterlineArt({ waterline: 640, depth: 280, clear: rest.length === 0 ? [] : [{ x: 112, width: 1100 }], seed: 501 })) +
    renderHead(scene, WIDE_TITLE) +
    element("div", { class: `sentence ${size.className}` }, quote === undefined ? "" : renderBlocks([quote], { ...scene, setting: headlineSetting(scene.setting, size.line) })) +
    (rest.length === 0 ? "" : element("div", { class: "lead" }, renderBlocks(rest, scene)));
  return { classes: [], ground: "paper", footer: "full", html };
}
