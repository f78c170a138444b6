/** Encodes pictures as H.264 with the system's ffmpeg and x264: small, and the same bytes each time. Nothing touches the disk. */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { WorldError } from "./world.ts";

/** Longest wait for its list of encoders, in milliseconds. */
const ANSWER_TIME = 15_000;

/** Longest time for one shot, in milliseconds: ten minutes of film take less on a machine that is busy. */
const PATIENCE = 300_000;

/** Encodes one shot: pictures (PNG) one after the other, and the last of them `hold` times more; an Annex B stream that begins with a key picture. */
export interface FilmEncoder {
  /** Name and version, on which the bytes depend. */
  readonly name: string;
  encode(pictures: readonly Uint8Array[], hold: number): Promise<Uint8Array>;
  end(): void;
}

/** Null where there is no ffmpeg, or one without x264. */
export async function openFfmpeg(environment: Readonly<Record<string, string | undefined>>, rate: number): Promise<FilmEncoder | null> {
  const path = findFfmpeg(environment);
  const listed = path === null ? null : await promisify(execFile)(path, ["-hide_banner", "-encoders"], { timeout: ANSWER_TIME, maxBuffer: 1 << 22 }).catch(() => null);
  if (path === null || listed === null || !/\blibx264\b/.test(listed.stdout)) return null;
  const { stdout } = await promisify(execFile)(path, ["-version"], { timeout: ANSWER_TIME });
  const running = new Set<ChildProcess>();
  const end = (): void => running.forEach((child) => void child.kill("SIGKILL"));
  process.once("exit", end);
  return {
    name: `${/^ffmpeg version \S+/.exec(stdout)?.[0] ?? "ffmpeg"} libx264`,
    encode: (pictures, hold) => encode(path, pictures, hold, rate, running),
    end: () => {
      end();
      process.off("exit", end);
    },
  };
}

function findFfmpeg(environment: Readonly<Record<string, string | undefined>>): string | null {
  const folders = (environment["PATH"] ?? environment["Path"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, process.platform === "win32" ? "ffmpeg.exe" : "ffmpeg")).find((path) => existsSync(path)) ?? null;
}

/**
 * Limited range BT.709 (the browser's pictures are sRGB), as televisions expect it. Pictures in their order need no table of
 * times; each is converted once, however long it is held. Two threads on every machine, since their number changes the bytes.
 */
function argumentsFor(hold: number, rate: number): string[] {
  const filter = `scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=yuv420p,tpad=stop_mode=clone:stop=${hold}`;
  const colours = ["-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];
  return [
    "-hide_banner", "-loglevel", "error", "-f", "image2pipe", "-framerate", `${rate}`, "-c:v", "png", "-i", "pipe:0", "-vf", filter,
    "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-profile:v", "high", "-level", "4.0", "-bf", "0", "-g", `${rate * 10}`, "-threads", "2", ...colours,
    "-f", "h264", "pipe:1",
  ];
}

function encode(path: string, pictures: readonly Uint8Array[], hold: number, rate: number, running: Set<ChildProcess>): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const child = spawn(path, argumentsFor(hold, rate), { stdio: ["pipe", "pipe", "pipe"], timeout: PATIENCE, killSignal: "SIGKILL" });
    running.add(child);
    const chunks: Buffer[] = [];
    let complaint = "";
    child.stdout.on("data", (chunk: Buffer) => void chunks.push(chunk));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint = (complaint + text).slice(0, 2000)));
    // It may end before it has read everything: then its complaint says why.
    child.stdin.on("error", () => undefined);
    child.once("error", (failure) => fail(new WorldError("encoder-failed", path, failure.message)));
    child.once("close", (code, signal) => {
      running.delete(child);
      if (code === 0) done(Buffer.concat(chunks));
      else fail(new WorldError("encoder-failed", path, complaint.trim().split("\n")[0] || `${signal ?? code}`));
    });
    for (const picture of pictures) child.stdin.write(picture);
    child.stdin.end();
  });
}
