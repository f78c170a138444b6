/** Everything the tests ask of a page from inside: one classic script, injected before the page's own. */
import { checkContrast } from "../../../src/client/measure/contrast.ts";
import { checkLayout } from "../../../src/client/measure/layout.ts";
import { findPieces } from "../../../src/client/measure/pieces.ts";
import { checkSizes } from "../../../src/client/measure/sizes.ts";
import { checkGlyphs } from "./glyphs.ts";
import { checkChart, checkHeadings, checkNames, checkTables, describeChart } from "./structure.ts";

const violations: string[] = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective} ${blockedURI}`));

/**
 * Runs a check on each slide of a loop when it first appears, until all have appeared. The clock names the slide, so that a busy machine may come
 * too late for one and see it a round later.
 */
function watchRound<T>(check: (slide: Element) => T[]): Promise<{ order: string[]; faults: T[] }> {
  return new Promise((done) => {
    const order: string[] = [];
    const faults: T[] = [];
    const look = (): void => {
      const slide = document.querySelector(".slides > .present");
      if (slide === null) return;
      if (!order.includes(slide.id)) faults.push(...check(slide));
      order.push(slide.id);
      if (new Set(order).size < document.querySelectorAll(".slides > section").length) return;
      observer.disconnect();
      done({ order, faults });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.documentElement, { attributeFilter: ["data-slide"] });
    look();
  });
}

const inspector = { violations, findPieces, checkLayout, checkSizes, checkContrast, checkGlyphs, checkHeadings, checkNames, checkChart, checkTables, describeChart, watchRound };
export type Inspector = typeof inspector;

declare global {
  interface Window {
    inspector: Inspector;
  }
}
window.inspector = inspector;
