/** The file that the speaker window saves after a rehearsal, and `luduan rehearse` reads. */

/** Format of the file; a reader accepts no other. */
export const TIMES_FORM = "luduan-times-1";

export interface SpeechTimes {
  readonly form: typeof TIMES_FORM;
  readonly title: string;
  readonly sections: readonly SectionTimes[];
  readonly slides: readonly {
    readonly id: string;
    readonly title: string;
    /** Seconds planned; null without a plan. */
    readonly planned: number | null;
    readonly seconds: number;
  }[];
}

export interface SectionTimes {
  readonly id: string;
  /** As planned when it was rehearsed; null when not given. */
  readonly minutes: number | null;
  /** Seconds spoken. */
  readonly seconds: number;
}

/** The times in unknown data, checked; null if it is no such file. */
export function readSpeechTimes(data: unknown): Pick<SpeechTimes, "title" | "sections"> | null {
  if (!isObject(data) || data["form"] !== TIMES_FORM || typeof data["title"] !== "string" || !Array.isArray(data["sections"])) return null;
  const sections: SectionTimes[] = [];
  for (const section of data["sections"] as readonly unknown[]) {
    if (!isObject(section)) return null;
    const { id, minutes, seconds } = section;
    if (typeof id !== "string" || typeof seconds !== "number" || !Number.isFinite(seconds) || seconds < 0) return null;
    sections.push({ id, minutes: typeof minutes === "number" ? minutes : null, seconds });
  }
  return { title: data["title"], sections };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Minutes to plan for what took so many seconds: to a tenth, never none; null for what was not spoken. */
export function minutesSpoken(seconds: number): number | null {
  return seconds < 1 ? null : Math.max(Math.round(seconds / 6) / 10, 0.1);
}
