import { connect } from "node:net";

/** `headers`: of each request, as lines; as many requests as there are. */
export type Wanted = { url: string; path: string; headers: string[] };

/** Answers by status, and the milliseconds that each took from its connection to its last byte. */
type Got = { times: number[]; statuses: Record<string, number>; bytes: number };

/** What every connection reads into; only counted. */
const INBOX = Buffer.alloc(256 * 1024);
const END_OF_HEADERS = "\r\n\r\n";

/** Everybody asks at the same moment, each on a connection of its own. By hand: a client would cost more than the server. */
export async function getAll({ url, path, headers }: Wanted): Promise<Got> {
  const got: Got = { times: [], statuses: {}, bytes: 0 };
  await Promise.all(headers.map((header) => getOne(new URL(url), path, header, got)));
  return got;
}

function getOne({ hostname, port, host }: URL, path: string, header: string, got: Got): Promise<void> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let [status, received] = ["", 0];
    const read = (length: number) => {
      status ||= INBOX.toString("latin1", 9, 12);
      received += length;
      return true;
    };
    const socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: { buffer: INBOX, callback: read },
    });
    const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`, "Connection: close", ...(header ? [header] : [])];
    socket.write(lines.join("\r\n") + END_OF_HEADERS);
    socket.on("error", reject);
    socket.on("end", () => {
      got.times.push(performance.now() - started);
      got.statuses[status] = (got.statuses[status] ?? 0) + 1;
      got.bytes += received;
      resolve();
    });
  });
}
