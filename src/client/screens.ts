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
  readonly screen: { readonly isExtended?: boolean };
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

/** Whether the notes would open on the screen that shows the slides: it is the only one, or the show fills it. */
export function sharesScreen(view: Window, fills: boolean): boolean {
  return fills || (view as unknown as KnowingWindow).screen.isExtended === false;
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
