/** Draws the "photos" of the golden deck `photos`: `node tests/support/draw-photos.mjs`. No place is real; grain makes them behave as photos do. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const IMAGES = fileURLToPath(new URL("../decks/photos/images/", import.meta.url));

/** A light, bright sky over hills. */
const sky = (width, height, low) => `<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#5f9bd0"/><stop offset="1" stop-color="#f4ead2"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#s)"/><circle cx="${width * 0.7}" cy="${low * 0.45}" r="${height * 0.06}" fill="#fff6da"/>
<path d="M0 ${low}q${width * 0.2} ${-height * 0.2} ${width * 0.45} ${-height * 0.05}t${width * 0.55} ${-height * 0.02}v${height}h${-width}z" fill="#8fa88f"/>`;

const range = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join("");

const SCENES = {
  river: [2400, 1600, `${sky(2400, 1600, 820)}<rect y="900" width="2400" height="700" fill="#5d8a94"/>
${range(90, (i) => `<path d="M${(i * 391) % 2400} ${920 + i * 7.4}h${120 + ((i * 53) % 200)}" stroke="#bcd6d6" stroke-width="4" opacity=".6"/>`)}
<path fill-rule="evenodd" d="M300 900Q1200 420 2100 900zM960 900a240 240 0 0 1 480 0z" fill="#6d6257"/><path d="M300 885Q1200 405 2100 885" fill="none" stroke="#4a423a" stroke-width="14"/>
${range(7, (i) => `<rect x="${60 + i * 60}" y="${760 - (i % 3) * 30}" width="52" height="150" fill="#f1ede4"/><path d="M${50 + i * 60} ${762 - (i % 3) * 30}l36 -44 36 44z" fill="#3c3f42"/>`)}`],
  quay: [2000, 1300, `${sky(2000, 1300, 700)}<rect y="980" width="2000" height="320" fill="#40606a"/><rect y="900" width="2000" height="90" fill="#8d8a82"/>
${range(22, (i) => `<rect x="${80 + (i % 11) * 118}" y="${840 - Math.floor(i / 11) * 62}" width="112" height="60" fill="${["#b1472f", "#2f6a8a", "#c79a2f", "#5f7d4f"][(i * 7) % 4]}"/>`)}
<path d="M1500 900V260h24v640zM1300 300h640v22H1300zM1512 180l240 130M1512 180l-180 130M1880 322v210" stroke="#d07a1d" stroke-width="16" fill="#d07a1d"/>`],
  fields: [2000, 1300, `${sky(2000, 1300, 480)}<rect y="500" width="2000" height="800" fill="#7d9a4c"/>
${range(26, (i) => `<path d="M1000 500L${-1200 + i * 170} 1300" stroke="#54752f" stroke-width="${16 + (i % 3) * 6}"/>`)}<path d="M1000 500L700 1300h260z" fill="#c8b98f"/>`],
  school: [2000, 1300, `${sky(2000, 1300, 640)}<rect y="900" width="2000" height="400" fill="#a24f3b"/><path d="M0 1010h2000M0 1110h2000M0 1220h2000" stroke="#f2e7dc" stroke-width="10"/>
<rect x="300" y="380" width="1400" height="520" fill="#efe7d8"/><rect x="300" y="360" width="1400" height="30" fill="#7b4a34"/>
${range(36, (i) => `<rect x="${360 + (i % 12) * 110}" y="${440 + Math.floor(i / 12) * 150}" width="72" height="96" fill="#4f6f86"/>`)}<rect x="940" y="720" width="120" height="180" fill="#5a3a2a"/>`],
  tower: [1200, 1800, `${sky(1200, 1800, 1200)}<rect y="1400" width="1200" height="400" fill="#6e7b6a"/><rect x="430" y="300" width="340" height="1200" fill="#c9d3da"/>
${range(60, (i) => `<rect x="${456 + (i % 4) * 76}" y="${340 + Math.floor(i / 4) * 74}" width="56" height="46" fill="#45637a"/>`)}<rect x="820" y="800" width="240" height="700" fill="#a9a196"/><rect x="160" y="980" width="230" height="520" fill="#b9b2a4"/>`],
  street: [2000, 1300, `${sky(2000, 1300, 520)}${range(8, (i) => `<rect x="${i * 250}" y="${420 + (i % 3) * 60}" width="246" height="700" fill="${["#ece6da", "#d8cdb9", "#e9dfd0"][i % 3]}"/><path d="M${i * 250 - 16} ${424 + (i % 3) * 60}l140 -110 140 110z" fill="#3d4144"/><rect x="${i * 250 + 60}" y="${640 + (i % 3) * 40}" width="120" height="150" fill="#6b4a35"/>`)}
<path d="M0 1100h2000v200H0z" fill="#8b857b"/>${range(14, (i) => `<circle cx="${90 + i * 144}" cy="1040" r="70" fill="#577a4a"/><rect x="${82 + i * 144}" y="1080" width="16" height="90" fill="#5b4636"/>`)}`],
};

/** Grain of a camera, the same each time. */
function grain(width, height) {
  let state = 7;
  return Buffer.from(Uint8Array.from({ length: width * height }, () => 121 + ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16) % 14));
}

mkdirSync(IMAGES, { recursive: true });
for (const [name, [width, height, body]] of Object.entries(SCENES)) {
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`);
  const noise = await sharp(grain(width / 4, height / 4), { raw: { width: width / 4, height: height / 4, channels: 1 } }).resize(width, height).toColourspace("srgb").png().toBuffer();
  const drawn = await sharp(svg).blur(1.2).composite([{ input: noise, blend: "overlay" }]).png().toBuffer();
  const bytes = await sharp(drawn).resize(Math.round(width * 0.8)).jpeg({ quality: 42, mozjpeg: true }).toBuffer();
  writeFileSync(`${IMAGES}${name}.jpg`, bytes);
  process.stdout.write(`${name}.jpg ${bytes.length}\n`);
}
const map = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#f5f1e6"/><path d="M0 500Q400 380 700 520T1200 430" fill="none" stroke="#7fb2d6" stroke-width="46"/>
<path d="M140 120h380v260H140z" fill="#f3c5a5"/><path d="M640 140h400v220H640z" fill="#c9e0b4"/><path d="M260 620h560v190H260z" fill="#e4d29a"/><path d="M0 420h1200M580 0v900" stroke="#9a9488" stroke-width="10"/></svg>`;
writeFileSync(`${IMAGES}map.png`, await sharp(Buffer.from(map)).png({ palette: true }).toBuffer());
