/** Turns a slide's outline into the slide: title, cards, notes, steps and layout. */
import type { Tokens } from "marked";
import type { Block, Inline, Layout, Slide } from "../../model/deck.ts";
import { takesMotif } from "../../model/choose-motifs.ts";
import { variantNames } from "../../model/looks.ts";
import { MOTIFS, type MotifName } from "../../model/motif.ts";
import type { Span } from "../../model/span.ts";
import type { Variant } from "../../model/variant.ts";
import { layoutMismatch, missingTitle, stepGap, unknownMotif, unknownVariant } from "../../diagnostics/messages/slides.ts";
import type { ParseContext } from "../context.ts";
import { describeContent, describeSlots } from "../layout-words.ts";
import { findFittingLayouts, findMisfit, inferLayout, LAYOUT_SLOTS } from "../layouts.ts";
import { takeAttributes, type Attribute } from "./attributes.ts";
import { buildBlocks } from "./blocks.ts";
import { joinSpans, spanAt, trimExcerpt } from "./excerpt.ts";
import { buildNotes, reportHiddenNotes, splitNotes } from "./notes.ts";
import { headingText, type SlideOutline } from "./outline.ts";
import { readSlideAttributes, readStep } from "./part-attributes.ts";
import { readInlines, type BlockScope } from "./scope.ts";
import { isComment, type Placed } from "./tokens.ts";

/** What the slides of a section share. */
export type SlideScope = Pick<BlockScope, "context" | "links" | "usedLinks" | "lexNested">;

/** Builds the slide of an outline; `fallbackId` is its id if the author gives none. */
export function buildSlide(outline: SlideOutline, fallbackId: string, shared: SlideScope): Slide {
  const labels: (readonly Inline[])[] = [];
  const context: ParseContext = { ...shared.context, label: (words) => void labels.push(words) };
  const scope: BlockScope = { ...shared, context, place: "slide", steps: { used: new Map() }, loss: { happened: false } };
  const heading = outline.heading === null ? null : takeAttributes(outline.heading, context);
  const attributes = readSlideAttributes(heading?.attributes ?? [], outline.divider, context.report);
  const written = heading === null ? [] : readInlines(heading.content, scope);
  const { shown, spoken } = splitNotes(outline.blocks);
  const sources = shown.filter(({ token }) => token.type !== "code" && !isComment(token)).map(({ source }) => source);
  reportHiddenNotes(heading === null ? sources : [heading.content, ...sources], scope);
  const blocks = buildCards(shown, scope);
  const notes = buildNotes(spoken, { ...scope, place: "notes", steps: null });
  reportStepGaps(scope, context);
  const named = outline.divider ? "section" : attributes.layout;
  const { layout, reason } = chooseLayout(named, written, blocks, context);
  const start = spanAt(trimExcerpt(outline.start));
  if (!scope.loss.happened) checkLayout(layout, written, blocks, start, context);
  const title = layout === "cover" && written.length === 0 ? defaultTitle(context) : written;
  return {
    id: attributes.id?.name ?? fallbackId,
    layout,
    layoutReason: reason,
    title,
    kicker: attributes.kicker,
    number: attributes.number,
    variant: readVariant(attributes.variant, { layout, number: attributes.number, blocks }, context),
    motif: readMotif(attributes.motif, { layout, number: attributes.number, blocks }, context),
    blocks,
    notes,
    labels,
    seconds: attributes.seconds,
    long: attributes.long,
    backup: attributes.backup,
    part: null,
    span: joinSpans(start, lastSpan(outline) ?? start),
  };
}

/** The blocks of a slide; each `###` takes the blocks after it into a card. */
function buildCards(shown: readonly Placed[], scope: BlockScope): Block[] {
  const starts = shown.flatMap((placed, index) => (opensCard(placed) ? [index] : []));
  const lead = buildBlocks(shown.slice(0, starts[0]), scope);
  return [...lead, ...starts.map((start, card) => buildCard(shown[start]!, shown.slice(start + 1, starts[card + 1]), scope))];
}

function opensCard({ token }: Placed): boolean {
  return token.type === "heading" && (token as Tokens.Heading).depth === 3;
}

function buildCard(heading: Placed, inside: readonly Placed[], scope: BlockScope): Block {
  const { content, attributes } = takeAttributes(headingText(heading.source), scope.context);
  const step = readStep(attributes, scope.steps, scope.context.report);
  const title = readInlines(content, scope);
  const start = spanAt(trimExcerpt(heading.source));
  const last = inside.findLast(({ source }) => source.text.trim() !== "");
  const span = last === undefined ? start : joinSpans(start, spanAt(trimExcerpt(last.source)));
  return { type: "card", title, blocks: buildBlocks(inside, scope), step, span };
}

function reportStepGaps({ steps }: BlockScope, { report }: ParseContext): void {
  const used = steps?.used ?? new Map<number, Span>();
  for (const [step, span] of used) {
    if (step > 1 && !used.has(step - 1)) report(stepGap(span, step, step - 1));
  }
}

function chooseLayout(named: Layout | null, title: readonly Inline[], blocks: readonly Block[], { settings }: ParseContext): { layout: Layout; reason: string } {
  const language = settings.lang === "en" ? "en" : "zh";
  if (named === "section") return { layout: named, reason: { zh: "由“#”生成", en: "made from #" }[language] };
  if (named !== null) return { layout: named, reason: { zh: "作者指定", en: "named by the author" }[language] };
  const { layout, reason } = inferLayout({ titled: title.length > 0, blocks });
  return { layout, reason: reason[language] };
}

function checkLayout(layout: Layout, title: readonly Inline[], blocks: readonly Block[], start: Span, { report }: ParseContext): void {
  const content = { titled: title.length > 0, blocks };
  const misfit = findMisfit(layout, blocks);
  if (misfit !== null) {
    const fitting = findFittingLayouts(content).filter((other) => other !== layout);
    report(layoutMismatch(misfit.block?.span ?? start, layout, describeSlots(layout), describeContent(content), fitting));
  } else if (!content.titled && LAYOUT_SLOTS[layout].title === "required" && layout !== "section") report(missingTitle(start, layout));
}

/** The form of the layout that the author named; null for none, and after reporting one that the layout does not have. */
function readVariant(attribute: Attribute | null, slide: Pick<Slide, "layout" | "number" | "blocks">, { report }: ParseContext): Variant | null {
  if (attribute === null) return null;
  const known = variantNames(slide);
  const variant = known.find((name) => name === attribute.value) ?? null;
  if (variant === null) report(unknownVariant(attribute.valueSpan, attribute.value, slide.layout, known));
  return variant;
}

function defaultTitle({ settings }: ParseContext): readonly Inline[] {
  return [{ type: "text", text: settings.title, span: settings.places.get("title") ?? settings.span }];
}

function lastSpan({ blocks }: SlideOutline): Span | null {
  const last = blocks.findLast(({ source }) => source.text.trim() !== "");
  return last === undefined ? null : spanAt(trimExcerpt(last.source));
}

/** The drawing that the author named; null for none, and after reporting an unknown one, or one on a slide that shows none. */
function readMotif(attribute: Attribute | null, slide: Pick<Slide, "layout" | "number" | "blocks">, { report }: ParseContext): MotifName | null {
  if (attribute === null) return null;
  const known = takesMotif(slide) ? MOTIFS : [];
  const motif = known.find((name) => name === attribute.value) ?? null;
  if (motif === null) report(unknownMotif(attribute.valueSpan, attribute.value, known));
  return motif;
}
