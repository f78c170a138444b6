/** Draws a page moment by moment and encodes what it shows, shot by shot: one is drawn while the one before is encoded. */
import type { BrowserContext, Page } from "puppeteer-core";
import { openBrowserEncoder } from "./encode-in-browser.ts";
import { openFfmpeg, type FilmEncoder } from "./encode-with-ffmpeg.ts";
import { whilePageAnswers, type Effort } from "./heartbeat.ts";
import { openOwnPage } from "./own-page.ts";
import type { DrawnFilm, FilmDrawing } from "./world.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** How others see that the work goes on. */
interface Watched {
  readonly effort: () => Promise<Effort>;
  /** True while the browser stands still because the encoder works. */
  readonly wait: { encoder: boolean };
}

/** `context` is new and used for nothing else. */
export async function drawFilm(context: BrowserContext, request: FilmDrawing, environment: Environment, { effort, wait }: Watched): Promise<DrawnFilm> {
  const { html, format, shots, onShot } = request;
  const encoder = await openEncoder(context, request, environment);
  try {
    const page = await context.newPage();
    await page.setViewport({ width: format.width, height: format.height });
    const { loaded, complaints } = await openOwnPage(page, html);
    const attend = <T>(work: Promise<T>): Promise<T> => whilePageAnswers(work, page, effort);
    await attend(loaded);
    const draw = await createCamera(page);
    const streams: Uint8Array[] = [];
    // Only one shot waits for the encoder, so that memory stays bounded.
    let encoding: Promise<void> = Promise.resolve();
    const finishShot = async (): Promise<void> => {
      wait.encoder = true;
      await encoding;
      wait.encoder = false;
    };
    for (const [index, { show, seek, plan }] of shots.entries()) {
      const { times, hold } = plan(Number(await attend(page.evaluate(show))));
      const pictures: Uint8Array[] = [];
      for (const time of times) {
        await attend(page.evaluate(seek(time)));
        pictures.push(await draw());
      }
      await finishShot();
      encoding = times.length === 0 ? Promise.resolve() : encoder.encode(pictures, hold).then((stream) => void (streams[index] = stream));
      // Its failure is thrown by the next wait.
      encoding.catch(() => undefined);
      onShot(index + 1, shots.length);
    }
    await finishShot();
    return { streams: streams.filter((stream) => stream !== undefined), complaints, drawnBy: await page.browser().version(), encodedBy: encoder.name };
  } finally {
    encoder.end();
  }
}

async function openEncoder(context: BrowserContext, { format, encoder }: FilmDrawing, environment: Environment): Promise<FilmEncoder> {
  return (await openFfmpeg(environment, format.rate)) ?? openBrowserEncoder(await context.newPage(), encoder, format);
}

/** Takes what the page shows now, as PNG. */
async function createCamera(page: Page): Promise<() => Promise<Uint8Array>> {
  const session = await page.createCDPSession();
  return async () => {
    const { data } = await session.send("Page.captureScreenshot", { format: "png", optimizeForSpeed: true });
    return Buffer.from(data, "base64");
  };
}
