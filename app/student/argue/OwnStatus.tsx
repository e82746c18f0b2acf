"use client";
import { useTranslations } from "next-intl";
import { Check, Clock, EyeOff, ThumbsUp } from "#app/icons/icons.ts";
import { useAuthors } from "#app/shared/rebuttals/use-authors.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { isMine } from "#app/student/argue/rebuttal-list.ts";
import { ClassRule } from "#app/student/join/ClassRule.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { ownCredits } from "#app/student/result/own-credits.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

const ICON = "size-4 shrink-0";
const LINE = "flex items-center gap-1.5 text-pretty";

/** How far one of my own rebuttals has come, and how the class received it. */
export function OwnStatus({ rebuttal }: { rebuttal: Rebuttal }) {
  const t = useTranslations("student.own");
  const authorsOf = useAuthors();
  const { settings } = useSeat();
  switch (rebuttal.status) {
    case "published":
      return (
        <span className="flex flex-wrap items-center gap-x-4">
          {rebuttal.with && <span>{authorsOf({ ...rebuttal, by: "you" })}</span>}
          <Received rebuttal={rebuttal} />
          <span className={LINE}>
            <Check aria-hidden="true" className={`${ICON} text-good`} strokeWidth={3} />
            {t("sent")}
          </span>
        </span>
      );
    case "pending":
      return (
        <span className={LINE}>
          <Clock aria-hidden="true" className={ICON} />
          {t("pending")}
        </span>
      );
    case "hidden":
      return (
        <span className="grid gap-1">
          <span className={LINE}>
            <EyeOff aria-hidden="true" className={ICON} />
            {rebuttal.downWith ? t(rebuttal.downWith === "merged" ? "merged" : "hiddenWith") : t("hidden")}
          </span>
          <MergedInto rebuttal={rebuttal} />
          {!rebuttal.downWith && <ClassRule rule={settings.rule} />}
        </span>
      );
    default:
      return rebuttal.status satisfies never;
  }
}

/** Those whom it moved, and who find it persuasive. */
function Received({ rebuttal: { id, endorsements } }: { rebuttal: Rebuttal }) {
  const t = useTranslations("student.own");
  const tCard = useTranslations("card");
  const { state, you } = useSeat();
  const moved = ownCredits(state, you).get(id);
  return (
    <>
      {moved && <strong className="font-semibold text-ink">{tCard("movedEach", { count: moved })}</strong>}
      {endorsements > 0 && (
        <span className={LINE}>
          <ThumbsUp aria-hidden="true" className={ICON} />
          {t("endorsements", { count: endorsements })}
        </span>
      )}
    </>
  );
}

/** [R32] The rebuttal that stands for one's own, which one is an author of, too. */
function MergedInto({ rebuttal: { mergedInto = "" } }: { rebuttal: Rebuttal }) {
  const authorsOf = useAuthors();
  const { state, you } = useSeat();
  const head = state.rebuttals.get(mergedInto);
  if (!head) return null;
  return (
    <>
      <Written as="p" className="line-clamp-3 border-s-2 border-line-strong ps-3 text-ink">
        {head.body}
      </Written>
      {!isMine(head, you) && (
        <span className="flex flex-wrap items-center gap-x-4 ps-3.5">
          {head.with && <span>{authorsOf(head, { isAmong: true })}</span>}
          <Received rebuttal={head} />
        </span>
      )}
    </>
  );
}
