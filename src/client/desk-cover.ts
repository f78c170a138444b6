/** Entry of a picture made of slides: they are shown still, one above the other, as wide as the frame. */
import "./deck.css";
import "./desk-page/frames.css";
import "./desk-page/cover.css";
import { createPreview } from "./preview.ts";
import { countSteps } from "./steps.ts";

const slides = [...document.querySelectorAll<HTMLElement>(".slides > section")];
document.querySelector(".reveal")?.remove();
document.documentElement.classList.add("started", "desk-cover");
for (const [index, slide] of slides.entries()) {
  const preview = createPreview(document, "", `-c${index}`);
  document.body.append(preview.box);
  preview.show(slide, countSteps(slide));
}
