import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { createMail } from "#server/platform/mail.ts";
import { startSmtpServer, textOf } from "#tests/support/smtp-server.ts";

const LETTER = { to: "ada@example.org", subject: "新しいパスワード", text: "リンク\n.\n..\nAda" };

test("[I16] a mail arrives as it was written, with a dot alone on a line, and in no language's letters lost", async () => {
  await using smtp = await startSmtpServer();
  const arrives = smtp.next();
  await createMail(smtp.url, "討論 <debates@example.org>").send(LETTER);
  const mail = await arrives;
  expect(mail.to).toBe("<ada@example.org>");
  expect(textOf(mail).trimEnd().split(/\r?\n/u)).toEqual(["リンク", ".", "..", "Ada"]);
  const subject = /^Subject: =\?UTF-8\?B\?(.*)\?=\r$/mu.exec(mail.text)?.[1] ?? "";
  expect(Buffer.from(subject, "base64").toString()).toBe(LETTER.subject);
});

test("[I16] a mail server on this machine gets mail without STARTTLS, even if it offers that", async () => {
  await using smtp = await startSmtpServer({ offersTls: true });
  const { port } = new URL(smtp.url);
  for (const host of ["127.0.0.1", "localhost"])
    await createMail(`smtp://${host}:${port}`, "debates@example.org").send(LETTER);
  expect(smtp.received.map(({ to }) => to)).toEqual(["<ada@example.org>", "<ada@example.org>"]);
});

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
