import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { accept } from "#debate/rules/result.ts";
import { received } from "#server/http/body.ts";

const take = () => accept(null);

/** A request of which this was sent, as the server has it. */
async function requestWith(sent: string, length = sent.length) {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n${sent}`);
  const [incoming] = (await once(server, "request")) as [IncomingMessage];
  return {
    incoming,
    leave: () => socket.destroy(),
    [Symbol.dispose]() {
      socket.destroy();
      server.close();
    },
  };
}

test("[L17] a body whose last byte does not come is given up when its time is over", async () => {
  using request = await requestWith("half", 8);
  expect(await received(request.incoming, { most: 100, take, within: 20 })).toMatchObject({ code: "busy" });
});

test("[L17] a body that is longer than allowed is read no further", async () => {
  using request = await requestWith("x".repeat(101));
  expect(await received(request.incoming, { most: 100, take })).toMatchObject({ code: "too-long" });
});

test("[L17] a sender who leaves before the last byte is refused, and one who leaves after it is heard", async () => {
  using half = await requestWith("half", 8);
  const reading = received(half.incoming, { most: 100, take });
  half.leave();
  expect(await reading).toMatchObject({ code: "malformed" });

  using whole = await requestWith("whole");
  whole.leave();
  await once(whole.incoming.socket, "close");
  expect(await received(whole.incoming, { most: 100, take })).toEqual(accept(Buffer.from("whole")));
});
