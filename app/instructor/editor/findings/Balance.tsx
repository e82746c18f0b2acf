"use client";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import type { DebateForm } from "#app/instructor/editor/debate-form.ts";
import { lengthsOf } from "#app/instructor/editor/findings/findings.ts";
import { ChoiceFill } from "#app/shared/votes/ChoiceFill.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import { SIDES } from "#debate/rules/choices.ts";

/** [D25] How long both sides are, beside each other, while they are written. */
export function Balance({ form }: { form: DebateForm }) {
  const t = useTranslations("instructor.hand");
  const choices = useTranslations("choices");
  const settled = useDeferredValue(form);
  const lengths = useMemo(() => lengthsOf(settled), [settled]);
  const most = Math.max(1, ...lengths.map(({ count }) => count));
  return (
    <dl className="grid gap-1.5 text-sm">
      {SIDES.map((side, place) => {
        const length = lengths[place === 0 ? 0 : 1];
        return (
          <div key={side} className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-3">
            <dt className="flex items-center gap-1.5 font-semibold">
              <ChoiceMark choice={side} />
              {choices(`${side}.name`)}
            </dt>
            <dd className="flex items-center gap-3">
              <span
                aria-hidden="true"
                className="h-3 min-w-px"
                style={{ width: `${(length.count / most) * 45}%` }}
              >
                <ChoiceFill choice={side} />
              </span>
              <span className="tabular-nums">{length.count === 0 ? t("noWords") : t("length", length)}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
