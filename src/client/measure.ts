/** Entry of the script that measures pages: bundled as one classic script, run by the build's browser, and part of no output. */
import type { MeasureRequest, PageMeasure } from "../model/page-fault.ts";
import { checkContrast } from "./measure/contrast.ts";
import { checkLayout } from "./measure/layout.ts";
import { findBrokenBlocks } from "./measure/lines.ts";
import { checkMarks } from "./measure/marks.ts";
import { findPieces } from "./measure/pieces.ts";
import { checkSizes } from "./measure/sizes.ts";
import { checkUnits } from "./measure/units.ts";

/** A page's script starts in milliseconds; one that has not started by now never will. */
const PATIENCE = 10_000;

declare global {
  interface Window {
    /** Called by the build. */
    measurePage: typeof measure;
  }
}
window.measurePage = measure;

/** Measures the slides of this page once its fonts and pictures are there. */
async function measure(request: MeasureRequest): Promise<PageMeasure> {
  const started = !request.scripted || (await hasStarted());
  // Pictures need their size, not their pixels: thirty photos decoded at once would fill the memory.
  const pictures = Array.from(document.images, hasEnded);
  await Promise.allSettled([...Array.from(document.fonts, (font) => font.load()), ...pictures]);
  if (request.single) prepareStage(request.slides);
  const slides = [...document.querySelectorAll(request.slides)];
  const measured = slides.map((slide) => measureSlide(slide, request));
  return { started, faults: measured.flatMap(({ faults }) => faults), blocks: measured.flatMap(({ blocks }) => blocks) };
}

/** Resolves when a picture has loaded or failed. */
function hasEnded(image: HTMLImageElement): Promise<unknown> {
  if (image.complete) return Promise.resolve();
  return Promise.race(["load", "error"].map((event) => new Promise((done) => image.addEventListener(event, done, { once: true }))));
}

/** The window has the size of a slide, and no slide is shown yet; a loop that is dark at this hour is lit at another. */
function prepareStage(slides: string): void {
  document.documentElement.classList.remove("closed");
  document.querySelector(`${slides}.present`)?.classList.remove("present");
  document.querySelector<HTMLElement>(".reveal")?.style.setProperty("--scale", "1");
}

function measureSlide(slide: Element, { single, sizes, contrast }: MeasureRequest): Omit<PageMeasure, "started"> {
  if (single) slide.classList.add("present");
  const pieces = findPieces(slide);
  const faults = [...checkLayout(slide, pieces), ...checkSizes(slide, pieces, sizes), ...checkUnits(slide), ...(contrast === null ? [] : [...checkContrast(slide, pieces, contrast.words), ...checkMarks(slide, contrast.marks)])];
  const blocks = findBrokenBlocks(slide, pieces);
  if (single) slide.classList.remove("present");
  return { faults, blocks };
}

/** The page sets a class when its script has started. */
function hasStarted(): Promise<boolean> {
  const root = document.documentElement;
  const check = (): boolean => root.classList.contains("started");
  if (check()) return Promise.resolve(true);
  return new Promise((done) => {
    const observer = new MutationObserver(() => check() && end());
    const end = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      done(check());
    };
    const timer = setTimeout(end, PATIENCE);
    observer.observe(root, { attributeFilter: ["class"] });
  });
}
