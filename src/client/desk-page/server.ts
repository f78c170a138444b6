/** Requests to the desk's server, at addresses below the page's own, which holds the key. */
import type { DeckPatch } from "../../model/deck-patch.ts";
import type { DeskAnswer, DeskBuild, DeskDoubt, DeskEdit, DeskMade, DeskOutput, DeskShow, DeskSlideForm, DeskState, DeskText, DeskUses } from "../../model/desk.ts";
import type { DeckForms, FormValue, SlideEdit } from "../../model/form.ts";

export interface DeskEars {
  readonly state: (state: DeskState) => void;
  readonly patch: (patch: DeckPatch) => void;
  readonly build: (build: DeskBuild) => void;
  /** Whether the server answers; the browser connects again by itself. */
  readonly connected: (connected: boolean) => void;
}

export function listenToServer(ears: DeskEars): void {
  const events = new EventSource("events");
  const on = <Data>(type: string, take: (data: Data) => void): void => events.addEventListener(type, ({ data }) => take(JSON.parse(data as string) as Data));
  on<DeskState>("state", ears.state);
  on<DeckPatch>("patch", ears.patch);
  on<DeskBuild>("build", ears.build);
  events.addEventListener("open", () => ears.connected(true));
  events.addEventListener("error", () => ears.connected(false));
}

/** Null where it is no text file of the project, or the server is gone. */
export async function readText(path: string): Promise<DeskText | null> {
  const response = await fetch(`file?path=${encodeURIComponent(path)}`).catch(() => null);
  return response?.ok === true ? ((await response.json()) as DeskText) : null;
}

/** Null where the server is gone. */
export async function writeText(edit: DeskEdit): Promise<DeskAnswer | null> {
  return post<DeskAnswer>("edit", edit);
}

export async function step(way: "undo" | "redo"): Promise<(DeskAnswer & { readonly path: string | null }) | null> {
  return post(way, {});
}

export async function startBuild(output: DeskOutput): Promise<boolean> {
  return (await post<{ started: boolean }>("build", { output }))?.started ?? false;
}

export async function readMade(): Promise<readonly DeskMade[] | null> {
  const response = await fetch("made").catch(() => null);
  return response?.ok === true ? ((await response.json()) as DeskMade[]) : null;
}

/** Opens it with its own program, or shows it in its folder. */
export async function openMade(how: "open" | "reveal", output: DeskOutput, file: string): Promise<void> {
  await post(how, { output, file });
}

/** Whether there is an edition to compare with. */
export async function hasChanges(): Promise<boolean> {
  return (await fetch("changes").catch(() => null))?.ok === true;
}

export async function startShow(): Promise<DeskShow | null> {
  return post("show", {});
}

/** The doubts of the import; none where there is no review, or the server is gone. */
export async function readDoubts(): Promise<readonly DeskDoubt[]> {
  const response = await fetch("doubts").catch(() => null);
  return response?.ok === true ? ((await response.json()) as DeskDoubt[]) : [];
}

/** Null where the server is gone. */
export async function acceptDoubt(number: number): Promise<DeskAnswer | null> {
  return post("accept", { number });
}

/** The slides that show the figures of a table. */
export async function readUses(path: string): Promise<DeskUses> {
  const response = await fetch(`uses?path=${encodeURIComponent(path)}`).catch(() => null);
  return response?.ok === true ? ((await response.json()) as DeskUses) : {};
}

/** The language of the deck as data; it never changes while the desk runs. */
export async function readForms(): Promise<DeckForms | null> {
  const response = await fetch("forms").catch(() => null);
  return response?.ok === true ? ((await response.json()) as DeckForms) : null;
}

export async function readSlideForm(path: string, text: string, line: number): Promise<DeskSlideForm | null> {
  return (await post<{ slide: DeskSlideForm | null }>("slide", { path, text, line }))?.slide ?? null;
}

/** Null where the slide has no such part, undefined where the server is gone. */
export async function editSlideText(text: string, line: number, edit: SlideEdit): Promise<string | null | undefined> {
  return (await post<{ text: string | null }>("slide/edit", { text, line, edit }))?.text;
}

/** Null where the text is no YAML. */
export async function readSettingsForm(text: string): Promise<FormValue> {
  return (await post<{ values: FormValue }>("settings", { text }))?.values ?? null;
}

/** As {@link editSlideText}. */
export async function editSettingsText(text: string, edit: unknown): Promise<string | null | undefined> {
  return (await post<{ text: string | null }>("settings/edit", { text, edit }))?.text;
}

async function post<Answer>(address: string, body: unknown): Promise<Answer | null> {
  const response = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }).catch(() => null);
  return response?.ok === true ? ((await response.json()) as Answer) : null;
}
