// Loaded before what reads a file, it ends that process when it holds too much, or when its server is gone. It is a thread of its own,
// as a process that is busy sees nothing.
import { isMainThread, Worker, workerData } from "node:worker_threads";

/** [U8] Bytes that the process may hold in all: buffers are not among the objects that Node.js limits. */
const MOST = 450 * 1024 * 1024;
/** How often to look, in milliseconds. */
const LOOK = 50;

// [U8] No reader asks the network, whatever address a file names. Node's permissions cover it from version 25 on.
for (const name of ["fetch", "WebSocket", "EventSource"]) Reflect.deleteProperty(globalThis, name);

if (isMainThread) new Worker(new URL(import.meta.url), { execArgv: [], workerData: process.ppid }).unref();
else {
  setInterval(() => {
    if (process.memoryUsage.rss() > MOST || process.ppid !== workerData) process.kill(process.pid, "SIGKILL");
  }, LOOK);
}
