/** Thirty photos of 20 megapixels in every output: time, memory of all processes, sizes. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { generatePhotos } from "./generate.mjs";
import { run } from "./measure.mjs";
import { watchChildren } from "./memory.mjs";

const COUNT = 30;

/** `record` takes a name, a unit, values and a goal. */
export async function benchPhotos(cli, work, record) {
  const dir = join(work, "photos");
  await generatePhotos(dir, COUNT);
  const env = { ...process.env, CI: "1", XDG_CACHE_HOME: join(work, "cache") };
  // The first run finds an empty cache: no pictures and no fonts.
  for (const cache of ["empty", "full"]) {
    const name = `${COUNT} photos of 20 megapixels, cache ${cache}`;
    const watch = watchChildren();
    const { seconds, megabytes } = await run([cli, "build", dir], { env, onStart: watch.start });
    const others = watch.stop();
    record(`${name}: all outputs`, "s", [seconds]);
    record(`${name}: peak memory`, "MB", [megabytes], "< 1000");
    if (others.together > 0) record(`${name}: of all processes together`, "MB", [others.together]);
    if (others.pictures > 0) record(`${name}: of the process for pictures`, "MB", [others.pictures]);
    if (others.browser > 0) record(`${name}: of the largest of the browser`, "MB", [others.browser]);
  }
  for (const file of (await readdir(join(dir, "dist"))).filter((one) => /\.(html|pdf)$/.test(one) && one !== "index.html")) {
    record(`size of ${file}, ${COUNT} photos`, "KB", [(await stat(join(dir, "dist", file))).size / 1024], "< 20000");
  }
}
