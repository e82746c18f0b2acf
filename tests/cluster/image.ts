import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";

/** The folder of the program in the image. */
const HOME = "/app";
/** The stages whose output exists already: `npm ci` and the build came before this test. */
const HERE = new Set(["dependencies", "build"]);
/** A user who owns nothing, as the image's own does. */
const NOBODY = 65_534;

type Instruction = { name: string; text: string };
type Stage = { name: string; instructions: Instruction[] };

/**
 * The image as a folder, made by the instructions of deploy/Dockerfile, as a plain user's server is started from it. No
 * container engine is needed to check that enough is copied and nothing needed is removed.
 */
export function makeImage() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-image-"));
  chmodSync(folder, 0o755);
  const stages = readStages();
  const [dependencies, modules, image] = ["dependencies", "modules", ""].map((name) => {
    const found = stages.find((stage) => stage.name === name);
    if (!found) throw new Error(`deploy/Dockerfile has no stage "${name}"`);
    return found;
  }) as [Stage, Stage, Stage];

  const roots = { modules: path.join(folder, "modules"), "": path.join(folder, "image") };
  const rootOf = (stage: string) => (HERE.has(stage) ? "." : roots[stage as keyof typeof roots]);
  copy("node_modules", path.join(roots.modules, "node_modules"));
  separate(path.join(roots.modules, "node_modules/.package-lock.json"));
  for (const { text } of named(dependencies, "COPY")) copyAsTold(text, roots.modules, rootOf);
  for (const { text } of named(modules, "RUN")) runAsTold(text, roots.modules);

  for (const { text } of named(image, "COPY")) copyAsTold(text, roots[""], rootOf);
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const data = path.join(roots[""], "data");
  runAsTold("mkdir data", roots[""]);
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
  const command = (name: string) => {
    const [{ text } = { text: "" }] = named(image, name).slice(-1);
    return JSON.parse(text.slice(text.indexOf("["))) as string[];
  };
  return {
    root: roots[""],
    user,
    variables: Object.fromEntries(
      named(image, "ENV").flatMap(({ text }) => text.split(/\s+/u).map((pair) => pair.split("="))),
    ) as Record<string, string>,
    start: command("CMD"),
    health: command("HEALTHCHECK"),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readStages(): Stage[] {
  const lines = readFileSync("deploy/Dockerfile", "utf8")
    .split("\n")
    .filter((line) => !line.trim().startsWith("#"))
    .join("\n")
    .replaceAll(/\\\n\s*/gu, "")
    .split("\n");
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, name, text] = /^([A-Z]+)\s+(.*)$/u.exec(line) ?? [];
    if (!name || text === undefined) continue;
    if (name === "FROM") stages.push({ name: / AS (\S+)$/u.exec(text)?.[1] ?? "", instructions: [] });
    else stages.at(-1)?.instructions.push({ name, text });
  }
  return stages;
}

function named({ instructions }: Stage, name: string): Instruction[] {
  return instructions.filter((instruction) => instruction.name === name);
}

function copyAsTold(text: string, root: string, rootOf: (stage: string) => string): void {
  const words = text.split(/\s+/u);
  const stage = words[0]?.startsWith("--from=") ? words.shift()?.slice("--from=".length) : undefined;
  const target = words.pop() ?? "";
  for (const source of words) {
    if (stage === undefined) assertSent(source);
    const from = path.join(stage === undefined ? "." : rootOf(stage), source.replace(`${HOME}/`, ""));
    const isInto = target.endsWith("/") && !statSync(from).isDirectory();
    copy(from, path.join(root, target, isInto ? path.basename(source) : ""));
  }
}

/** Files in .dockerignore cannot be copied. */
function assertSent(source: string): void {
  const sent = readFileSync(".dockerignore", "utf8").split("\n");
  const [top] = source.replace("./", "").split("/");
  if (!sent.includes(`!${top}`)) throw new Error(`.dockerignore keeps back ${source}`);
}

/** npm rewrites its list of installed packages, and would rewrite ours through a link. */
function separate(file: string): void {
  const content = readFileSync(file);
  rmSync(file);
  writeFileSync(file, content);
}

/** Links folders where possible: a thousand packages are a gigabyte, and nothing writes into them. */
function copy(from: string, to: string): void {
  const [source, target] = [path.resolve(from), path.resolve(to)];
  mkdirSync(path.dirname(target), { recursive: true });
  const isLinked = statSync(source).isDirectory() && spawnSync("cp", ["-alT", source, target]).status === 0;
  if (!isLinked) cpSync(source, target, { recursive: true, verbatimSymlinks: true });
}

function runAsTold(text: string, root: string): void {
  const { status, stderr } = spawnSync("/bin/sh", ["-ec", text], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`the image cannot be made: ${text}\n${stderr}`);
}
