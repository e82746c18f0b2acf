"use client";
import { useTranslations } from "next-intl";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** The headline and the line under it, as on the wall; the flow below says why it is not exact. */
export function VerdictSection({ result }: { result: ResultMessage }) {
  const t = useTranslations("student.result");
  const { headline, detail } = useStepWords().verdict(result, { saysWhy: false });
  return (
    <section aria-labelledby="class-verdict" className="grid gap-3 border-t-4 border-double border-ink pt-5">
      <h2 id="class-verdict" className="eyebrow text-ink-soft">
        {t("class")}
      </h2>
      <p className="font-serif text-3xl font-medium tracking-[-0.012em] text-balance">{headline}</p>
      {detail !== null && <p className="font-serif text-xl text-ink-soft text-pretty">{detail}</p>}
      {isOfMovement(result) && (
        <p data-prose className="text-sm text-ink-soft">
          {t("noCause")}
        </p>
      )}
    </section>
  );
}

/** Whether it is about who moved: without anyone who voted twice there is nothing to say of why. */
function isOfMovement({ verdict }: ResultMessage): boolean {
  return verdict !== undefined && !["after-not-held", "nobody-voted-twice", "too-few"].includes(verdict.kind);
}
