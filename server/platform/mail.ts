import { LOOPBACK_HOSTS } from "#server/platform/address.ts";

/** A mail in plain text to one address. */
export type Letter = { to: string; subject: string; text: string };
export type Mail = { send(letter: Letter): Promise<void> };

/** How long a mail server may take to answer, in milliseconds. */
const TIMEOUT = 10_000;

/** [I16] Sends mail by SMTP. It leaves this machine encrypted or not at all. */
export function createMail(url: string, from: string): Mail {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const isHere = LOOPBACK_HOSTS.includes(hostname);
  // Loaded on demand: most servers send no mail.
  const made = async () =>
    (await import("nodemailer")).createTransport({
      host: hostname.replace(/^\[|\]$/gu, ""),
      port: Number(port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && !isHere,
      // A mail server here may offer STARTTLS with a certificate that does not name localhost.
      ignoreTLS: isHere,
      ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      connectionTimeout: TIMEOUT,
      greetingTimeout: TIMEOUT,
      socketTimeout: TIMEOUT,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  let transport: ReturnType<typeof made> | undefined;

  return {
    async send({ to, ...letter }) {
      transport ??= made();
      // As an object, so that nothing in an address is read as a second one.
      await (await transport).sendMail({ from, to: { name: "", address: to }, ...letter });
    },
  };
}
