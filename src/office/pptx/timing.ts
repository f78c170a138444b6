/** Steps as animations that a click starts (ECMA-376-1, 19.5): what appears together fades in together. */
import { xml } from "../xml.ts";
import type { Click } from "./sheet.ts";

const AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>';
/** Fade, in PowerPoint's own list of entrance effects; milliseconds it takes. */
const [FADE, TIME] = [10, 400] as const;

/** The timing of a slide; empty for one without steps. */
export function timing(clicks: readonly Click[]): string {
  if (clicks.length === 0) return "";
  let id = 2;
  const nextId = (): number => (id += 1);
  const steps = [...new Set(clicks.map(({ step }) => step))].toSorted((a, b) => a - b);
  const sequence = steps.map((step) => clickEffects(clicks.filter((click) => click.step === step), nextId));
  const built = builds(clicks);
  return (
    `<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>${sequence.join("")}</p:childTnLst></p:cTn>` +
    '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>' +
    // PowerPoint repairs an empty list of builds.
    `</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>${built === "" ? "" : `<p:bldLst>${built}</p:bldLst>`}</p:timing>`
  );
}

function clickEffects(clicks: readonly Click[], nextId: () => number): string {
  const [outer, inner] = [nextId(), nextId()];
  const targets = clicks.flatMap(paragraphsOf);
  const effects = targets.map((target, index) => effect(target, index === 0, nextId));
  return (
    `<p:par><p:cTn id="${outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst>` +
    `<p:par><p:cTn id="${inner}" fill="hold">${AT_ONCE}<p:childTnLst>${effects.join("")}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>`
  );
}

interface Target {
  readonly click: Click;
  readonly part: number | "ground" | null;
}

/** Each paragraph of a text is a target of its own. */
function paragraphsOf(click: Click): readonly Target[] {
  if (click.paragraphs === null || click.paragraphs === "ground") return [{ click, part: click.paragraphs }];
  const [from, to] = click.paragraphs;
  return Array.from({ length: to - from + 1 }, (_, index) => ({ click, part: from + index }));
}

function effect({ click, part }: Target, first: boolean, nextId: () => number): string {
  const [outer, set, fade] = [nextId(), nextId(), nextId()];
  const element = `<p:tgtEl>${xml("p:spTgt", { spid: click.shape }, part === null ? "" : part === "ground" ? "<p:bg/>" : `<p:txEl><p:pRg st="${part}" end="${part}"/></p:txEl>`)}</p:tgtEl>`;
  const attributes = { id: outer, presetID: FADE, presetClass: "entr", presetSubtype: 0, fill: "hold", grpId: click.kind === "frame" ? null : 0, nodeType: first ? "clickEffect" : "withEffect" };
  return `<p:par>${xml("p:cTn", attributes,
    AT_ONCE,
    `<p:childTnLst><p:set><p:cBhvr><p:cTn id="${set}" dur="1" fill="hold">${AT_ONCE}</p:cTn>${element}<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set>`,
    `<p:animEffect transition="in" filter="fade"><p:cBhvr><p:cTn id="${fade}" dur="${TIME}"/>${element}</p:cBhvr></p:animEffect></p:childTnLst>`)}</p:par>`;
}

/** One entry for each shape with text: whole, with its ground, or by paragraph. */
function builds(clicks: readonly Click[]): string {
  const grounds = new Set(clicks.filter(({ paragraphs }) => paragraphs === null || paragraphs === "ground").map(({ shape }) => shape));
  const shapes = new Map(clicks.filter(({ kind }) => kind !== "frame").map((click) => [click.shape, click]));
  return [...shapes.values()].map(({ shape, kind, paragraphs }) => xml("p:bldP", { spid: shape, grpId: 0, build: paragraphs === null ? null : "p", animBg: kind === "filled" && grounds.has(shape) ? 1 : null })).join("");
}
