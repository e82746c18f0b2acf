import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";

const PACKAGES = ["chromium", "fonts-noto-cjk", "fonts-noto-color-emoji"];
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine; undefined where only Playwright's own may be there. */
export function installedChromium() {
  return CHROMIUM.find((file) => existsSync(file));
}

/** Installs what the browser tests need with apt, where that may be done; else says what to install. */
export function installWhatIsMissing() {
  if (installedChromium()) return;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall) {
    process.stderr.write(
      `The browser tests need Chromium. On Debian: apt-get install ${PACKAGES.join(" ")}\n`,
    );
    process.exit(1);
  }
  process.stdout.write(`Installing ${PACKAGES.join(", ")}...\n`);
  const apt = (...parameters) =>
    spawnSync("apt-get", ["-qq", ...parameters], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update");
  const { status } = apt("install", "-y", "--no-install-recommends", ...PACKAGES);
  if (status !== 0) process.exit(status ?? 1);
}
