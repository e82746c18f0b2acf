"use client";

import { useTranslations } from "next-intl";
import { PHONE_RESULTS } from "#app/activities/phone-results.ts";
import { ArrowRight } from "#app/icons/icons.ts";
import { PickedQuotes } from "#app/results/words/PickedQuotes.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { OnlineLink } from "#app/student/offline/OnlineLink.tsx";
import { ChanceSection } from "#app/student/result/ChanceSection.tsx";
import { MovedSection } from "#app/student/result/MovedSection.tsx";
import { OwnMoved } from "#app/student/result/OwnMoved.tsx";
import { OwnWay } from "#app/student/result/OwnWay.tsx";
import { VerdictSection } from "#app/student/result/VerdictSection.tsx";
import { isOn } from "#debate/activities/open.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** [V18] What the host picked of the words of voters. */
function PickedSection() {
  const t = useTranslations("words");
  const { picked } = useSeat().state;
  if (picked.length === 0) return null;
  return (
    <section aria-labelledby="picked-words" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="picked-words" className="eyebrow text-ink-soft">
          {t("title")}
        </h2>
        <p>{t("lead")}</p>
      </div>
      <PickedQuotes picked={picked} />
    </section>
  );
}

/** All that was revealed, and the way to the full results. */
export function OpenView({ result }: { result: ResultMessage }) {
  const t = useTranslations("student.result");
  const tCard = useTranslations("card");
  const { code, settings } = useSeat();
  return (
    <>
      <VerdictSection result={result} />
      <OwnMoved />
      <div className="flex flex-wrap gap-3">
        <OnlineLink href={`/results/${code}`} className={buttonStyle("primary", "large")}>
          {t("all")}
          <ArrowRight aria-hidden="true" className="size-5" />
        </OnlineLink>
        <OnlineLink href={`/s/${code}/card`} className={buttonStyle("secondary", "large")}>
          {tCard("title")}
        </OnlineLink>
      </div>
      {PHONE_RESULTS.map(({ name, Results }) => Results && isOn(name, settings) && <Results key={name} />)}
      <OwnWay result={result} />
      <ChanceSection result={result} />
      <MovedSection result={result} />
      <PickedSection />
    </>
  );
}
