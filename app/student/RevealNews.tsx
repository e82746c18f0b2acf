"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { useNews } from "#app/shared/notices/announce.ts";
import { useSeat, useShown } from "#app/student/join/seat.ts";
import { ownCredits } from "#app/student/result/own-credits.ts";

/**
 * Says politely what a step of the reveal shows. It moves neither the focus nor the page: someone may be reading, and in another
 * view it says only that there is something new.
 */
export function RevealNews() {
  const t = useTranslations("student.result");
  const steps = useTranslations("steps");
  const { spoken } = useStepWords();
  const tCard = useTranslations("card");
  const { sentences } = useJoined();
  const { state, you } = useSeat();
  const { view } = useShown();
  const { result } = state;
  const [news, setNews] = useState("");
  const shown = useRef(result?.step ?? null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new step is news.
  useEffect(() => {
    const step = result?.step ?? null;
    if (shown.current === step) return;
    shown.current = step;
    if (!result || !step) return setNews("");
    const own = [...ownCredits(state, you).values()];
    setNews(
      sentences(
        view === "result" ? spoken(result) : t("news", { what: steps(`${step}.name`) }),
        ...own.map((count) => tCard("movedOwn", { count })),
      ),
    );
  }, [result?.step]);

  useNews("step", news);
  return null;
}
