/** Minutes of film that are made in a minute, and how large they are. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { run } from "./measure.mjs";

/** Length of an MP4 file, in seconds: units of time and their number, in the box `mvhd`. */
function secondsOf(path) {
  const bytes = readFileSync(path);
  const at = bytes.indexOf("mvhd") + 4;
  return bytes.readUInt32BE(at + 16) / bytes.readUInt32BE(at + 12);
}

/** Makes the film of a deck once: it takes minutes. */
export async function benchFilm(cli, dir, out, record) {
  const { seconds } = await run([cli, "build", dir, "--out", out, "--only", "video"]);
  const film = join(out, "kiosk.mp4");
  record("film of the sample, minutes a minute", "", [secondsOf(film) / seconds], "> 1");
  record("film of the sample, size of a minute", "MB", [statSync(film).size / 1e6 / (secondsOf(film) / 60)]);
}
