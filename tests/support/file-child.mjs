// A process in place of the one that reads files: it does what the file's name, or the text, says.
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import os from "node:os";

/**
 * What a reader has no business to do, and what it says of it.
 * @type {Record<string, (at: string) => Promise<unknown>>}
 */
const TRIES = {
  read: async (at) => (await readFile(at, "utf8")).slice(0, 4),
  write: (at) => writeFile(at, "written"),
  fetch: async (at) => (await fetch(at)).status,
  start: async () => execFile(process.execPath, ["-v"]).pid,
  priority: async () => os.getPriority(),
};

/** @param {string} name */
async function behave(name) {
  if (name === "endless") for (;;);
  if (name === "greedy") for (const kept = []; ; ) kept.push(Array.from({ length: 100_000 }, () => ({})));
  // In one call, which no limit of a thread interrupts.
  if (name === "greedy at once") JSON.parse(`[${"{},".repeat(20_000_000)}{}]`);
  if (name === "buffers") {
    const kept = Array.from({ length: 64 }, () => Buffer.alloc(16 * 1024 * 1024, 1));
    if (kept.length === 64) return process.send?.({ ok: false, fault: "scanned" });
  }
  if (name === "broken") throw new Error("a fault");
  const [what = "", at = ""] = name.split(" at ");
  if (what in TRIES)
    return process.send?.({ ok: false, fault: await TRIES[what]?.(at).catch(() => "denied") });
  // `port who`: it says who runs, and goes on when the connection ends.
  const [port, who] = name.split(" ");
  const line = connect(Number(port));
  line.write(who ?? "");
  for await (const _ of line);
  process.send?.({ ok: false, fault: "scanned" });
}

process.once("message", ({ name, text }) => void behave(name ?? text.trim()));
