/** Ends this process, even when a disk keeps one of its threads. */
import { isHeldUp } from "../world/answer.ts";

/** How long a disk may take to finish what was begun, in milliseconds. */
const PATIENCE = 500;

/**
 * Exits with `code`. Node joins its threads at the end, and one that waits for a silent disk never comes: the system then ends
 * the process, which a shell shows as 137 (SIGKILL).
 */
export async function leave(code: number): Promise<void> {
  if (!(await isHeldUp(PATIENCE))) process.exit(code);
  await new Promise((written) => void process.stdout.write("", written));
  // Programs that are still there are ended by these listeners.
  process.emit("exit", code);
  process.kill(process.pid, "SIGKILL");
}
