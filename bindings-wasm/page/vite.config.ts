import { readFileSync } from "node:fs";
import { join } from "node:path";

import { defineConfig, type Plugin } from "vite";

// Two builds: `site`, for a web server, and `single-file`, whose pieces scripts/page.js puts into one HTML file that
// opens from disk (browsers refuse modules there, so its script is a classic one).
export default defineConfig(({ mode }) => {
  const single = mode === "single-file";
  return {
    base: "./",
    publicDir: false,
    resolve: {
      alias: [
        {
          find: "#start-worker",
          replacement: join(import.meta.dirname, `src/worker/start-${single ? "single" : "site"}.ts`),
        },
        { find: /^vega$/, replacement: join(import.meta.dirname, "src/vega.js") },
      ],
    },
    worker: { format: single ? "iife" : "es", plugins: () => [wasmAsText()] },
    build: {
      target: "es2022",
      outDir: single ? "dist/parts" : "dist/site",
      emptyOutDir: true,
      assetsInlineLimit: single ? Number.MAX_SAFE_INTEGER : 0,
      chunkSizeWarningLimit: 2000,
      modulePreload: false,
      ...(single && {
        cssCodeSplit: false,
        lib: { entry: "src/main.ts", formats: ["iife"], name: "page", fileName: () => "page.js", cssFileName: "page" },
      }),
    },
  };
});

/** The wasm module as a base64 text, for the single file. */
function wasmAsText(): Plugin {
  const name = "virtual:wasm-base64";
  const text = () => readFileSync(join(import.meta.dirname, "../js/pkg/core_bg.wasm"), "base64");
  return {
    name: "wasm-as-text",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export default "${text()}";` : undefined),
  };
}
