"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { DoorClosed, Trash2, UserX } from "#app/icons/icons.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { ForgetRoom } from "#app/student/offline/ForgetRoom.tsx";
import { forgetSession } from "#app/student/offline/phone-storage.ts";
import { YourData } from "#app/student/YourData.tsx";

type EndedProps = { how: "removed" | "gone" | "refused"; code: string };

const ICONS = { removed: UserX, gone: Trash2, refused: DoorClosed } as const;

/** The seat has come to an end: taken away, deleted with its session, or no longer known to the server. */
export function Ended({ how, code }: EndedProps) {
  const t = useTranslations("student.ended");
  const place = useRef<HTMLDivElement>(null);
  // What was focused has just gone.
  useEffect(() => place.current?.focus(), []);
  // [G9] What the server no longer has, this phone should not have either.
  useEffect(() => {
    if (how === "gone") forgetSession(code);
  }, [how, code]);
  const isRemoved = how === "removed";
  return (
    <PageShell home={isRemoved ? false : "/"} width="measure" header={isRemoved && <YourData code={code} />}>
      <div ref={place} tabIndex={-1} role="status" className="outline-none">
        <ForgetRoom code={code} />
        <EmptyState
          as="h1"
          icon={ICONS[how]}
          title={t(`${how}.title`)}
          action={
            how !== "gone" && (
              // A plain link: the server has to look at the seat again.
              <a href={`/s/${code}`} className={buttonStyle(how === "refused" ? "primary" : "secondary")}>
                {t(`${how}.action`)}
              </a>
            )
          }
        >
          {t(`${how}.body`)}
        </EmptyState>
      </div>
    </PageShell>
  );
}
