import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { KIT_PAPERS, type KitPaper, SLIPS } from "#app/instructor/kit/kit-paper.ts";
import { HandoutPaper } from "#app/instructor/kit/paper/HandoutPaper.tsx";
import { KeyPaper } from "#app/instructor/kit/paper/KeyPaper.tsx";
import { PlanPaper } from "#app/instructor/kit/paper/PlanPaper.tsx";
import { SlipsPaper } from "#app/instructor/kit/paper/SlipsPaper.tsx";
import { TicketsPaper } from "#app/instructor/kit/paper/TicketsPaper.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { PrintSheet } from "#app/shared/print/PrintSheet.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { pageApi } from "#server/pages/page-api.ts";

type Asked = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ what?: string | string[]; count?: string | string[] }>;
};

const read = cache(async (id: string) => pageApi().debate(await headers(), id));

async function asked({ params, searchParams }: Asked) {
  const [{ id }, { what, count }] = await Promise.all([params, searchParams]);
  const paper = KIT_PAPERS.find((each) => each === what) ?? "plan";
  const slips = Number(count);
  const isCount = Number.isInteger(slips) && slips >= 1 && slips <= SLIPS.most;
  return { id, paper, count: isCount ? slips : SLIPS.usual };
}

export async function generateMetadata(props: Asked): Promise<Metadata> {
  const { id, paper } = await asked(props);
  const found = await read(id);
  const t = await getTranslations("kitPaper");
  return {
    title: found.ok ? `${t(`titles.${paper}`)} · ${found.value.debate.resolution}` : t(`titles.${paper}`),
  };
}

/** [Y7] One part of a kit on paper. */
export default async function KitPrintPage(props: Asked) {
  const { id, paper, count } = await asked(props);
  const instructor = await pageApi().instructor(await headers());
  if (!instructor) redirect(signInPath(`/debates/${id}/kit/print?what=${paper}`));
  const found = await read(id);
  if (!found.ok) notFound();
  const { debate, isDraft } = found.value;
  // [D22] A draft is finished first.
  if (isDraft) redirect(`/debates/${id}`);
  const t = await getTranslations("kitPaper");
  return (
    <InstructorPage instructor={instructor} place="debates">
      <ContentIn lang={debate.lang}>
        <PrintSheet
          kind={t(`titles.${paper}`)}
          resolution={debate.resolution}
          back={{ href: `/debates/${id}/kit`, words: t("toKit") }}
          isCut={paper === "slips" || paper === "tickets"}
          choices={paper === "slips" && <SlipCount count={count} />}
        >
          <Content debate={debate} paper={paper} count={count} />
        </PrintSheet>
      </ContentIn>
    </InstructorPage>
  );
}

async function Content({ debate, paper, count }: { debate: Debate; paper: KitPaper; count: number }) {
  const t = await getTranslations("kitPaper");
  const { resolution, kit = {} } = debate;
  const { questions = [], exitTicket = [] } = kit;
  switch (paper) {
    case "plan":
      return <PlanPaper debate={debate} />;
    case "handout":
      return <HandoutPaper debate={debate} />;
    case "slips":
      return <SlipsPaper resolution={resolution} count={count} />;
    case "key":
      return questions.length > 0 ? <KeyPaper questions={questions} /> : <p>{t("key.none")}</p>;
    case "tickets":
      return exitTicket.length > 0 ? (
        <TicketsPaper resolution={resolution} questions={exitTicket} />
      ) : (
        <p>{t("tickets.none")}</p>
      );
    default:
      return paper satisfies never;
  }
}

/** A plain form: the number is in the address. */
async function SlipCount({ count }: { count: number }) {
  const t = await getTranslations("kitPaper.slips");
  return (
    <form method="get" className="flex items-center gap-2">
      <input type="hidden" name="what" value="slips" />
      <label className="flex items-center gap-2 text-sm font-semibold">
        {t("count")}
        <input
          type="number"
          name="count"
          min={1}
          max={SLIPS.most}
          defaultValue={count}
          className="min-h-touch w-20 rounded-control border border-line-strong bg-surface px-2"
        />
      </label>
      <Button type="submit" worksWithoutScripts>
        {t("show")}
      </Button>
    </form>
  );
}
