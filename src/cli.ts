/** argv → command → exit code; the only file that prints or exits. */
import { parseRequest, type Command } from "./cli/arguments.ts";
import { leave } from "./cli/leave.ts";
import { conclude, type Output, type Place } from "./cli/output.ts";
import type { Format } from "./diagnostics/formats.ts";
import { worldFailure } from "./diagnostics/messages/outputs.ts";
import { internalError } from "./diagnostics/messages/usage.ts";
import { isSilent } from "./world/answer.ts";
import { WorldError } from "./world/world.ts";

/** The folder that holds package.json and themes/, both from src/ and from build/. */
const HOME = new URL("../", import.meta.url);

/** Loads only the requested command: `version` and `help` stay instant. */
async function run(command: Command, output: Output): Promise<number> {
  const byNpm = process.env["npm_lifecycle_event"] === "luduan";
  const place: Place = { home: HOME, from: workingFolder(byNpm), luduan: byNpm ? "npm run luduan --" : "luduan" };
  switch (command.name) {
    case "help":
      return (await import("./cli/help.ts")).help(command, output);
    case "version":
      output.print(`luduan ${output.version}\n`);
      return 0;
    case "build":
      return (await import("./cli/build.ts")).runBuild(command, place, output);
    case "check":
      return (await import("./cli/check.ts")).runCheck(command, place, output);
    case "diff":
      return (await import("./cli/diff.ts")).runDiff(command, place, output);
    case "desk":
      return (await import("./cli/desk.ts")).runDesk(command, place, output);
    case "dev":
      return (await import("./cli/dev.ts")).runDev(command, place, output);
    case "present":
      return (await import("./cli/present.ts")).runPresent(command, place, output);
    case "rehearse":
      return (await import("./cli/rehearse.ts")).runRehearse(command, place, output);
    case "new":
      return (await import("./cli/new.ts")).runNew(command, place, output);
    case "import":
      return (await import("./cli/import.ts")).runImport(command, place, output);
    case "kiosk":
      return (await import("./cli/kiosk.ts")).runKiosk(command, place, output);
    case "setup":
      return (await import("./cli/setup.ts")).runSetup(place, output);
  }
}

/** npm changes into the package's folder before it runs a script, but folders are relative to where the user called it. */
function workingFolder(byNpm: boolean): string {
  return byNpm ? (process.env["INIT_CWD"] ?? process.cwd()) : process.cwd();
}

/** Even a broken installation needs a version: users are asked for it when something fails. */
async function readVersion(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(new URL("package.json", HOME), "utf8").catch(() => "{}");
  return (JSON.parse(text) as { version?: string }).version ?? "0.0.0-unknown";
}

/** Whether standard error is a terminal that shows colours; https://no-color.org. */
function hasColour(): boolean {
  const { NO_COLOR: none, CI: automatic, TERM: terminal } = process.env;
  return process.stderr.isTTY && !none && automatic === undefined && terminal !== "dumb";
}

/** Reports a failure of the machine that no command has reported, or a bug, as a diagnostic. */
function fail(failure: unknown, format: Format, output: Output): number {
  if (failure instanceof WorldError) return conclude([worldFailure(failure)], new Map(), format, output);
  if (process.env["LUDUAN_DEBUG"] && failure instanceof Error) output.warn(`${failure.stack ?? failure.message}\n`);
  const detail = failure instanceof Error ? `${failure.name}: ${failure.message.split("\n", 1)[0]}` : String(failure);
  const versions = `Luduan ${output.version}, Node.js ${process.versions.node}, ${process.platform}`;
  return conclude([internalError(detail, versions)], new Map(), format, output);
}

/** Runs the command of the command line and sets the exit code. */
export async function main(): Promise<void> {
  // If the reader has gone (`| head -1`), that is no reason to stop half way; a failure of standard error cannot be reported anywhere.
  process.stdout.on("error", (failure: NodeJS.ErrnoException) => {
    if (failure.code !== "EPIPE") throw failure;
  });
  process.stderr.on("error", () => undefined);

  const { command, lang, format } = parseRequest(process.argv.slice(2), process.env);
  const output: Output = {
    print: (text) => void process.stdout.write(text),
    warn: (text) => void process.stderr.write(text),
    colour: hasColour(),
    lang,
    version: await readVersion(),
  };
  process.on("uncaughtException", (failure) => {
    fail(failure, format, output);
    void leave(2);
  });
  process.exitCode = "code" in command ? conclude([command], new Map(), format, output) : await run(command, output).catch((failure: unknown) => fail(failure, format, output));
  // Nobody waits for a disk that does not answer.
  if (isSilent()) await leave(Number(process.exitCode));
}
