/** Requests of the page before the desk, at addresses below its own. */
import type { DeskBegin, DeskDraft, DeskFolder, DeskMerge, DeskOpened } from "../../model/desk.ts";

export async function readBegin(): Promise<DeskBegin | null> {
  return get("begin");
}

/** Null where it is elsewhere, gone or closed. */
export async function readFolder(dir: string): Promise<DeskFolder | null> {
  return get(`folder?dir=${encodeURIComponent(dir)}`);
}

/** Null where the server is gone. */
export async function post(address: "open" | "new" | "keep" | "merge", body: Readonly<Record<string, string>>): Promise<DeskOpened | null> {
  return answerOf(fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }));
}

/** What the document that was read last would change in the report of a folder; null where the server is gone. */
export async function planMerge(dir: string): Promise<DeskMerge | null> {
  return answerOf(fetch("plan", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ dir }) }));
}

/** Null where the server is gone or takes no file of this size. */
export async function sendDocument(file: File): Promise<DeskDraft | null> {
  return answerOf(fetch(`import?name=${encodeURIComponent(file.name)}`, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file }));
}

async function get<Answer>(address: string): Promise<Answer | null> {
  return answerOf(fetch(address));
}

async function answerOf<Answer>(asked: Promise<Response>): Promise<Answer | null> {
  const response = await asked.catch(() => null);
  return response?.ok === true ? ((await response.json()) as Answer) : null;
}
