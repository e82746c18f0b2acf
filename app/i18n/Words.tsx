import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "#app/messages/words.ts";
import type { Language } from "#debate/rules/languages.ts";

/** What client components of every face say. */
const EVERYWHERE = [
  "shared",
  "refusals",
  "phases",
  "steps",
  "choices",
] as const satisfies readonly Namespace[];

type WordsProps = {
  also?: readonly Namespace[];
  /** In place of the reader's own language. */
  language?: Language | undefined;
  children: ReactNode;
};

/**
 * Sends client components the words of these namespaces, and only these: a phone should not load what
 * the control room says. Server components read all words without it.
 */
export async function Words({ also = [], language, children }: WordsProps) {
  const words = await getMessages(language && { locale: language });
  const messages = Object.fromEntries(
    [...EVERYWHERE, ...also].map((namespace) => [namespace, words[namespace]]),
  );
  return (
    <NextIntlClientProvider messages={messages} {...(language && { locale: language })}>
      {children}
    </NextIntlClientProvider>
  );
}
