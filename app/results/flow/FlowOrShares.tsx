import { useTranslations } from "next-intl";
import { Flow } from "#app/results/flow/Flow.tsx";
import { RoundedShares } from "#app/results/flow/RoundedShares.tsx";
import type { MovementResult } from "#debate/counting/results.ts";

/** The picture of the results, as exact as the reader may see it. */
export function FlowOrShares({ movement }: { movement: MovementResult }) {
  const t = useTranslations("flow.rounded");
  const { matrix, rounded } = movement;
  if (matrix) return <Flow movement={{ ...movement, matrix }} />;
  if (!rounded) return <RoundedShares movement={movement} />;
  return (
    <div className="grid gap-2">
      <Flow movement={{ ...movement, matrix: rounded }} isRounded />
      <p className="text-sm text-ink-soft">{t("noisy")}</p>
    </div>
  );
}
