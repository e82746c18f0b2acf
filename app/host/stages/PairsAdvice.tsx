"use client";
import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "#app/shared/Notice.tsx";
import { ROUNDS } from "#debate/rules/choices.ts";
import { isWorthPairing } from "#debate/rules/pairing.ts";
import type { Tallies } from "#debate/rules/snapshot.ts";

type PairsAdviceProps = { tally: Tallies | undefined; className?: string };

/** [P22] Whether the newest votes make the class good for pairs; nothing for those who may not see the votes. */
export function PairsAdvice({ tally, className }: PairsAdviceProps) {
  const t = useTranslations("host.pairs.advice");
  const format = useFormatter();
  const newest = ROUNDS.findLast((round) => tally?.[round]);
  const votes = newest && tally?.[newest];
  const all = votes ? votes.for + votes.against + votes.undecided : 0;
  if (!votes || all === 0) return null;
  const share = format.number(Math.min(votes.for, votes.against) / all, {
    style: "percent",
    maximumFractionDigits: 0,
  });
  return (
    <Notice {...(className && { className })}>{t(isWorthPairing(votes) ? "good" : "poor", { share })}</Notice>
  );
}
