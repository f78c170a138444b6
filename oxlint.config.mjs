/** What `npm run lint` forbids: besides the usual slips, imports across the borders of ARCHITECTURE.md. */

/**
 * Every room, the lowest floor first, and what it may import: rooms below it by name, or single files of such a room. Whatever is
 * not named is forbidden, a new room included; `import/no-cycle` keeps the files of a room in order.
 */
export const ROOMS = {
  model: [],
  world: [],
  diagnostics: ["model", "world/world.ts"],
  language: ["model", "diagnostics/diagnostic.ts"],
  read: ["model", "diagnostics", "world/world.ts"],
  parse: ["model", "diagnostics"],
  check: ["model", "diagnostics", "language"],
  render: ["model"],
  fonts: ["model", "diagnostics", "render", "world/world.ts"],
  pictures: ["model", "diagnostics", "render", "world/world.ts", "world/helper.ts"],
  print: ["model", "diagnostics", "render", "fonts", "pictures", "world/world.ts", "world/timer.ts"],
  web: ["model", "diagnostics", "render", "fonts", "pictures", "world/world.ts", "world/timer.ts"],
  office: ["model", "diagnostics", "render", "pictures/images.ts", "world/world.ts"],
  diff: ["model", "check/audit.ts"],
  outputs: ["model", "diagnostics", "render", "fonts", "pictures", "print", "web", "office", "diff", "check/audit.ts", "world/world.ts", "world/timer.ts"],
  import: ["model", "diagnostics", "language", "read", "parse", "render/html.ts", "render/page/head.ts", "render/page/inline.ts", "render/page/shorten-css.ts"],
  fix: ["model", "diagnostics", "read/decode-text.ts"],
  client: ["model"],
  serve: ["model", "web/kiosk-shell.ts", "world/world.ts", "world/screen.ts"],
  dev: ["model", "diagnostics", "render", "fonts", "pictures", "web", "serve", "world", "build.ts"],
  desk: ["model", "diagnostics", "read/decode-text.ts", "parse/forms.ts", "check/audit.ts", "diff", "fix", "serve", "dev", "world", "build.ts", "import.ts", "update.ts", "new-project.ts", "change-sheet.ts"],
  cli: ["model", "diagnostics", "fonts", "diff", "outputs", "import", "serve", "web/tool-files.ts", "world", "build.ts", "fix.ts", "import.ts", "rehearse.ts", "update.ts", "new-project.ts", "change-sheet.ts", "dev.ts", "open-desk.ts"],
};
/** Files beside the rooms: nobody below the command line imports them. */
const TOP = ["start.ts", "ascii-only.ts", "build.ts", "fix.ts", "import.ts", "rehearse.ts", "update.ts", "new-project.ts", "change-sheet.ts", "dev.ts", "open-desk.ts", "api.ts", "cli.ts"];

/** Third parties and the machine, each with the folders whose door they have. */
const DOORS = {
  marked: ["parse", "read/documents"],
  parse5: ["parse", "read/documents"],
  "css-tree": ["parse", "pictures"],
  svgo: ["pictures"],
  yaml: ["parse"],
  echarts: ["render/charts"],
  "reveal.js": ["client"],
  "@noble/hashes": ["client"],
  hucre: ["read/workbook"],
  numfmt: ["read/workbook", "office/pptx"],
  yauzl: ["read/documents"],
  sax: ["read/documents", "office"],
  fflate: ["office"],
  "image-size": ["read"],
  sharp: ["pictures"],
  "subset-font": ["fonts"],
  diff: ["diff"],
  tinyglobby: ["world"],
  puppeteer: [],
  "puppeteer-core": ["world"],
  vite: ["dev", "dev.ts"],
  ws: ["serve"],
  qr: ["serve"],
  // cli.ts reads the version from package.json before anything else is loaded.
  "node:fs": ["world", "cli.ts", "start.ts"],
  "node:child_process": ["world"],
  "node:net": ["world"],
  "node:http": ["dev", "serve", "desk"],
  "node:https": ["serve"],
};

/** Parts of packages with a door of their own. */
const PARTS = { "echarts/ssr/client": ["client"] };

const rooms = Object.keys(ROOMS);
for (const [floor, room] of rooms.entries()) {
  const up = ROOMS[room].find((entry) => !TOP.includes(entry) && rooms.indexOf(entry.split("/")[0]) >= floor);
  if (up !== undefined) throw new Error(`oxlint.config.mjs: ${room} may not reach up to ${up}`);
}

/** Whether a door that is open to `folder` is open to files of `place`, a folder or a file below src/. */
const isOpen = (folder, place) => place === folder || place.startsWith(`${folder}/`);

function bordersOf(room) {
  const allowed = ROOMS[room] ?? [...rooms, ...TOP];
  const closed = [...rooms.filter((other) => other !== room && !allowed.includes(other)), ...TOP.filter((file) => !allowed.includes(file))];
  if (closed.length === 0) return [];
  const doors = allowed.filter((entry) => entry.includes("/")).map((file) => `!**/${file}`);
  return [{ group: [...closed.map((other) => (other.endsWith(".ts") ? `**/${other}` : `**/${other}/**`)), ...doors], message: `${room} may not import this: see the rooms in ARCHITECTURE.md` }];
}

function doorsOf(place) {
  const openAt = (folders) => folders.some((folder) => isOpen(folder, place));
  const parts = Object.entries(PARTS).flatMap(([part, folders]) => (openAt(folders) ? [`!${part}/**`] : []));
  return Object.entries(DOORS).flatMap(([name, folders]) =>
    openAt(folders) ? [] : [{ group: [name, `${name}/**`, ...parts.filter((part) => part.startsWith(`!${name}/`))], message: `${name} has its door elsewhere: see ARCHITECTURE.md` }],
  );
}

function restrict(place, files) {
  return { files, rules: { "no-restricted-imports": ["error", { patterns: [...bordersOf(place.split("/")[0]), ...doorsOf(place)] }] } };
}

/** Folders inside a room that have a door of their own. */
const inner = [...new Set(Object.values(DOORS).flat())].filter((folder) => folder.includes("/"));

export default {
  plugins: ["typescript", "import", "unicorn", "oxc"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["node_modules", "build", "dist", ".*", "tests/**/expected"],
  rules: {
    // Types count: a circle of types is a circle for whoever reads it.
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "typescript/no-explicit-any": "error",
    "typescript/ban-ts-comment": "error",
    "no-console": "error",
    "import/no-named-as-default-member": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/consistent-function-scoping": "off",
  },
  overrides: [
    { files: ["src/cli.ts", "src/setup.mjs", "tests/bench/**"], rules: { "no-console": "off" } },
    ...rooms.map((room) => restrict(room, [`src/${room}/**`])),
    ...inner.map((folder) => restrict(folder, [`src/${folder}/**`])),
    ...TOP.map((file) => restrict(file, [`src/${file}`])),
    // The page scripts import their style sheets for the bundle.
    { files: ["src/client/**"], rules: { "import/no-unassigned-import": ["error", { allow: ["**/*.css"] }] } },
  ],
};
