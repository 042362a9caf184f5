import { join } from "node:path";

import { defineConfig } from "vite";

// Two builds: `site`, for a web server, and `single-file`, whose pieces scripts/page.js puts into one HTML file that
// opens from disk (browsers refuse modules there, so its script is a classic one).
export default defineConfig(({ mode }) => {
  const single = mode === "single-file";
  return {
    base: "./",
    publicDir: false,
    resolve: {
      alias: { "#start-worker": join(import.meta.dirname, `src/worker/start-${single ? "single" : "site"}.ts`) },
    },
    worker: { format: single ? "iife" : "es" },
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
