/** Thirty photos of 20 megapixels in every output: time, memory of all processes, sizes. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { generatePhotos } from "./generate.mjs";
import { run } from "./measure.mjs";

const COUNT = 30;
/** Milliseconds between two looks at the processes. */
const PAUSE = 100;

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

/** Memory of a process in megabytes, as Linux reports it (zero elsewhere): the largest of its descendants, and the peak of all together, shared pages once. */
function watchChildren() {
  const peaks = { pictures: 0, browser: 0, together: 0 };
  let timer = null;
  return {
    start: ({ pid }) => {
      timer = setInterval(() => void lookAt(pid, peaks), PAUSE);
    },
    stop: () => {
      clearInterval(timer);
      return peaks;
    },
  };
}

async function lookAt(root, peaks) {
  const read = (pid, file) => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const all = new Map(await Promise.all(pids.map(async (pid) => [Number(pid), { status: await read(pid, "status"), command: await read(pid, "cmdline") }])));
  const parentOf = (pid) => Number(/^PPid:\s+(\d+)/m.exec(all.get(pid)?.status ?? "")?.[1] ?? 0);
  const shareOf = async (pid) => Number(/^Pss:\s+(\d+)/m.exec(await read(pid, "smaps_rollup"))?.[1] ?? 0) / 1024;
  let together = await shareOf(root);
  for (const [pid, { status, command }] of all) {
    let above = parentOf(pid);
    while (above > 1 && above !== root) above = parentOf(above);
    if (above !== root) continue;
    together += await shareOf(pid);
    const kind = command.includes("picture-worker") ? "pictures" : "browser";
    peaks[kind] = Math.max(peaks[kind], Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
  }
  peaks.together = Math.max(peaks.together, together);
}
