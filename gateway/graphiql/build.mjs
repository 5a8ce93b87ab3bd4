// Bundles the IDE into ./dist: gzipped files with hashed names, and a manifest that names them.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const DIST = "dist";
const WORKERS = {
  editor: "monaco-editor/esm/vs/editor/editor.worker.js",
  graphql: "monaco-graphql/esm/graphql.worker.js",
  json: "monaco-editor/esm/vs/language/json/json.worker.js",
};

const LICENSES = "licenses.txt";
const LICENSES_BANNER = `/* The licences of what is bundled here: ${LICENSES} */`;

const files = new Map();
const packages = new Set();

async function bundle(name, entry, options = {}) {
  const { metafile, outputFiles } = await build({
    ...options,
    entryPoints: { [name]: entry },
    bundle: true,
    format: "esm",
    splitting: true,
    minify: true,
    legalComments: "none",
    banner: { css: LICENSES_BANNER, js: LICENSES_BANNER },
    target: ["chrome111", "firefox128", "safari16.4"],
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    outdir: DIST,
    write: false,
    metafile: true,
    logLevel: "error",
  });
  for (const { path, contents } of outputFiles) files.set(basename(path), contents);
  for (const input of Object.keys(metafile.inputs)) {
    const within = input.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//);
    if (within) packages.add(within[1]);
  }
  // Chunks that are imported dynamically count as entry points too: only the name tells.
  return Object.keys(metafile.outputs)
    .map((path) => basename(path))
    .find((file) => file.startsWith(`${name}-`));
}

async function licenses() {
  const notices = await Promise.all(
    [...packages].sort().map(async (folder) => {
      const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json")));
      const texts = (await readdir(folder)).filter((file) => /^(licen[cs]e|thirdparty)/i.test(file));
      const read = texts.map((file) => readFile(join(folder, file), "utf8"));
      return [`${name} ${version} (${license})`, ...(await Promise.all(read))].join("\n\n");
    }),
  );
  return notices.join(`\n\n${"-".repeat(80)}\n\n`);
}

const workers = {};
for (const [label, entry] of Object.entries(WORKERS)) {
  workers[label] = await bundle(`${label}.worker`, entry);
}
const script = await bundle("main", "main.jsx", {
  jsx: "automatic",
  // Monaco's style sheets are part of GraphiQL's, which is an entry of its own below.
  loader: { ".css": "empty", ".graphql": "text" },
  // The old names, which GraphiQL uses, lead to CommonJS files whose exports it does not find.
  alias: {
    "prettier/parser-babel": "prettier/plugins/babel",
    "prettier/parser-graphql": "prettier/plugins/graphql",
  },
  define: { WORKERS: JSON.stringify(workers), "process.env.NODE_ENV": '"production"' },
});
const style = await bundle("style", "graphiql/style.css");
files.set(LICENSES, await licenses());

await mkdir(DIST, { recursive: true });
for (const [name, contents] of files) {
  await writeFile(join(DIST, `${name}.gz`), gzipSync(contents, { level: 9 }));
}
await writeFile(join(DIST, "manifest.json"), JSON.stringify({ script, style }));
