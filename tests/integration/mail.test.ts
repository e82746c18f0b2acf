import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { createMail } from "#server/platform/mail.ts";

const LETTER = { to: "ada@example.org", subject: "新しいパスワード", text: "リンク\n.\n..\nAda" };

test("[I16] nothing is sent to another machine that does not encrypt, not even the password", async () => {
  const heard: string[] = [];
  const plain = createServer((socket) => {
    socket.write("220 plain\r\n");
    socket.setEncoding("utf8").on("data", (line: string) => {
      heard.push(line);
      socket.write(line.startsWith("EHLO") ? "250-plain\r\n250 AUTH PLAIN\r\n" : "502 no\r\n");
    });
    socket.on("error", () => undefined);
  }).listen(0, "::");
  await once(plain, "listening");
  try {
    // Not a name of this machine for createMail, though it leads here.
    const mail = createMail(
      `smtp://me:hunter2@127.0.0.2:${(plain.address() as AddressInfo).port}`,
      "debates@example.org",
    );
    await expect(mail.send(LETTER)).rejects.toThrow();
    const said = heard.join("");
    expect(said).toMatch(/^EHLO/u);
    for (const secret of ["AUTH", "MAIL FROM", "hunter2", Buffer.from("\0me\0hunter2").toString("base64")])
      expect(said).not.toContain(secret);
  } finally {
    plain.close();
  }
});
