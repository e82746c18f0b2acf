import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { expect, test } from "vitest";
import { exportFile, FORMATS } from "#server/http/export-file.ts";
import { closeIfUnread, createHttpServer } from "#server/http/http-server.ts";
import type { ExportRow } from "#server/sessions/export-rows.ts";

/** About 30 MB, more than a system keeps for a socket. */
const ROWS = 60_000;
const TEXT = "x".repeat(500);

/** Serves an export, and counts how many of its rows are written. */
async function serving(format: (typeof FORMATS)[number], within: number) {
  let written = 0;
  let leave: (written: number) => void = () => undefined;
  const left = new Promise<number>((resolve) => {
    leave = resolve;
  });
  function* rows(): Generator<ExportRow> {
    try {
      for (; written < ROWS; written += 1) yield { n: written, text: TEXT };
    } finally {
      leave(written);
    }
  }
  const answer = getRequestListener(() => {
    const { body, type } = exportFile(format, "exposures", { columns: ["n", "text"], rows: rows() });
    return new Response(body, { headers: { "content-type": type } });
  });
  const server = createHttpServer(60_000, (request, response) => {
    closeIfUnread(response, within);
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    /** How many rows were written when the last one was, or the rest was given up. */
    left,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test.each(FORMATS)(
  "[L8] an export as %s that its reader stops reading is written no further, and given up",
  async (format) => {
    await using server = await serving(format, 100);
    const reader = connect(server.port, "127.0.0.1");
    reader.on("error", () => undefined);
    reader.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    reader.pause();
    expect(await server.left).toBeLessThan(ROWS / 2);
    reader.destroy();
  },
);

test("[L8] an export whose reader leaves is written no further", async () => {
  await using server = await serving("json", 60_000);
  const reader = connect(server.port, "127.0.0.1");
  reader.on("error", () => undefined);
  reader.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  reader.once("data", () => reader.destroy());
  expect(await server.left).toBeLessThan(ROWS / 2);
});
