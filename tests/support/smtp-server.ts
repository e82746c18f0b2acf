import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** A mail as it was handed over: to whom, and its lines with the headers. */
type Received = { to: string; text: string };

/** A mail server for one test, which keeps what it is sent. It does what nodemailer asks of it, and no more. */
export async function startSmtpServer({ offersTls = false } = {}) {
  const received: Received[] = [];
  const waiting: ((mail: Received) => void)[] = [];
  const server = createServer((socket) => {
    let buffered = "";
    let to = "";
    let isBody = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.setEncoding("utf8").on("data", (chunk) => {
      buffered += chunk;
      for (;;) {
        const end = buffered.indexOf(isBody ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const said = buffered.slice(0, end);
        buffered = buffered.slice(end + (isBody ? 5 : 2));
        if (isBody) keep(said);
        else hear(said);
      }
    });
    say("220 test");

    function hear(command: string): void {
      if (command.startsWith("RCPT TO:")) to = command.slice("RCPT TO:".length);
      isBody = command === "DATA";
      if (isBody) say("354 go on");
      else if (command === "QUIT") socket.end("221 bye\r\n");
      else if (command === "STARTTLS") say("454 no certificate");
      else if (offersTls && command.startsWith("EHLO")) say("250-test\r\n250 STARTTLS");
      else say("250 ok");
    }

    function keep(text: string): void {
      isBody = false;
      const mail = { to, text };
      received.push(mail);
      waiting.shift()?.(mail);
      say("250 kept");
    }
  });
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    /** Resolves with the next mail that arrives. */
    next: (): Promise<Received> => new Promise((resolve) => waiting.push(resolve)),
    async [Symbol.asyncDispose](): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** The text of a mail, decoded. */
export function textOf({ text }: Received): string {
  const [headers = "", ...body] = text.split("\r\n\r\n");
  const encoded = body.join("\r\n\r\n");
  if (/^content-transfer-encoding: base64/imu.test(headers))
    return Buffer.from(encoded, "base64").toString("utf8");
  if (!/^content-transfer-encoding: quoted-printable/imu.test(headers)) return encoded;
  const bytes = encoded
    .replaceAll(/=\r\n/gu, "")
    .replaceAll(/=([0-9A-F]{2})/gu, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
