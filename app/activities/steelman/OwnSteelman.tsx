"use client";
import { useTranslations } from "next-intl";
import { Check, Clock, EyeOff, X } from "#app/icons/icons.ts";
import { useNews } from "#app/shared/notices/announce.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import { OtherSideCard } from "#app/student/other-side/OtherSideCard.tsx";
import type { SteelmanScore } from "#debate/activities/steelman/rules.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";

type Unsent = Extract<Waiting, { name: "steelman:write" }>;
const LINE = "flex items-center gap-1.5";
const ICON = "size-4 shrink-0";

/** What the student wrote: how far it has come, and what the two readers say of it. */
export function OwnSteelmanCard({ sent }: { sent: Unsent | undefined }) {
  const t = useTranslations("student.steelman");
  const { desk, you } = useSeat();
  const own = you.steelman?.own;
  const text = sent?.payload ?? own;
  const fair = own?.scores.filter((score) => score.fair).length ?? 0;
  const count = own?.scores.length ?? 0;
  useNews("steelman", count > 0 ? t("scores", { fair, count }) : null);
  if (!text) return null;
  return (
    <OtherSideCard
      text={text}
      kept={desk.steelman}
      sent={sent}
      status={own && <Status status={own.status} />}
    >
      {!sent && own && own.status === "published" && <Scores scores={own.scores} />}
    </OtherSideCard>
  );
}

function Status({ status }: { status: RebuttalStatus }) {
  const t = useTranslations("student.own");
  switch (status) {
    case "published":
      return (
        <p className={LINE}>
          <Check aria-hidden="true" className={`${ICON} text-good`} strokeWidth={3} />
          {t("sent")}
        </p>
      );
    case "pending":
      return (
        <p className={LINE}>
          <Clock aria-hidden="true" className={ICON} />
          {t("pending")}
        </p>
      );
    case "hidden":
      return (
        <p className={LINE}>
          <EyeOff aria-hidden="true" className={ICON} />
          {t("hidden")}
        </p>
      );
    default:
      return status satisfies never;
  }
}

/** [P19] What people of the other side say of a text, without their names. */
function Scores({ scores }: { scores: readonly SteelmanScore[] }) {
  const t = useTranslations("student.steelman");
  if (scores.length === 0) return <p className="text-sm text-ink-soft">{t("notYet")}</p>;
  return (
    <ul className="grid grid-cols-1 gap-2 border-t border-line pt-3">
      {scores.map(({ fair, why }, place) => {
        const Icon = fair ? Check : X;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may say the same.
          <li key={place} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
            <Icon aria-hidden="true" className="mt-0.5 size-5" />
            <span className="font-semibold">{t(fair ? "fair" : "notFair")}</span>
            {why && (
              <Written as="p" className="col-start-2 wrap-anywhere">
                {why}
              </Written>
            )}
          </li>
        );
      })}
    </ul>
  );
}
