import { useTranslations } from "next-intl";
import { DoorClosed, Flag, UserX } from "#app/icons/icons.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { Erased } from "#app/student/Erased.tsx";
import { GivenBack } from "#app/student/join/GivenBack.tsx";
import { ForgetRoom } from "#app/student/offline/ForgetRoom.tsx";
import { YourData } from "#app/student/YourData.tsx";

type ShutProps = { why: "locked" | "closed" | "removed"; code: string };

const ICONS = { locked: DoorClosed, closed: Flag, removed: UserX } as const;

/** There is a session, and no way in. */
export function Shut({ why, code }: ShutProps) {
  const t = useTranslations("student.shut");
  return (
    <PageShell width="measure" header={why === "removed" && <YourData code={code} />}>
      <Erased />
      <ForgetRoom code={code} />
      {why === "removed" && <GivenBack code={code} />}
      <EmptyState
        as="h1"
        icon={ICONS[why]}
        title={t(`${why}.title`)}
        action={
          <a
            href={why === "closed" ? `/results/${code}` : `/s/${code}`}
            className={buttonStyle(why === "removed" ? "secondary" : "primary")}
          >
            {t(`${why}.action`)}
          </a>
        }
      >
        {t(`${why}.body`)}
      </EmptyState>
    </PageShell>
  );
}
