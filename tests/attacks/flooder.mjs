// A thread that floods: sends so many messages a second through one socket, and comes back as soon as it is cut off.
import { parentPort, workerData } from "node:worker_threads";
import { WebSocket } from "ws";

const { url, auth, perSecond } = workerData;
const EVERY = 10;
let sent = 0;
/** How many messages succeeded, and how often the socket was cut off. */
let answered = 0;
let cuts = 0;
let stopped = false;
/** @type {WebSocket | undefined} */
let current;

function flood() {
  if (stopped) return;
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  current = socket;
  /** @type {NodeJS.Timeout | undefined} */
  let sending;
  socket.on("open", () => socket.send(`40${JSON.stringify(auth)}`));
  socket.on("message", (text) => {
    if (String(text).startsWith("44")) socket.close();
    if (String(text).startsWith('431[{"ok":true')) answered += 1;
    if (!String(text).startsWith("40")) return;
    if (sent === 0) parentPort?.postMessage("let in");
    sending = setInterval(() => {
      for (let left = (perSecond * EVERY) / 1_000; left > 0; left -= 1) {
        sent += 1;
        socket.send('421["sync",{}]'); // the dearest of a student's messages
      }
    }, EVERY);
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    if (sending && !stopped) cuts += 1;
    clearInterval(sending);
    setTimeout(flood, EVERY);
  });
}

parentPort?.once("message", () => {
  stopped = true;
  current?.terminate();
  parentPort?.postMessage({ sent, answered, cuts });
});
flood();
