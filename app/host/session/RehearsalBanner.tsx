"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { usePending } from "#app/host/use-pending.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { press } from "#app/shared/press.ts";
import { RehearsalMark } from "#app/shared/sessions/RehearsalMark.tsx";

type RehearsalBannerProps = { code: string; simulated: number; isHost: boolean };

/** [H4] Says that this is a rehearsal, and ends it: nothing of it is worth a question. */
export function RehearsalBanner({ code, simulated, isHost }: RehearsalBannerProps) {
  const t = useTranslations("host.rehearsal");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const [isPending, run] = usePending();
  const end = () =>
    run(async () => {
      const reply = await press("DELETE", `/api/sessions/${code}`);
      if (reply.ok || reply.code === "not-found") router.replace("/dashboard");
      else toast.error(refusals(reply.code));
    });
  return (
    <Notice
      banner
      action={
        isHost && (
          <Button size="small" pending={isPending} onClick={end}>
            {t("end")}
          </Button>
        )
      }
    >
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <RehearsalMark simulated={simulated} />
        <span className="max-sm:hidden">{t("body")}</span>
      </p>
    </Notice>
  );
}
