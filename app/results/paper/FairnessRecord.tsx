import { useFormatter, useTranslations } from "next-intl";
import { FAIRNESS } from "#app/activities/fairness.ts";
import { PlainTable } from "#app/results/paper/PlainTable.tsx";
import { SheetPart } from "#app/shared/print/PrintSheet.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { isOn } from "#debate/activities/open.ts";
import { affiliation, fullName } from "#debate/content/expert-words.ts";
import { lengthOf } from "#debate/content/reading-time.ts";
import type { FairnessPage } from "#debate/protocol/pages.ts";

/** [Y12] [Y13] For parents and heads: both texts side by side, the rules, and what the class saw when. */
export function FairnessRecord({ page }: { page: FairnessPage }) {
  const t = useTranslations("fairness");
  const format = useFormatter();
  return (
    <>
      <p className="text-pretty">
        {t("lead", { date: format.dateTime(page.createdAt, { dateStyle: "long", timeStyle: "short" }) })}
      </p>
      <SheetPart title={t("texts.title")}>
        <Texts page={page} />
      </SheetPart>
      <SheetPart title={t("rules.title")}>
        <Rules page={page} />
      </SheetPart>
      <SheetPart title={t("course.title")}>
        <Course page={page} />
      </SheetPart>
      <SheetPart title={t("taking.title")}>
        <TakingPart page={page} />
      </SheetPart>
    </>
  );
}

function Texts({ page: { debate, version, settings } }: { page: FairnessPage }) {
  const t = useTranslations("fairness.texts");
  const choices = useTranslations("choices");
  const reading = useTranslations("host.reading");
  const { positions, resources, rights, lang } = debate;
  return (
    <>
      <PlainTable
        caption={t("caption")}
        columns={["", ...positions.map(({ side }) => choices(`${side}.name`))]}
        rows={[
          {
            key: "expert",
            name: t("expert"),
            cells: positions.map(({ expert, side }) => (
              <span key={side} className="grid">
                <Written>{fullName(expert)}</Written>
                <Written className="text-xs text-ink-soft">{affiliation(expert)}</Written>
              </span>
            )),
          },
          {
            key: "length",
            name: t("length"),
            cells: positions.map(({ paragraphs }) => reading("length", lengthOf(paragraphs, lang))),
          },
          {
            key: "paragraphs",
            name: t("paragraphs"),
            cells: positions.map(({ paragraphs }) => paragraphs.length),
          },
        ]}
      />
      <p className="mt-3">
        {t(FAIRNESS.find(({ name, order }) => order && isOn(name, settings))?.order ?? "order")}
      </p>
      <p className="mt-1 text-sm text-ink-soft">{t("version", { version })}</p>
      {resources.length > 0 && (
        <ul className="mt-3 list-disc ps-5 text-sm">
          {resources.map(({ label, url }) => (
            <li key={label + (url ?? "")} className="wrap-anywhere">
              <Written>{label}</Written>
              {url && ` · ${url}`}
            </li>
          ))}
        </ul>
      )}
      <Written as="p" className="mt-3 text-xs text-ink-soft">
        {rights}
      </Written>
    </>
  );
}

function Rules({ page: { settings, approvalSwitched, planned } }: { page: FairnessPage }) {
  const t = useTranslations("fairness.rules");
  const format = useFormatter();
  const said = [
    t(`identity.${settings.identity}`),
    t(`entry.${settings.entry}`),
    t("wall"),
    t(approvalSwitched ? "approvalSwitched" : settings.moderation === "before" ? "approved" : "published"),
    t(settings.filter.holds ? "filter" : "noFilter"),
    ...FAIRNESS.flatMap(({ name, words }) =>
      isOn(name, settings) ? (words(settings.activities) ?? []) : [],
    ).map((key) => t(key)),
  ];
  return (
    <ul className="list-disc ps-5">
      {said.map((each) => (
        <li key={each}>{each}</li>
      ))}
      {planned && (
        <li className="wrap-anywhere">
          {t("planned", {
            date: format.dateTime(new Date(planned.at), { dateStyle: "long", timeStyle: "short" }),
            hash: planned.hash,
          })}
        </li>
      )}
      {settings.rule !== "" && (
        <li>
          {t("rule")} <Written>{settings.rule}</Written>
        </li>
      )}
    </ul>
  );
}

function Course({ page: { moves, steps, wall, rebuttals, moderation } }: { page: FairnessPage }) {
  const t = useTranslations("fairness.course");
  const phases = useTranslations("phases");
  const stepNames = useTranslations("steps");
  const format = useFormatter();
  const rows = [
    ...moves.map(({ at, phase }) => ({ at, what: phases(`${phase}.name`) })),
    ...steps.map(({ at, step }) => ({ at, what: t("step", { step: stepNames(`${step}.name`) }) })),
  ].sort((one, other) => one.at - other.at);
  return (
    <>
      {rows.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <PlainTable
          caption={t("caption")}
          columns={[t("what"), t("when")]}
          rows={rows.map(({ at, what }) => ({
            key: `${at} ${what}`,
            name: what,
            cells: [format.dateTime(at, { dateStyle: "medium", timeStyle: "medium" })],
          }))}
        />
      )}
      <ul className="mt-3 list-disc ps-5">
        <li>{t("wall", wall)}</li>
        <li>{t("rebuttals", rebuttals)}</li>
        <li>{t("moderation", moderation)}</li>
      </ul>
    </>
  );
}

function TakingPart({ page: { joined, onPaper, voted } }: { page: FairnessPage }) {
  const t = useTranslations("fairness.taking");
  const rounds = useTranslations("phases.rounds");
  return (
    <>
      <PlainTable
        caption={t("caption")}
        columns={["", t("people")]}
        rows={[
          { key: "joined", name: t("joined"), cells: [joined] },
          ...voted.map(({ round, n }) => ({
            key: round,
            name: t("voted", { round: rounds(round) }),
            cells: [n],
          })),
          ...(onPaper > 0 ? [{ key: "paper", name: t("paper"), cells: [onPaper] }] : []),
        ]}
      />
      <p className="mt-3 text-sm text-ink-soft">{t("privacy")}</p>
    </>
  );
}
