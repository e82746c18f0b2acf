"use client";
import { useTranslations } from "next-intl";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { FIRST_WRITING, LATER_WRITING } from "#debate/activities/experiment/terms.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** [M27] One half writes: how many have. */
function SwitchStage({
  phase,
  snapshot: { experiment },
}: {
  phase: "switch-first" | "switch-later";
  snapshot: Snapshot;
}) {
  const t = useTranslations("host.experiment");
  const half = experiment?.[phase === FIRST_WRITING ? "a" : "b"];
  const written = half ? t("written", half) : null;
  useNews("experiment", written);
  return (
    <>
      <StageTitle lead={t(`lead.${phase}`)}>{t(`title.${phase}`)}</StageTitle>
      {written && <p className="font-semibold tabular-nums">{written}</p>}
    </>
  );
}

type StageProps = { snapshot: Snapshot };
export const SwitchFirstStage = ({ snapshot }: StageProps) => (
  <SwitchStage phase={FIRST_WRITING} snapshot={snapshot} />
);
export const SwitchLaterStage = ({ snapshot }: StageProps) => (
  <SwitchStage phase={LATER_WRITING} snapshot={snapshot} />
);

/** [M27] In `order`: how many have begun to read. */
export function BegunByLot({ snapshot: { experiment, phase } }: { snapshot: Snapshot }) {
  const t = useTranslations("host.experiment");
  if (!experiment || phase !== "reading") return null;
  const { a, b } = experiment;
  return (
    <p className="mb-3 text-sm text-ink-soft tabular-nums">
      {t("began", { did: a.did + b.did, drawn: a.drawn + b.drawn })}
    </p>
  );
}

/** [M29] Only half of the class votes now. */
export function HalfVotes({ snapshot: { halfVotes, experiment } }: { snapshot: Snapshot }) {
  const t = useTranslations("host.experiment");
  if (!halfVotes) return null;
  return (
    <p className="max-w-prose text-center text-pretty">
      {experiment ? t("halfVotes", { drawn: experiment.b.drawn }) : t("halfVotesNameless")}
    </p>
  );
}
