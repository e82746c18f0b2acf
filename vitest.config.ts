import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import "./prisma/generate.mjs";

const ISOLATED = ["tests/**/*.isolated.test.ts"];

type Options = NonNullable<TestProjectInlineConfiguration["test"]>;

function project(name: string, include: string[], more: Options = {}): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include,
      exclude: ISOLATED,
      // Loading the server takes as long as a file's tests, so files share what was loaded.
      isolate: false,
      // These only end what hangs: a busy machine is slow, and no test fails of it.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 20_000 } },
      setupFiles: "tests/support/seeded.ts",
      restoreMocks: true,
      unstubGlobals: true,
      ...more,
    },
  };
}

export default defineConfig({
  test: {
    globalSetup: "tests/support/global-setup.ts",
    // Many wait for what the server sends twice a second.
    maxWorkers: 4,
    reporters: ["default", ["json", { outputFile: "test-results/vitest.json" }]],
    projects: [
      project("unit", ["tests/unit/**/*.test.ts", "tests/activities/**/{unit,*.unit}.test.ts"]),
      project("integration", [
        "tests/integration/**/*.test.ts",
        "tests/activities/**/{integration,*.integration}.test.ts",
      ]),
      // They replace a module, which others would get, too.
      project("isolated", ISOLATED, { exclude: [], isolate: true }),
      project("store", ["tests/store/**/*.test.ts"], { globalSetup: "tests/support/postgresql-setup.ts" }),
      // They kill, freeze and measure processes, so fewer run at a time.
      project("built", ["tests/{attacks,built,copies,faults,package}/**/*.test.ts"], {
        globalSetup: "tests/support/build-first.ts",
        maxWorkers: 3,
        sequence: { groupOrder: 1 },
      }),
      project("image", ["tests/image/**/*.test.ts"], {
        globalSetup: "tests/support/build-first.ts",
        hookTimeout: 300_000,
        maxWorkers: 3,
        sequence: { groupOrder: 1 },
      }),
      project("cluster", ["tests/cluster/**/*.test.ts"], {
        globalSetup: ["tests/support/build-first.ts", "tests/support/postgresql-setup.ts"],
        maxWorkers: 3,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
