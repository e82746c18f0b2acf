import pino from "pino";
import { expect, test } from "vitest";
import { createMail } from "#server/platform/mail.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";
import { ADA, help, invitedWithConsent, linkFor, NEW, SITE, tokenIn, use } from "#tests/support/resets.ts";
import { startServer } from "#tests/support/server.ts";
import { startSmtpServer, textOf } from "#tests/support/smtp-server.ts";

/** A server that sends mail to a mail server of this test. */
async function mailing(options: Parameters<typeof startServer>[0] = {}) {
  const smtp = await startSmtpServer();
  const mail = createMail(smtp.url, "Resolved <debates@example.org>");
  const server = await startServer({ publicUrl: SITE, trustProxy: true, mail, ...options });
  const ask = (email: string, headers: Record<string, string> = {}) =>
    server.request("/api/reset/mail", { json: { email }, headers });
  return {
    smtp,
    server,
    ask,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await smtp[Symbol.asyncDispose]();
    },
  };
}

test("[I16] a mail brings a link that works, and another says that the password was changed", async () => {
  await using post = await mailing();
  const { server, smtp, ask } = post;
  const arrives = smtp.next();
  const asked = await ask(INSTRUCTOR.email.toUpperCase());
  expect([asked.status, await asked.json()]).toEqual([202, { ok: true }]);
  const mail = await arrives;
  expect(mail.to).toBe(`<${INSTRUCTOR.email}>`);
  expect(mail.text).toMatch(/^From: Resolved <debates@example\.org>\r$/mu);
  expect(mail.text).toMatch(/^Subject: Set a new password for Resolved\r$/mu);
  const text = textOf(mail);
  expect(text).toContain(`Hello ${INSTRUCTOR.name},`);
  const [link = ""] = /^http.*reset\?token=.*$/mu.exec(text) ?? [];
  expect(link.startsWith(`${SITE}/reset?token=`)).toBe(true);

  const tells = smtp.next();
  expect((await use(server, tokenIn(link.trim()))).status).toBe(200);
  expect(textOf(await tells)).toContain(`${SITE}/reset`);
  await server.signIn({ ...INSTRUCTOR, password: NEW });
});

test("[I15][I16] a mailed link proves the address and ends the consent to a colleague's help; other links do neither", async () => {
  await using post = await mailing();
  const { server, smtp, ask } = post;
  const ada = await invitedWithConsent(server);
  const held = async () => {
    const row = await server.database.reader.instructor.findUniqueOrThrow({ where: { id: ada.id } });
    return { verified: row.emailVerified, hasHelper: row.helpAllowedAt !== null };
  };
  const changed = smtp.next();
  expect((await use(server, await linkFor(server, ada.id))).status).toBe(200);
  await changed;
  expect(await held()).toEqual({ verified: false, hasHelper: true });
  const arrives = smtp.next();
  await ask(ADA.email);
  const [link = ""] = /^http.*reset\?token=.*$/mu.exec(textOf(await arrives)) ?? [];
  expect((await use(server, tokenIn(link.trim()), "another teapot river")).status).toBe(200);
  expect(await held()).toEqual({ verified: true, hasHelper: false });
  expect((await help(server, ada.id)).status).toBe(404);
});

test("[I16] an address without an account gets the same answer and no mail", async () => {
  await using post = await mailing();
  const { smtp, ask } = post;
  const told = async (answer: Response) => [
    answer.status,
    await answer.text(),
    [...answer.headers.keys()].sort(),
  ];
  const none = await told(await ask("nobody@example.org"));
  const arrives = smtp.next();
  expect(await told(await ask(INSTRUCTOR.email))).toEqual(none);
  await arrives;
  expect(smtp.received.map(({ to }) => to)).toEqual([`<${INSTRUCTOR.email}>`]);
});

test("[I16] three mails an hour for one account, and thirty from one address, whether or not there is an account", async () => {
  await using post = await mailing();
  const { smtp, ask } = post;
  const from = (address: string) => ({ "x-forwarded-for": address });
  for (const email of [INSTRUCTOR.email, "nobody@example.org"]) {
    const tries = [];
    for (let n = 0; n < 4; n += 1) tries.push(await ask(email, from(`198.51.100.${n}`)));
    expect(tries.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
    expect(Number(tries[3]?.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  const many = await Promise.all(
    Array.from({ length: 40 }, (_, n) => ask(`nobody${n}@example.org`, from("203.0.113.7"))),
  );
  expect(many.filter(({ status }) => status === 202)).toHaveLength(30);
  await expect.poll(() => smtp.received.length).toBe(3);
});

test("[I16] without a mail server no mail can be asked for, and a broken one changes no answer", async () => {
  await using silent = await startServer();
  expect((await silent.request("/api/reset/mail", { json: { email: ADA.email } })).status).toBe(404);
  const logged: string[] = [];
  const log = pino({ level: "error" }, { write: (line) => void logged.push(line) });
  await using post = await mailing({ log, mail: createMail("smtp://127.0.0.1:1", "debates@example.org") });
  expect((await post.ask(INSTRUCTOR.email)).status).toBe(202);
  await expect.poll(() => logged.join("")).toContain("ECONNREFUSED");
  // No one's address is in the log.
  expect(logged.join("")).not.toContain(INSTRUCTOR.email);
});
