"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { WordsOf } from "#app/messages/words.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import {
  EVENT_KINDS,
  type EventKind,
  isAboutSeat,
  isAboutTable,
  type KindAboutTable,
  type SeatEvent,
} from "#debate/rules/log.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { LINKS, type Link } from "#debate/rules/rights.ts";
import type { LogEntry } from "#debate/rules/snapshot.ts";
import { STEPS } from "#debate/rules/steps.ts";

/** A line of the log in words: `said` as plain text, `shown` with names marked with their language [E7]. */
export function useSentence() {
  const t = useTranslations("host.log");
  const steps = useTranslations("steps");
  const phases = useTranslations("phases");
  const aboutTable = (kind: WordsOf<"host.log.kinds">, table: string) => t(`kinds.${kind}`, { table });
  const once = ({ kind, detail = "", rebuttalId, seat }: LogEntry): string => {
    const phase = PHASES.find((each) => each === detail);
    if (kind === "phase" && phase) return t("kinds.phase", { phase: phases(`${phase}.name`) });
    if (kind === "timer") return detail === "off" ? t("kinds.timerOff") : t("kinds.timer", { time: detail });
    const step = STEPS.find((each) => each === detail);
    if (kind === "step" && step) return t("kinds.step", { step: steps(`${step}.name`) });
    if (kind === "spotlight")
      return t(`kinds.${rebuttalId ? kind : detail === "none" ? "spotlightOff" : "spotlightOther"}`);
    if ((kind === "linked" || kind === "unlinked") && isLink(detail)) return t(`kinds.${kind}.${detail}`);
    if (kind === "paper") return t("kinds.paper", { count: Number(detail) });
    if (kind === "codes") return t("kinds.codes", { count: Number(detail) });
    if (isAboutTable(kind)) return aboutTable(kind, detail);
    if (isAboutSeat(kind))
      return seat ? t.markup(`kinds.${kind}`, { name: () => isolated(seat.name) }) : t(`kinds.${kind}Seat`);
    // A kind written by a newer server has no translation, so show it unchanged.
    return isSimple(kind) ? t(`kinds.${kind}`) : [kind, detail].join(" ").trim();
  };
  const said = (entry: LogEntry): string =>
    entry.count === undefined ? once(entry) : t("times", { what: once(entry), count: entry.count });
  const shown = (entry: LogEntry): ReactNode =>
    entry.seat && (entry.kind === "removed" || entry.kind === "restored")
      ? t.rich(`kinds.${entry.kind}`, { name: inSentence(entry.seat.name) })
      : said(entry);
  return { said, shown };
}

function isLink(detail: string): detail is Link {
  return LINKS.some((each) => each === detail);
}

/** Kinds whose words depend on what the line is about. */
const PARTICULAR = ["phase", "step", "timer", "spotlight", "linked", "unlinked", "codes", "paper"] as const;
type Simple = Exclude<EventKind, (typeof PARTICULAR)[number] | SeatEvent | KindAboutTable>;

function isSimple(kind: string): kind is Simple {
  const isKind = (each: string) => each === kind;
  return EVENT_KINDS.some(isKind) && !PARTICULAR.some(isKind) && !isAboutSeat(kind) && !isAboutTable(kind);
}
