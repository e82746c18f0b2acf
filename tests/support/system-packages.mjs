import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";

/** First the one that cannot open a window: the same engine, for less work. */
const CHROMIUM = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The browser of this machine; undefined where only Playwright's own may be there. */
export function installedChromium() {
  return CHROMIUM.find((file) => existsSync(file));
}

export const OFFICE = "/usr/bin/soffice";

const SERVERS = {
  isThere: () =>
    ["/usr/lib/postgresql", "/usr/bin/redis-server", "/usr/sbin/nginx"].every((file) => existsSync(file)),
  packages: ["postgresql", "redis-server", "nginx"],
};

/**
 * Programs that steps need and npm does not install: how to detect them, and their Debian packages.
 * Without an optional one its tests are skipped.
 * @type {Record<string, { isThere: () => boolean, packages: string[], isOptional?: true }>}
 */
const NEEDS = {
  e2e: {
    isThere: () => installedChromium() !== undefined,
    packages: ["chromium-headless-shell", "fonts-noto-cjk", "fonts-noto-color-emoji"],
  },
  integration: {
    isThere: () => spawnSync("python3", ["--version"]).status === 0,
    packages: ["python3"],
    isOptional: true,
  },
  unit: {
    // Only the long form has files written by LibreOffice.
    isThere: () => !process.env.OFFICE_FILES || existsSync(OFFICE),
    packages: ["libreoffice-writer-nogui"],
    isOptional: true,
  },
  postgresql: SERVERS,
  cluster: SERVERS,
};

/**
 * Installs what these steps need with apt, where that may be done; else says what to install.
 * @param {string[]} steps
 */
export function installWhatIsMissing(steps) {
  const needs = new Set(steps.flatMap((step) => NEEDS[step] ?? []));
  const missing = [...needs].filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const packages = missing.flatMap((need) => need.packages);
  const isOptional = missing.every((need) => need.isOptional);
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall && isOptional) return;
  if (!mayInstall) {
    process.stderr.write(`These tests need more. On Debian: apt-get install ${packages.join(" ")}\n`);
    process.exit(1);
  }
  process.stdout.write(`Installing ${packages.join(", ")}...\n`);
  /** @param {string[]} parameters */
  const apt = (...parameters) =>
    spawnSync("apt-get", ["-qq", ...parameters], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update");
  const { status } = apt("install", "-y", "--no-install-recommends", ...packages);
  if (status !== 0 && !isOptional) process.exit(status ?? 1);
}
