// Ends the process that reads a file when it uses too much memory or its server is gone. It is a thread, since the main one is busy.
import { isMainThread, Worker, workerData } from "node:worker_threads";

/** [U8] Of the whole process: Node.js limits its heap, which has no buffers. */
const MAX_BYTES = 450 * 1024 * 1024;
/** In milliseconds. */
const CHECK_EVERY = 50;

// [U8] No parser may load an address from a file. Node's permissions cover the network from version 25 on.
for (const name of ["fetch", "WebSocket", "EventSource"]) Reflect.deleteProperty(globalThis, name);

if (isMainThread) new Worker(new URL(import.meta.url), { execArgv: [], workerData: process.ppid }).unref();
else {
  setInterval(() => {
    if (process.memoryUsage.rss() > MAX_BYTES || process.ppid !== workerData)
      process.kill(process.pid, "SIGKILL");
  }, CHECK_EVERY);
}
