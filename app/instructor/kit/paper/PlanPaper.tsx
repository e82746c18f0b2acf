import { useTranslations } from "next-intl";
import { GlossaryList } from "#app/instructor/kit/paper/HandoutPaper.tsx";
import { SheetPart } from "#app/shared/print/PrintSheet.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Debate } from "#debate/content/debate.ts";
import type { Kit } from "#debate/content/kit.ts";
import { LESSON_PHASES } from "#debate/rules/phase-order.ts";

/** What the teacher has in hand: plans, objectives, notes. */
export function PlanPaper({ debate: { kit = {}, rights } }: { debate: Debate }) {
  const t = useTranslations("kitPaper.plan");
  const tPhases = useTranslations("phases");
  const { plans = [], objectives = [], notes = {}, glossary = [], exitTicket = [], licence } = kit;
  const noted = LESSON_PHASES.filter((phase) => notes[phase]);
  return (
    <>
      {objectives.length > 0 && (
        <SheetPart title={t("objectives")}>
          <ul className="list-disc ps-5">
            {objectives.map((objective) => (
              <Written as="li" key={objective}>
                {objective}
              </Written>
            ))}
          </ul>
        </SheetPart>
      )}
      {plans.map((plan) => (
        <Plan key={plan.minutes} plan={plan} />
      ))}
      {noted.length > 0 && (
        <SheetPart title={t("notes")}>
          <dl className="grid gap-2 text-sm print:break-inside-auto!">
            {noted.map((phase) => (
              <div key={phase} data-whole>
                <dt className="font-semibold">{tPhases(`${phase}.name`)}</dt>
                <Written as="dd" className="whitespace-pre-line">
                  {notes[phase]}
                </Written>
              </div>
            ))}
          </dl>
        </SheetPart>
      )}
      {glossary.length > 0 && (
        <SheetPart title={t("glossary")}>
          <GlossaryList glossary={glossary} />
        </SheetPart>
      )}
      {exitTicket.length > 0 && (
        <SheetPart title={t("exitTicket")}>
          <ul className="list-disc ps-5">
            {exitTicket.map((question) => (
              <Written as="li" key={question}>
                {question}
              </Written>
            ))}
          </ul>
        </SheetPart>
      )}
      <SheetPart title={t("rights")}>
        {licence && (
          <Written as="p" className="font-semibold">
            {licence}
          </Written>
        )}
        <Written as="p" className="text-sm text-ink-soft">
          {rights}
        </Written>
      </SheetPart>
    </>
  );
}

function Plan({ plan: { minutes, steps } }: { plan: NonNullable<Kit["plans"]>[number] }) {
  const t = useTranslations("kitPaper.plan");
  const tPhases = useTranslations("phases");
  let at = 0;
  return (
    <SheetPart title={t("plan", { minutes })} isWhole>
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b-2 border-ink text-start">
            <th scope="col" className="w-14 py-1 sm:w-20 pe-3 text-start font-semibold">
              {t("time")}
            </th>
            <th scope="col" className="w-20 py-1 sm:w-32 pe-3 text-start font-semibold">
              {t("phase")}
            </th>
            <th scope="col" className="py-1 text-start font-semibold">
              {t("what")}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => {
            const from = at;
            at += step.minutes;
            return (
              <tr key={`${from} ${step.what}`} className="border-b border-line align-top">
                <td className="py-1.5 pe-3 tabular-nums">{t("span", { from, to: at })}</td>
                <td className="py-1.5 pe-3">{step.phase && tPhases(`${step.phase}.name`)}</td>
                <td className="py-1.5">
                  <Written>{step.what}</Written>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </SheetPart>
  );
}
