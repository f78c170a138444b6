/** Which screen shows the slides and which the notes, where the browser knows its screens (Window Management API). */
import { attempt } from "./memory.ts";

/** One screen, in the pixels of the desktop. */
export interface ScreenPlace {
  readonly availLeft: number;
  readonly availTop: number;
  readonly availWidth: number;
  readonly availHeight: number;
  readonly isPrimary: boolean;
  /** Built into the computer. */
  readonly isInternal: boolean;
}

interface ScreenDetails {
  readonly screens: readonly ScreenPlace[];
  readonly currentScreen: ScreenPlace;
}

interface KnowingWindow {
  readonly getScreenDetails?: () => Promise<ScreenDetails>;
  readonly screen: { readonly isExtended?: boolean; readonly availLeft?: number; readonly availTop?: number };
}

/** Where the two windows belong. */
export interface Seats {
  /** The screen for the slides. */
  readonly slides: ScreenPlace;
  /** The screen for the notes: never that of the slides. */
  readonly notes: ScreenPlace;
}

/** Whether the browser may tell its screens, perhaps after asking: only then is there something to wait for. */
export function mayKnowScreens(view: Window): boolean {
  const knowing = view as unknown as KnowingWindow;
  return knowing.getScreenDetails !== undefined && knowing.screen.isExtended === true;
}

/** Why the notes may open where everybody sees them: the show fills this screen, it is the only one, or it is not the computer's first. */
export type Doubt = "filled" | "only" | "outer";

/** The first screen begins at 0, or beside a bar that is no wider than this (CSS pixels). */
const WIDEST_BAR = 300;

/** Whether a window that opens here may be seen by everybody; null if nothing speaks for it. */
export function doubtScreen(view: Window, fills: boolean): Doubt | null {
  if (fills) return "filled";
  const { isExtended, availLeft = 0, availTop = 0 } = (view as unknown as KnowingWindow).screen;
  if (isExtended === false) return "only";
  return Math.abs(availLeft) > WIDEST_BAR || Math.abs(availTop) > WIDEST_BAR ? "outer" : null;
}

/** The seats; null if there is one screen only, or the browser or its user keeps them secret. A show that fills a screen stays on it. */
export async function findSeats(view: Window, fills: boolean): Promise<Seats | null> {
  const asked = attempt(() => (view as unknown as KnowingWindow).getScreenDetails?.());
  const details = await asked?.catch(() => null);
  if (details === null || details === undefined) return null;
  const { screens, currentScreen } = details;
  const slides = fills ? currentScreen : screens.find((screen) => !screen.isInternal && !screen.isPrimary) ?? screens.find((screen) => !screen.isPrimary);
  const rest = screens.filter((screen) => screen !== slides);
  const notes = rest.find((screen) => screen.isInternal) ?? rest.find((screen) => screen.isPrimary) ?? rest[0];
  return slides === undefined || notes === undefined ? null : { slides, notes };
}

/** A popup that fills a screen, as `window.open` wants it. */
export function featuresFor(screen: ScreenPlace): string {
  return `popup,left=${screen.availLeft},top=${screen.availTop},width=${screen.availWidth},height=${screen.availHeight}`;
}
