// A thread in place of the one that reads files: it does what the file's name, or the text, says.
import { BroadcastChannel, parentPort } from "node:worker_threads";

/** @param {string} name */
async function behave(name) {
  if (name === "endless") for (;;);
  if (name === "greedy") for (const kept = []; ; ) kept.push(Array.from({ length: 100_000 }, () => ({})));
  if (name === "buffers") {
    const kept = Array.from({ length: 64 }, () => Buffer.alloc(16 * 1024 * 1024, 1));
    if (kept.length === 64) return parentPort?.postMessage({ ok: false, fault: "scanned" });
  }
  if (name === "broken") throw new Error("a fault");
  const channel = new BroadcastChannel("file-thread");
  await new Promise((release) => {
    channel.onmessage = ({ data }) => data === name && release(undefined);
    channel.postMessage(`${name} runs`);
  });
  channel.close();
  parentPort?.postMessage({ ok: false, fault: "scanned" });
}

parentPort?.once("message", ({ name, text }) => void behave(name ?? text.trim()));
