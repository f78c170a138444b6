/** Addresses as QR codes (ISO/IEC 18004), for the terminal and the speaker window. */
import { encodeQR } from "qr";

/** Light modules around a code: the standard wants four. */
const QUIET = 4;

/** Rows of `1` (dark) and `0`, with the quiet zone. */
export function drawCode(text: string): readonly string[] {
  return encodeQR(text, "raw", { border: QUIET, ecc: "medium" }).map((row) => row.map((dark) => (dark ? "1" : "0")).join(""));
}

/** The code in half blocks, dark on light whatever the colours of the terminal are. */
export function printCode(code: readonly string[]): string {
  const lines = [];
  for (let row = 0; row < code.length; row += 2) {
    const [upper = "", lower = ""] = [code[row], code[row + 1]];
    const blocks = [...upper].map((dark, column) => {
      const below = (lower[column] ?? "0") === "1";
      return dark === "1" ? (below ? "█" : "▀") : below ? "▄" : " ";
    });
    lines.push(`\u001B[30;107m${blocks.join("")}\u001B[0m`);
  }
  return `${lines.join("\n")}\n`;
}
