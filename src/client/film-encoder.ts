/** Encodes pictures as H.264 with the browser's own encoder (WebCodecs), for machines without ffmpeg. Bundled as one classic script. */
import { toI420 } from "./limited-range.ts";

/** Constrained Baseline, Main and High at level 4.0: 1920 × 1080 at 25 pictures a second. The best that there is. */
const CODECS = ["avc1.640028", "avc1.4d0028", "avc1.42e028"];
/** Bits a second: flat colours and words need few, and what moves does so for a second. */
const BITRATE = 6_000_000;
/** Pictures that wait for the encoder. */
const WAITING = 8;

interface Size {
  readonly width: number;
  readonly height: number;
  /** Pictures a second. */
  readonly rate: number;
}

interface FilmEncoder {
  /** Whether this browser can encode such a film. */
  readonly supports: (size: Size) => Promise<boolean>;
  /** PNG pictures (Base64) one after the other, and the last of them `hold` times more; an Annex B stream (Base64) that begins with a key picture. */
  readonly encode: (size: Size, pictures: readonly string[], hold: number) => Promise<string>;
}

declare global {
  interface Window {
    filmEncoder?: FilmEncoder;
  }
}

window.filmEncoder = {
  supports: async (size) => (await findConfig(size)) !== null,
  encode: async (size, pictures, hold) => {
    const config = await findConfig(size);
    if (config === null) throw new Error("this browser does not encode H.264");
    const chunks: Uint8Array[] = [];
    let failure: Error | null = null;
    const encoder = new VideoEncoder({
      output: (chunk) => {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        chunks.push(bytes);
      },
      error: (reason) => void (failure = reason),
    });
    encoder.configure(config);
    let count = 0;
    const add = async (planes: Uint8Array<ArrayBuffer>): Promise<void> => {
      const frame = new VideoFrame(planes, { format: "I420", codedWidth: size.width, codedHeight: size.height, timestamp: Math.round((count * 1e6) / size.rate), colorSpace: { matrix: "bt709", primaries: "bt709", transfer: "bt709", fullRange: false } });
      encoder.encode(frame, { keyFrame: count === 0 });
      frame.close();
      count += 1;
      while (encoder.encodeQueueSize > WAITING) await new Promise((done) => encoder.addEventListener("dequeue", done, { once: true }));
    };
    let planes = new Uint8Array();
    for (const picture of pictures) {
      planes = toI420(await pixelsOf(picture, size), size);
      await add(planes);
    }
    for (let index = 0; index < hold; index += 1) await add(planes);
    await encoder.flush();
    encoder.close();
    if (failure !== null) throw failure as Error;
    return toBase64(chunks);
  },
};

async function findConfig({ width, height, rate }: Size): Promise<VideoEncoderConfig | null> {
  if (typeof VideoEncoder === "undefined") return null;
  for (const codec of CODECS) {
    const config: VideoEncoderConfig = { codec, width, height, framerate: rate, bitrate: BITRATE, bitrateMode: "variable", avc: { format: "annexb" } };
    const { supported } = await VideoEncoder.isConfigSupported(config).catch(() => ({ supported: false }));
    if (supported === true) return config;
  }
  return null;
}

async function pixelsOf(picture: string, { width, height }: Size): Promise<Uint8ClampedArray> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }), { colorSpaceConversion: "none" });
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true, alpha: false });
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
}

function toBase64(chunks: readonly Uint8Array[]): string {
  const parts: string[] = [];
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += 0x6000) parts.push(String.fromCharCode(...chunk.subarray(at, at + 0x6000)));
  }
  return btoa(parts.join(""));
}
