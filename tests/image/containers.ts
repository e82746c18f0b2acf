import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { outputOf } from "#tests/support/output.ts";

const PROGRAMS = ["buildah", "podman", "runc", "mmdebstrap", "npm"];
const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
/** What Node needs, and npm for the install scripts of packages. */
const DEBIAN = "base-files,coreutils,dash,libstdc++6";
/** As deploy/compose.yaml and deploy/kubernetes.yaml run it, and with a shell that can't be started. */
const CONFINED = [
  "--network=host",
  "--read-only",
  "--read-only-tmpfs=false",
  "--tmpfs=/tmp",
  "--cap-drop=all",
  "--security-opt=no-new-privileges",
  "--volume=/dev/null:/usr/bin/dash:ro",
];
/** Where prebuild-install looks, in the image being built, before it downloads. */
const PREBUILDS = "/root/prebuilds";
const QUIET = { PODMAN_IGNORE_CGROUPSV1_WARNING: "1" };
const OVERLAYFS = 0x794c7630;
const CERTIFICATES = "/etc/ssl/certs";

/** Why this machine can build no image; null where it can. */
export function whyNoImages(): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "only root builds images, on Linux";
  const missing = PROGRAMS.filter((name) => spawnSync(name, ["--version"]).error);
  if (!existsSync(KEYRING)) missing.push("debian-archive-keyring");
  return missing.length > 0 ? `missing: ${missing.join(", ")}` : null;
}

export type Containers = ReturnType<typeof startContainers>;

/** Images, volumes and containers in a folder that goes with them. Containers use this machine's network. */
export function startContainers() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-image-"));
  // Overlays can't lie on each other.
  const driver = statfsSync(folder).type === OVERLAYFS ? "vfs" : "overlay";
  const storage = [`--root=${folder}/images`, `--runroot=${folder}/run`, `--storage-driver=${driver}`];
  const podmans = [...storage, "--runtime=runc", "--cgroup-manager=cgroupfs", "--events-backend=none"];
  const podman = (...parameters: string[]) => run("podman", [...podmans, ...parameters]);

  /** Attaches to a container until it ends; waits until its server is ready. */
  async function attach(parameters: string[]) {
    const child = spawn("podman", [...podmans, ...parameters], {
      env: { ...process.env, ...QUIET },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    const ended = once(child, "close").then(([code]) => code as number | null);
    const ready = new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        printed += chunk;
        if (printed.includes("Resolved is ready")) resolve();
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      void ended.then((code) => reject(new Error(`The container ended with ${code}:\n${printed}`)));
    });
    await ready;
    return { ended, printed: () => printed };
  }

  return {
    podman,
    /** An image of Debian with this Node and its npm: not every machine can download one. */
    async makeBase(image: string): Promise<void> {
      const bin = path.dirname(process.execPath);
      const hooks = [
        'mkdir -p "$1/usr/local/bin" "$1/usr/local/lib/node_modules"',
        `copy-in ${process.execPath} /usr/local/bin`,
        `copy-in ${path.resolve(bin, "../lib/node_modules/npm")} /usr/local/lib/node_modules`,
        'echo root:x:0:0:root:/root:/bin/sh > "$1/etc/passwd"',
        'ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/local/bin/npm"',
      ].map((hook) => `--extract-hook=${hook}`);
      const archive = path.join(folder, "base.tar");
      await run("mmdebstrap", [
        "--quiet",
        "--variant=extract",
        `--include=${DEBIAN}`,
        ...hooks,
        "trixie",
        archive,
      ]);
      await podman(
        "import",
        "--quiet",
        `--change=ENV npm_config_better_sqlite3_local_prebuilds=${PREBUILDS}`,
        archive,
        image,
      );
      rmSync(archive);
    },
    /**
     * The package and the list of what is in it, made in a copy of what .dockerignore lets a build have, from what was built in the tree.
     * Answers with the folder of both.
     */
    async makePackage(): Promise<string> {
      const [tree, words, made] = ["tree", "Containerfile", "package"].map((name) =>
        path.join(folder, name),
      ) as [string, string, string];
      writeFileSync(words, "FROM scratch\nCOPY . /\n");
      await run("buildah", [...storage, "build", `--file=${words}`, `--output=type=local,dest=${tree}`, "."]);
      symlinkSync(path.resolve("node_modules"), path.join(tree, "node_modules"));
      for (const built of [".next", "dist", "prisma/generated"])
        await run("cp", ["-a", built, path.join(tree, built)]);
      const tarball =
        (await run("npm", ["--prefix", tree, "--silent", "run", "package"])).split("\n").at(-1) ?? "";
      mkdirSync(made);
      cpSync(path.join(tree, tarball), path.join(made, "resolved.tgz"));
      writeFileSync(path.join(made, "sbom.cdx.json"), await run(process.execPath, ["deploy/sbom.mjs"]));
      return made;
    },
    /** Builds deploy/Containerfile on this base, with a package that was made before. */
    async build(image: string, given: { base: string; package: string }): Promise<void> {
      const home = path.join(folder, "home");
      mkdirSync(home);
      keepCompiled(path.join(home, "prebuilds"));
      const settings = ["cache=/npm", "prefer-offline=true", `better_sqlite3_local_prebuilds=${PREBUILDS}`];
      const { NODE_EXTRA_CA_CERTS: authorities } = process.env;
      if (authorities) settings.push(`cafile=${authorities}`);
      writeFileSync(path.join(home, ".npmrc"), `${settings.join("\n")}\n`);
      await run("buildah", [
        ...storage,
        "build",
        "--isolation=chroot", // works inside a container, too
        "--ulimit=nproc=4096:4096", // its own limits are higher than those of many a root
        "--ulimit=nofile=4096:4096",
        "--format=docker", // keeps the health check
        `--build-arg=BASE=${given.base}`,
        `--build-arg=BUILDER=${given.base}`,
        `--build-context=package=${given.package}`,
        `--volume=${home}:/root`,
        `--volume=${await run("npm", ["config", "get", "cache"])}:/npm`,
        `--volume=${CERTIFICATES}:${CERTIFICATES}:ro`,
        "--file=deploy/Containerfile",
        `--tag=${image}`,
        ".",
      ]);
    },
    /** Starts a server in a container, with a volume and these variables. */
    start: (container: string, image: string, volume: string, variables: Record<string, string>) =>
      attach([
        "run",
        `--name=${container}`,
        "--no-healthcheck", // which needs systemd
        ...CONFINED,
        `--volume=${volume}:/data`,
        ...Object.entries(variables).map(([name, value]) => `--env=${name}=${value}`),
        image,
      ]),
    startAgain: (container: string) => attach(["start", "--attach", container]),
    /** Runs a command of the image in a container of its own. */
    command: (image: string, volumes: string[], ...command: string[]) =>
      podman("run", "--rm", ...CONFINED, ...volumes.map((each) => `--volume=${each}`), image, ...command),
    /** Runs JavaScript in a running container; answers with what it returns. */
    evaluate: async (container: string, script: string): Promise<unknown> =>
      JSON.parse(
        await podman("exec", container, "node", "-e", `console.log(JSON.stringify((() => {${script}})()))`),
      ),
    async [Symbol.asyncDispose](): Promise<void> {
      await podman("rm", "--all", "--force", "--volumes", "--time=0");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(program: string, parameters: string[]): Promise<string> {
  const { code, stdout, stderr } = await outputOf(program, parameters, QUIET);
  if (code !== 0) throw new Error(`${program} ${parameters.join(" ")}: ${code}\n${stdout}${stderr}`);
  return stdout.trim();
}

/** Packs the compiled part of better-sqlite3 as prebuild-install wants it, since downloading it needs the internet. */
function keepCompiled(folder: string): void {
  const { version } = createRequire(import.meta.url)("better-sqlite3/package.json") as { version: string };
  const name = `better-sqlite3-v${version}-node-v${process.versions.modules}-linux-${process.arch}.tar.gz`;
  mkdirSync(folder);
  const parts = ["-czf", path.join(folder, name), "-C", "node_modules/better-sqlite3"];
  const { status, stderr } = spawnSync("tar", [...parts, "build/Release/better_sqlite3.node"]);
  if (status !== 0) throw new Error(String(stderr));
}
