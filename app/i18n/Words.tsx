import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { english, type Namespace } from "#app/messages/en.ts";

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
export function Words({ also = [], children }: WordsProps) {
  const messages = Object.fromEntries(
    [...EVERYWHERE, ...also].map((namespace) => [namespace, english[namespace]]),
  );
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
