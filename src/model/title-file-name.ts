/** Names of files that are called like the deck. */

/** Names of other outputs, and names that Windows reserves for devices. */
const TAKEN = /^(index|kiosk|long|audit|con|prn|aux|nul|com\d|lpt\d)$/i;

/** File systems allow 255 bytes for a name with its extension. */
const LONGEST_NAME = 240;

/** The title without characters that file systems refuse or hide, shortened if it is too long for them. */
export function titleFileName(title: string, extension: string): string {
  let safe = "";
  for (const character of title.replace(/[\\/:*?"<>|\p{C}]/gu, " ").replace(/\s+/g, " ")) {
    if (Buffer.byteLength(safe + character) > LONGEST_NAME) break;
    safe += character;
  }
  const name = safe.replace(/^[\s.]+|(?<![\s.])[\s.]+$/g, "");
  return `${name === "" || TAKEN.test(name.split(".", 1)[0] ?? "") ? `deck-${name}` : name}.${extension}`;
}
