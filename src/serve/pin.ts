/** Who may come in: a PIN that lasts as long as the process, and a key for each phone that knew it. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { PIN_DIGITS } from "../model/remote.ts";

/** Wrong PINs, from wherever they come, until nobody comes in any more: one guess in 100,000 is right by then. */
const MOST_WRONG = 10;
/** A key cannot be guessed, so wrong ones do not count: a phone that comes back after a restart has an old one. */
const KEY_BYTES = 32;
/** Phones that ever came in. */
const MOST_KEYS = 200;

export interface Pin {
  readonly digits: string;
  /** Tries a PIN; after too many wrong ones the answer to all is `locked`. */
  readonly enter: (pin: string) => { readonly key: string } | "pin" | "locked";
  /** Whether the key was given to a phone by this process. */
  readonly knows: (key: string) => boolean;
  readonly isLocked: () => boolean;
}

export function createPin(): Pin {
  const digits = String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, "0");
  const keys: Buffer[] = [];
  let wrong = 0;
  return {
    digits,
    isLocked: () => wrong >= MOST_WRONG,
    enter: (pin) => {
      if (wrong >= MOST_WRONG) return "locked";
      if (!isSame(digest(pin), digest(digits))) {
        wrong += 1;
        return wrong >= MOST_WRONG ? "locked" : "pin";
      }
      const key = randomBytes(KEY_BYTES).toString("base64url");
      keys.push(digest(key));
      if (keys.length > MOST_KEYS) keys.shift();
      return { key };
    },
    // All are compared, so that the time says nothing.
    knows: (key) => keys.map((known) => isSame(known, digest(key))).includes(true),
  };
}

/** Digests are as long as each other, which a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function isSame(one: Buffer, other: Buffer): boolean {
  return timingSafeEqual(one, other);
}
