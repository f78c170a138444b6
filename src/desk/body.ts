/** Bodies of requests, with bounds: the rest of one that is too large is not read. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** Most bytes of an edit; the longest section has some 300 KB. */
const MOST = 8_000_000;

/** Null for what is no object, or too large. */
export async function readJson(request: IncomingMessage): Promise<object | null> {
  const bytes = await readBytes(request, MOST);
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()));
    return typeof body === "object" && body !== null && !Array.isArray(body) ? body : null;
  } catch {
    return null;
  }
}

/** Null for more than `most` bytes. */
export async function readBytes(request: IncomingMessage, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Null is 404. */
export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(value === null ? 404 : 200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(value));
}
