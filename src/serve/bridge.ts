/** Joins the page of a deck to its server: the built page is sent as it is, with one script of ours at its end. */
import type { ServedPage } from "./built-folder.ts";
import { BRIDGE } from "../model/remote.ts";

const END = Buffer.from("</body>");
const JOIN = Buffer.from(`<link rel="stylesheet" href="${BRIDGE}.css">\n<script src="${BRIDGE}.js"></script>\n`);
/** The policy in a page's head also forbids sockets; the header that takes its place forbids all but one. */
const POLICY = /<meta http-equiv="Content-Security-Policy" content="[^"]*">\n?/;
/** How much of a page's beginning is searched for it, in bytes. */
const HEAD = 4096;

/** `host` is that of the request, which has passed the gate. */
export function joinPage({ bytes, policy }: ServedPage, host: string): ServedPage {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = page.lastIndexOf(END);
  const found = POLICY.exec(page.subarray(0, HEAD).toString("latin1"));
  // A page without our policy is none of ours.
  if (end < 0 || found === null) return { bytes, policy };
  const ours = policy.replace(/script-src [^;]*/, "$& 'self'").replace(/style-src [^;]*/, "$& 'self'").replaceAll("'self' 'self'", "'self'");
  return {
    bytes: Buffer.concat([page.subarray(0, found.index), page.subarray(found.index + found[0].length, end), JOIN, page.subarray(end)]),
    policy: `${ours}; connect-src ws://${host}`,
  };
}
