import { once } from "node:events";
import net from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { startProxy } from "#tests/faults/proxy.ts";
import { createDice } from "#tests/support/chance.ts";

test("an answer whose sender hangs up right after it arrives over a link that delays by 20 ms", async () => {
  const server = net.createServer((socket) => socket.end("the whole answer"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as net.AddressInfo;
  await using link = await startProxy(`http://127.0.0.1:${port}`, createDice(1));
  link.set({ delay: 20 });
  const client = net.connect(Number(new URL(link.url).port), "127.0.0.1");
  expect(await text(client)).toBe("the whole answer");
  server.close();
});
