import { defineConfig } from "vitest/config";
import "./prisma/generate.mjs";

const options = {
  // These only end what hangs: a busy machine is slow, and no test fails of it.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
  restoreMocks: true,
  setupFiles: "tests/support/seeded.ts",
  execArgv: [
    // Room for new objects: 3 to 8 % less CPU in `integration`.
    ...["--min-semi-space-size=16", "--max-semi-space-size=64"],
    // Optimizing Prisma's WebAssembly takes each process a second and a half of CPU: in a run of a few files more than it saves,
    // in a long one as much.
    "--liftoff-only",
    // Set by tests/run.mjs where code hardly runs twice: optimizing it takes another tenth, and saves less.
    ...(process.env.UNOPTIMIZED ? ["--no-opt"] : []),
  ],
  unstubGlobals: true,
};
/** They replace a module, which others would get, too. */
const REPLACING = [
  "tests/unit/app/host/participation/participation.test.ts",
  "tests/unit/app/live/live.test.ts",
  "tests/unit/app/live/loading-socket-io.test.ts",
  "tests/integration/presses.test.ts",
  "tests/integration/results-kept.test.ts",
  "tests/attacks/long-input.test.ts",
];

/** They share one PostgreSQL. */
const ON_POSTGRESQL = ["tests/store/**/*.test.ts", "tests/cluster/**/*.test.ts"];

/** Set by tests/run.mjs; `--exclude` does not reach projects. */
const excluded = process.env.EXCLUDED_TESTS?.split(" ") ?? [];

export default defineConfig({
  test: {
    // Transformed once for all the steps of `npm test`, and again where a file has changed.
    experimental: { fsModuleCache: true },
    globalSetup: "tests/support/global-setup.ts",
    maxWorkers: 2,
    projects: [
      // Loading the server takes as long as a file's tests, so files share what was loaded.
      {
        test: {
          ...options,
          name: "shared",
          include: ["tests/**/*.test.ts"],
          exclude: [...REPLACING, ...ON_POSTGRESQL, ...excluded],
          isolate: false,
        },
      },
      {
        test: {
          ...options,
          name: "postgresql",
          include: ON_POSTGRESQL,
          exclude: excluded,
          globalSetup: "tests/support/postgresql-setup.ts",
          isolate: false,
        },
      },
      { test: { ...options, name: "isolated", include: REPLACING, exclude: excluded } },
    ],
  },
});
