import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "#app/messages/en.ts";

/** What client components of every face say. */
const EVERYWHERE = [
  "shared",
  "refusals",
  "phases",
  "steps",
  "choices",
] as const satisfies readonly Namespace[];

type WordsProps = { also?: readonly Namespace[]; children: ReactNode };

/**
 * Sends client components the words of these namespaces, and only these: a phone should not load what
 * the control room says. Server components read all words without it.
 */
export async function Words({ also = [], children }: WordsProps) {
  const words = await getMessages();
  const messages = Object.fromEntries(
    [...EVERYWHERE, ...also].map((namespace) => [namespace, words[namespace]]),
  );
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
