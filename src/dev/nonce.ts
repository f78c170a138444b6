/** Where the nonce of a page stands until the page is sent; no author can guess it. */
import { randomBytes } from "node:crypto";

export const NONCE = `nonce-${randomBytes(16).toString("hex")}`;
