import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { RehearsalMark } from "#app/shared/sessions/RehearsalMark.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { Erased } from "#app/student/Erased.tsx";
import { ClassRule } from "#app/student/join/ClassRule.tsx";
import { ClassJoin } from "#app/student/join/class/ClassJoin.tsx";
import { IdentityPromise } from "#app/student/join/IdentityPromise.tsx";
import { JoinForm } from "#app/student/join/JoinForm.tsx";
import type { Seated } from "#app/student/join/take-seat.ts";
import { ForgetRoom } from "#app/student/offline/ForgetRoom.tsx";
import type { PhonePage, SessionCard } from "#debate/protocol/pages.ts";
import type { Refusal } from "#debate/rules/result.ts";
import { bindsCodes } from "#debate/rules/session-options.ts";

export type JoinProps = {
  card: SessionCard & Pick<PhonePage, "settings" | "byClass">;
  refused: Refusal | null;
  onSeated: (seated: Seated) => void;
};

/** The page for joining: the resolution, the promise, one button. */
export function Join({ card, refused, onSeated }: JoinProps) {
  const t = useTranslations("student.join");
  const { space } = useJoined();
  // [Q7] A code works in every session of a class.
  const entry = card.byClass ? "personal" : card.entry;
  const form = { refused, onSeated, code: card.code, identity: card.identity, byClass: card.byClass };
  return (
    <PageShell width="measure" header={<CodeDisplay code={card.code} />}>
      <Erased />
      <ForgetRoom code={card.code} />
      <div className="grid gap-8">
        <div className="grid gap-3">
          <RehearsalMark simulated={card.simulated} />
          <p className="eyebrow text-ink-soft">{t("title")}</p>
          <Resolution size="normal">{card.resolution}</Resolution>
        </div>
        <div className="grid gap-3 border-l-2 border-line-strong pl-4">
          <p data-prose>
            <IdentityPromise identity={card.identity} settings={card.settings} />
            {space}
            {card.entry === "personal" && t(`keepPass.${card.identity}`) + space}
            <a href={`/privacy?code=${card.code}`} className="whitespace-nowrap underline underline-offset-4">
              {t("kept")}
            </a>
          </p>
          <ClassRule rule={card.settings.rule} />
        </div>
        {!card.joinable && <Notice>{t(bindsCodes(card) ? "lockedAnonymous" : "locked")}</Notice>}
        {card.byClass && card.entry === "open" && card.joinable ? (
          <ClassJoin {...form} />
        ) : (
          <JoinForm {...form} entry={entry} />
        )}
      </div>
    </PageShell>
  );
}
