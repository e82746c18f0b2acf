import type { Language } from "#debate/rules/languages.ts";
import type { Resets } from "#server/identity/resets.ts";
import type { Background } from "#server/platform/background.ts";
import type { Letter, Mail } from "#server/platform/mail.ts";

type Words = Omit<Letter, "to">;
type About = { name: string; site: string };

const WORDS = {
  en: {
    link: ({ name, site, link }) => ({
      subject: "Set a new password for Resolved",
      text: `Hello ${name},

You or someone else asked for a new password for your account at ${site}.
Open this link within an hour to choose one. It works once:

${link}

If it wasn't you, ignore this mail. Your password stays as it is.
`,
    }),
    changed: ({ name, site }) => ({
      subject: "Your password for Resolved was changed",
      text: `Hello ${name},

The password of your account at ${site} was just changed with a link, and all devices
were signed out.

If it wasn't you, set a new password at ${site}/reset
and tell the person who runs the server.
`,
    }),
  },
  ja: {
    link: ({ name, site, link }) => ({
      subject: "Resolvedのパスワードの再設定",
      text: `${name}さん

${site} のアカウントについて、パスワードの再設定の申し込みがありました。
1時間以内に次のリンクを開いて、新しいパスワードを設定してください。リンクは一度だけ使えます。

${link}

心当たりがない場合は、このメールを無視してください。パスワードは変わりません。
`,
    }),
    changed: ({ name, site }) => ({
      subject: "Resolvedのパスワードが変更されました",
      text: `${name}さん

${site} のアカウントのパスワードがリンクを使って変更され、すべての端末でログアウトしました。

心当たりがない場合は、${site}/reset で新しいパスワードを設定し、
サーバーの管理者に知らせてください。
`,
    }),
  },
} as const satisfies Record<
  Language,
  { link: (about: About & { link: string }) => Words; changed: (about: About) => Words }
>;

type Options = {
  resets: Resets;
  mail: Mail;
  /** A stop waits for `background`, and not for `sending`, as mail servers may take long. */
  background: Background;
  sending: Background;
  site: string;
};
type Reader = { email: string; name: string; language: Language | null };
export type ResetMail = ReturnType<typeof createResetMail>;

/** [I16] Mails links that set a new password. They lead to PUBLIC_URL, never to the request's host. */
export function createResetMail({ resets, mail, background, sending, site }: Options) {
  const send = (to: string, words: Words) => void sending.run(mail.send({ to, ...words }));
  return {
    /** Sends a link if the address has an account with a password. In the background, so that no answer depends on it. */
    sendLink(email: string, asker: Language): void {
      background.run(
        resets.make({ email: email.toLowerCase() }).then((made) => {
          if (!made) return;
          const { name, email: to, language } = made.instructor;
          const link = resetLink(site, made.token);
          send(to, WORDS[language ?? asker].link({ name, site, link }));
        }),
      );
    },

    /** Tells someone that a link has set a new password. */
    tellChanged({ email: to, name, language }: Reader, asker: Language): void {
      send(to, WORDS[language ?? asker].changed({ name, site }));
    },
  };
}

export function resetLink(site: string, token: string): string {
  return `${site}/reset?token=${token}`;
}
