"use client";
import { useTranslations } from "next-intl";
import type { LogEntry } from "#debate/protocol/snapshot.ts";
import { PHASES } from "#debate/rules/phases.ts";
import { LINKS, type Link } from "#debate/rules/rights.ts";

/** What a line of the log says in words. */
export function useSentence(): (entry: LogEntry) => string {
  const t = useTranslations("host.log");
  const phases = useTranslations("phases");
  return ({ kind, detail = "", rebuttalId, seat }) => {
    const phase = PHASES.find((each) => each === detail);
    if (kind === "phase" && phase) return t("kinds.phase", { phase: phases(`${phase}.name`) });
    if (kind === "timer") return detail === "off" ? t("kinds.timerOff") : t("kinds.timer", { time: detail });
    if (kind === "spotlight") return rebuttalId ? t("kinds.spotlight") : t("kinds.spotlightOff");
    if ((kind === "linked" || kind === "unlinked") && isLink(detail)) return t(`kinds.${kind}.${detail}`);
    if (kind === "removed" || kind === "restored")
      return seat ? t(`kinds.${kind}`, { name: seat.name }) : t(`kinds.${kind}Seat`);
    // A kind that a newer server writes is told as it is.
    return isSimple(kind) ? t(`kinds.${kind}`) : [kind, detail].join(" ").trim();
  };
}

function isLink(detail: string): detail is Link {
  return LINKS.some((each) => each === detail);
}

const SIMPLE = [
  "opened",
  "locked",
  "unlocked",
  "revealed",
  "covered",
  "results-kept",
  "results-open",
  "approve-first",
  "approve-after",
  "reported",
  "hide",
  "show",
  "approve",
  "keep",
  "undo-hide",
  "undo-show",
  "undo-approve",
  "undo-keep",
  "words-deleted",
  "seat-deleted",
  "rebuttal-deleted",
] as const;

function isSimple(kind: string): kind is (typeof SIMPLE)[number] {
  return SIMPLE.some((each) => each === kind);
}
