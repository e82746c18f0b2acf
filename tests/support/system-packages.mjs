import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/** The same engine without windows: less work. */
const HEADLESS = "/usr/bin/chromium-headless-shell";
const WITH_WINDOWS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine; undefined where only Playwright's own may be there. */
export function installedChromium() {
  return existsSync(HEADLESS) ? HEADLESS : chromiumWithWindows();
}

/** It requests more than the other one, such as a page's icon. */
export function chromiumWithWindows() {
  return WITH_WINDOWS.find((file) => existsSync(file));
}

const POSTGRESQL = "/usr/lib/postgresql";

/** The folder of the newest PostgreSQL server's programs, since they are not in the PATH; clients alone have such a folder, too. */
export function postgresqlPrograms() {
  const versions = existsSync(POSTGRESQL) ? readdirSync(POSTGRESQL) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(POSTGRESQL, version, "bin"))
    .find((folder) => existsSync(path.join(folder, "initdb")));
}

/**
 * Programs that tests need and npm does not install: how to detect them, and their Debian packages. Without an optional one its tests
 * are skipped, or look different.
 * @type {{ isThere: () => boolean, packages: string[], isOptional?: true }[]}
 */
const NEEDS = [
  { isThere: () => installedChromium() !== undefined, packages: ["chromium-headless-shell"] },
  {
    isThere: () =>
      postgresqlPrograms() !== undefined &&
      ["/usr/bin/redis-server", "/usr/sbin/nginx"].every((file) => existsSync(file)),
    packages: ["postgresql", "redis-server", "nginx"],
  },
  {
    // CI plays some tests in both browsers; elsewhere one is enough.
    isThere: () => !process.env.CI || (existsSync(HEADLESS) && chromiumWithWindows() !== undefined),
    packages: ["chromium", "chromium-headless-shell"],
    isOptional: true,
  },
  {
    isThere: () =>
      ["opentype/noto/NotoSansCJK-Regular.ttc", "truetype/noto/NotoColorEmoji.ttf"].every((file) =>
        existsSync(path.join("/usr/share/fonts", file)),
      ),
    packages: ["fonts-noto-cjk", "fonts-noto-color-emoji"],
    isOptional: true,
  },
  {
    // The image and its base (tests/image). 250 MB, so only CI gets them unasked.
    isThere: () =>
      !process.env.CI ||
      ["buildah", "podman", "runc", "mmdebstrap"].every((name) => !spawnSync(name, ["--version"]).error),
    packages: ["buildah", "podman", "runc", "mmdebstrap", "debian-archive-keyring"],
    isOptional: true,
  },
  {
    // They read the files of deploy/. 180 MB.
    isThere: () =>
      !process.env.CI ||
      ["caddy", "docker-compose", "promtool"].every((name) => !spawnSync(name, ["--version"]).error),
    packages: ["caddy", "docker-compose", "python3-yaml", "prometheus"],
    isOptional: true,
  },
  {
    // Another program's codes of a second factor.
    isThere: () => spawnSync("oathtool", ["--version"]).status === 0,
    packages: ["oathtool"],
    isOptional: true,
  },
  {
    isThere: () => spawnSync("python3", ["--version"]).status === 0,
    packages: ["python3"],
    isOptional: true,
  },
];

/** Installs with apt what the tests need, where that may be done; else says what to install. */
export function installWhatIsMissing() {
  const missing = NEEDS.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall && missing.every((need) => need.isOptional)) return;
  if (!mayInstall) {
    const packages = missing.flatMap((need) => need.packages);
    process.stderr.write(`These tests need more. On Debian: apt-get install ${packages.join(" ")}\n`);
    process.exit(1);
  }
  /** @param {string[]} parameters */
  const apt = (...parameters) =>
    spawnSync("apt-get", ["-qq", ...parameters], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update");
  // One by one: not every system has the packages of the optional ones.
  for (const { packages, isOptional } of missing) {
    process.stdout.write(`Installing ${packages.join(", ")}...\n`);
    const { status } = apt("install", "-y", "--no-install-recommends", ...packages);
    if (status !== 0 && !isOptional) process.exit(status ?? 1);
  }
}
