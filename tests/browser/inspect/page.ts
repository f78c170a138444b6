/** All that the tests ask of a page from within: bundled as one classic script and put in before the page's own. */
import { checkLayout } from "./layout.ts";
import { findPieces } from "./pieces.ts";
import { checkChart, checkHeadings, checkNames, checkTables, describeChart } from "./structure.ts";
import { checkContrast, checkGlyphs, checkSizes } from "./words.ts";

const violations: string[] = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective} ${blockedURI}`));

/** Runs a check on each slide of a loop as it comes, once round and on to the first again. */
function watchRound(check: (slide: Element) => string[]): Promise<{ order: string[]; faults: string[] }> {
  return new Promise((done) => {
    const order: string[] = [];
    const faults: string[] = [];
    const look = (): void => {
      const slide = document.querySelector(".slides > .present");
      if (slide === null) return;
      order.push(slide.id);
      faults.push(...check(slide));
      if (order.length <= document.querySelectorAll(".slides > section").length) return;
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
