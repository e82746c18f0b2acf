import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ArrowLeft, Printer } from "#app/icons/icons.ts";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { KitDesk } from "#app/instructor/kit/KitDesk.tsx";
import { KIT_PAPERS, kitPaperLink } from "#app/instructor/kit/kit-paper.ts";
import { CopyDebate } from "#app/instructor/reading/CopyDebate.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { mayWith } from "#debate/rules/debate-rights.ts";
import { pageApi } from "#server/pages/page-api.ts";

/** [Y7] What can be printed, as it was last saved. */
function KitPrints({ id }: { id: string }) {
  const t = useTranslations("kitPaper");
  return (
    <nav aria-labelledby="kit-prints" className="grid gap-2">
      <h2 id="kit-prints" className="eyebrow text-ink-soft">
        {t("print")}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {KIT_PAPERS.map((paper) => (
          <li key={paper}>
            <Link href={kitPaperLink(id, paper)} className={buttonStyle("secondary", "normal")}>
              <Printer aria-hidden="true" className="size-4.5" />
              {t(`titles.${paper}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.kit");
  return { title: t("title") };
}

/** [Y6] A debate's lesson kit: to print, and for those who may edit the debate to write. */
export default async function KitPage({ params }: Params) {
  const { id } = await params;
  const asker = await headers();
  const instructor = await pageApi().instructor(asker);
  if (!instructor) redirect(signInPath(`/debates/${id}/kit`));
  const found = await pageApi().debate(asker, id);
  if (!found.ok) notFound();
  const { debate, access, owner, isDraft } = found.value;
  // [D22] A draft is finished first.
  if (isDraft) redirect(`/debates/${id}`);
  const t = await getTranslations("instructor.kit");
  return (
    <InstructorPage instructor={instructor} place="debates">
      <Link
        href={`/debates/${id}`}
        className="mb-4 inline-flex min-h-touch items-center gap-2 rounded-control pe-3 text-sm font-semibold text-ink-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-5" />
        {t("toDebate")}
      </Link>
      <div className="grid grid-cols-1 gap-8">
        <header className="grid gap-2">
          <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
          <ContentIn lang={debate.lang}>
            <Resolution as="p" size="small" className="text-ink-soft">
              {debate.resolution}
            </Resolution>
          </ContentIn>
          <p className="max-w-prose text-ink-soft text-pretty">{t("lead")}</p>
        </header>
        <KitPrints id={id} />
        {!mayWith(access, "save") ? (
          <>
            <Notice
              kind="info"
              title={access === "built-in" ? t("builtIn") : t("shared", { owner })}
              action={mayWith(access, "copy") && <CopyDebate id={id} />}
            >
              {mayWith(access, "copy") ? t("builtInBody") : t("sharedBody", { owner })}
            </Notice>
            {access !== "built-in" && <KitDesk lost="forbidden" by={instructor.id} current={found.value} />}
          </>
        ) : (
          <KitDesk by={instructor.id} current={found.value} />
        )}
      </div>
    </InstructorPage>
  );
}
