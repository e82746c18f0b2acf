"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Check, Clock, EyeOff, LoaderCircle, TriangleAlert, X } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { HELD_UP_ICONS } from "#app/student/offline/HeldUpBanner.tsx";
import type { Waiting } from "#app/student/offline/outbox.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
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
  const edit = useRef<HTMLButtonElement>(null);
  const fair = own?.scores.filter((score) => score.fair).length ?? 0;
  const count = own?.scores.length ?? 0;
  useNews("steelman", count > 0 ? t("scores", { fair, count }) : null);
  // [F1] The form has gone with what was pressed.
  useEffect(() => {
    if (document.activeElement === document.body) edit.current?.focus();
  }, []);
  if (!text) return null;
  const rewrite = () => {
    desk.steelman.change(() => ({ body: text.body, ...(text.side && { side: text.side }) }));
    if (sent) desk.outbox.putAside(sent);
  };
  return (
    <section
      aria-labelledby="own-steelman"
      className="grid grid-cols-1 gap-3 rounded-card border-2 border-line-strong bg-surface p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="own-steelman" className="font-serif text-xl">
          {t("yours")}
        </h2>
        {text.side && <ChoiceBadge choice={text.side} />}
      </div>
      <Written as="p" className="font-serif whitespace-pre-line wrap-anywhere">
        {text.body}
      </Written>
      <div className="text-sm text-ink-soft">
        {sent ? <OnItsWay sent={sent} /> : own && <Status status={own.status} />}
      </div>
      {!sent && own && own.status === "published" && <Scores scores={own.scores} />}
      <div className="flex flex-wrap gap-2">
        <Button ref={edit} onClick={rewrite}>
          {t("edit")}
        </Button>
      </div>
    </section>
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

function OnItsWay({ sent: { refused } }: { sent: Unsent }) {
  const t = useTranslations("student");
  const tRefusals = useTranslations("refusals");
  const { sentences } = useJoined();
  const { heldUpBy } = useSeat();
  const storageNote = useStorageNote();
  if (refused)
    return (
      <p role="alert" className={LINE}>
        <TriangleAlert aria-hidden="true" className={`${ICON} text-warn`} />
        {sentences(t("steelman.refused"), tRefusals(refused))}
      </p>
    );
  const Icon = heldUpBy ? HELD_UP_ICONS[heldUpBy] : LoaderCircle;
  return (
    <p role="status" className={LINE}>
      <Icon aria-hidden="true" className={heldUpBy ? ICON : `${ICON} animate-spin`} />
      {heldUpBy ? storageNote(t(`own.kept.${heldUpBy}`)) : t("own.sending")}
    </p>
  );
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
