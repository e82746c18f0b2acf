import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TIMES } from "#server/pages/page-queue.ts";

const nginx = readFileSync("deploy/nginx.conf", "utf8");
const compose = readFileSync("deploy/compose.cluster.yaml", "utf8");

/** The numbers behind a directive. */
const numbersAfter = (text: string, directive: RegExp): number[] =>
  [...text.matchAll(new RegExp(`^ *${directive.source}[ :]+(\\d+)`, "gmu"))].map(([, number]) =>
    Number(number),
  );

/** The number behind a directive that stands there once. */
function numberAfter(text: string, directive: RegExp): number {
  const found = numbersAfter(text, directive);
  expect([directive.source, found.length]).toEqual([directive.source, 1]);
  return found[0] ?? Number.NaN;
}

const ofAddress = numberAfter(nginx, /limit_conn addresses/u);
const connections = numberAfter(nginx, /worker_connections/u);
const files = numberAfter(nginx, /worker_rlimit_nofile/u);

test("[L7] nginx lets 6,000 phones of one address in, each with a socket and a request, and slows down no address", () => {
  expect(ofAddress).toBeGreaterThanOrEqual(2 * 6_000);
  expect(nginx).not.toMatch(/^ *limit_req/mu);
});

test("nginx: one address cannot take all connections of a worker, and a worker can open all that it counts", () => {
  // Each has a half toward the client and one toward a server; those kept open to servers count, too.
  const keptOpen = numbersAfter(nginx, /keepalive/u).reduce((sum, number) => sum + number, 0);
  expect(2 * ofAddress + keptOpen).toBeLessThanOrEqual(0.75 * connections + 512);
  expect(connections).toBeLessThan(files);
  expect(numberAfter(compose, /nofile/u)).toBeGreaterThanOrEqual(files);
});

test("[L14] a server answers for a late page before nginx gives up on the server", () => {
  const [, wait] = /location \/ \{[^}]*proxy_read_timeout (\d+)s/u.exec(nginx) ?? [];
  expect(TIMES.queued).toBeLessThan(TIMES.answered);
  expect(TIMES.answered).toBeLessThan(Number(wait) * 1_000);
});
