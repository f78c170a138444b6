/** luduan rehearse: writes the times of a rehearsal back as the minutes of each part. */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { rehearseProject, type Rehearsed } from "../rehearse.ts";
import { missingTimes, unreadableTimes } from "../diagnostics/messages/rehearsal.ts";
import { plainLine } from "../model/characters/plain.ts";
import { readSpeechTimes, type SpeechTimes } from "../model/speech-times.ts";
import { createWorld } from "../world/node-world.ts";
import type { World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import { conclude, pathBelow, themeFolders, type Output, type Place } from "./output.ts";
import { untilStopped } from "./stop.ts";
import { words } from "./words.ts";

/** A file of a thousand slides has 100 KB. */
const LARGEST = 1_000_000;

export async function runRehearse(command: Command, place: Place, output: Output): Promise<number> {
  const { word, format } = command;
  if (word === null) return conclude([missingTimes()], new Map(), format, output);
  const world = createWorld({ home: fileURLToPath(place.home) });
  return untilStopped(world, () => undefined, async () => {
    const times = await readTimes(resolve(place.from, word), world);
    if (times === null) return conclude([unreadableTimes(word)], new Map(), format, output);
    const dir = resolve(place.from, command.words[1] ?? ".");
    const rehearsed = await rehearseProject(dir, times, themeFolders(dir, place), world);
    if (format === "text") output.print(tellTimes(rehearsed, output.lang));
    return conclude(rehearsed.diagnostics.filter(({ severity }) => severity === "error"), rehearsed.sources, format, output, pathBelow(dir, place));
  });
}

async function readTimes(path: string, world: World): Promise<Pick<SpeechTimes, "title" | "sections"> | null> {
  const bytes = await world.readFile(path, dirname(path), LARGEST);
  try {
    return bytes === null ? null : readSpeechTimes(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** A line for each part, those that ran over marked. */
function tellTimes({ spoken, edits }: Rehearsed, lang: Output["lang"]): string {
  const own = words(lang);
  return spoken.map(({ section, planned, minutes }) => own.spoken(plainLine(section.span.file), planned, minutes)).join("") + own.minutesWritten(edits.length);
}
