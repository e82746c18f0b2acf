"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { KeysDialog } from "#app/host/marks/student/KeysDialog.tsx";
import { MarkingPanel } from "#app/host/marks/student/MarkingPanel.tsx";
import { StudentHead } from "#app/host/marks/student/StudentHead.tsx";
import { useRows } from "#app/host/marks/student/use-rows.ts";
import { Work } from "#app/host/marks/student/Work.tsx";
import { goOn, goTo } from "#app/host/marks/use-marking-place.ts";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { announce } from "#app/shared/notices/announce.ts";

/** How many students are read ahead. */
const AHEAD = 2;

/** [Q27] One student: what they did at the left, the marks at the right; on a phone at its foot. */
export function StudentMarking({ id }: { id: string }) {
  const t = useTranslations("marks.student");
  const { state, store } = useMarking();
  const panel = useRef<HTMLElement>(null);
  const [areKeysShown, showKeys] = useState(false);
  const { marks } = state;
  const place = marks.findIndex(({ participantId }) => participantId === id);

  const go = (to: number) => {
    store.saveNow();
    const mark = marks[to];
    if (!mark) return goTo({ at: "list" });
    goOn({ at: "student", id: mark.participantId });
    window.scrollTo({ top: 0, behavior: "instant" });
    announce(t("announced", { name: mark.realName ?? mark.name, place: to + 1, count: marks.length }));
  };
  const next = () => go(place + 1);
  const previous = () => place > 0 && go(place - 1);
  const { current, setCurrent } = useRows(id, panel, { next, previous, keys: () => showKeys(true) });

  const mark = marks[place];
  if (!mark) return null;
  return (
    <article className="-my-6 mx-auto grid max-w-[90rem] grid-cols-1 gap-x-8 sm:-my-10 lg:grid-cols-[minmax(0,1fr)_min(30rem,42vw)]">
      <div className="grid content-start gap-6 py-5">
        <StudentHead mark={mark} place={place} onKeys={() => showKeys(true)} />
        <Work
          id={id}
          ahead={marks.slice(place + 1, place + 1 + AHEAD).map(({ participantId }) => participantId)}
        />
      </div>
      <MarkingPanel
        ref={panel}
        id={id}
        current={current}
        onCurrent={setCurrent}
        onPrevious={place > 0 ? previous : null}
        onNext={next}
        isLast={place === marks.length - 1}
      />
      <KeysDialog open={areKeysShown} onOpenChange={showKeys} />
    </article>
  );
}
