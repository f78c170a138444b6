/** Memory of a command with everything that it starts: picture process and browser. */
import { readdir, readFile } from "node:fs/promises";

/** Milliseconds between two looks at the processes. */
const PAUSE = 100;

/** Memory of a process in megabytes, as Linux reports it (zero elsewhere): the largest of its descendants, and the peak of all together, shared pages once. */
export function watchChildren() {
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
