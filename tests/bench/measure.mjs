/** Times whole processes: wall seconds, peak memory and what was printed, over several runs after a warm-up. */
import { spawn } from "node:child_process";

/** On exit, prints the peak resident size in kibibytes to a pipe that nothing else uses. */
const HOOK = `import{writeSync}from"node:fs";process.on("exit",()=>{try{writeSync(3,String(process.resourceUsage().maxRSS))}catch{}});`;

/** `onStart` gets the process. */
export function run(args, { onStart, ...options } = {}) {
  return new Promise((done, fail) => {
    const started = performance.now();
    const child = spawn(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(HOOK)}`, ...args], {
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      env: { ...process.env, CI: "1" },
      ...options,
    });
    onStart?.(child);
    let peak = "";
    let text = "";
    child.stdout.on("data", (chunk) => (text += chunk));
    child.stderr.on("data", (chunk) => (text += chunk));
    child.stdio[3].on("data", (chunk) => (peak += chunk));
    child.on("error", fail);
    child.on("close", (code) => {
      if (code !== 0) fail(new Error(`exit ${code}: ${text}`));
      else done({ seconds: (performance.now() - started) / 1000, megabytes: Number(peak) / 1024, text });
    });
  });
}

export async function repeat(times, warm, action) {
  for (let i = 0; i < warm; i += 1) await action();
  const rows = [];
  for (let i = 0; i < times; i += 1) rows.push(await action());
  return rows;
}

export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted[sorted.length - 1], runs: sorted.length };
}
