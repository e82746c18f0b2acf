"use client";
import { useTranslations } from "next-intl";
import { useCallback, useRef } from "react";
import { arrival } from "#app/live/arrival.ts";
import { pastDoublePress } from "#app/live/double-press.ts";
import type { Live } from "#app/live/live.ts";
import { toast } from "#app/shared/notices/toast.ts";
import type { Step } from "#debate/rules/steps.ts";

/** The one notice about what another device did to the reveal. */
const STEPPED = "stepped";

/**
 * [V15] Shows the class a step of the reveal, one at a time. Resolves to whether that was done, a moment after this window has it
 * [P7]; a refusal has been said by then.
 */
export function useShowStep(live: Live): (step: Step) => Promise<boolean> {
  const t = useTranslations();
  const isUnderWay = useRef(false);
  const show = useCallback(
    async (step: Step) => {
      const answer = await live.send("host:step", { step, version: live.state().snapshot.version });
      if (answer.ok) {
        toast.dismiss(STEPPED);
        await arrival(live, answer.version);
        return true;
      }
      if (answer.code !== "stale" && answer.code !== "wrong-phase") {
        toast.error(t(`refusals.${answer.code}`), { id: answer.code });
        return false;
      }
      // Another device was faster. What it did may not have arrived here yet, or never will: a step and the way back cancel out.
      const now = await live.resync();
      const shown = now.step ? t(`steps.${now.step}.name`) : t(`phases.${now.phase}.name`);
      toast.warning(t("host.reveal.staleTitle"), {
        id: STEPPED,
        description: t("host.reveal.staleBody", { step: shown }),
      });
      return false;
    },
    [live, t],
  );
  return useCallback(
    async (step) => {
      if (isUnderWay.current) return false;
      isUnderWay.current = true;
      const isShown = await show(step).finally(() => {
        isUnderWay.current = false;
      });
      await pastDoublePress();
      return isShown;
    },
    [show],
  );
}
