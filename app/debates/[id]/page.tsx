import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ArrowLeft, Download, Pencil } from "#app/icons/icons.ts";
import { DebateMenu } from "#app/instructor/dashboard/DebateMenu.tsx";
import { BeforeOpening } from "#app/instructor/editor/findings/BeforeOpening.tsx";
import { DebateTools } from "#app/instructor/exchange/DebateTools.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { OpenSession } from "#app/instructor/opening/OpenSession.tsx";
import { CopyDebate } from "#app/instructor/reading/CopyDebate.tsx";
import { DebateView } from "#app/instructor/reading/DebateView.tsx";
import { Measured } from "#app/instructor/reading/Measured.tsx";
import { RestoreDebate } from "#app/instructor/reading/RestoreDebate.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { MisfitNotice } from "#app/instructor/versions/MisfitNotice.tsx";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { unfitFor } from "#debate/activities/needs.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { mayWith } from "#debate/rules/debate-rights.ts";
import { pageApi } from "#server/pages/page-api.ts";

/** [U11] Downloads the file that a debate was imported from. */
function OriginalFile({ debateId, name }: { debateId: string; name: string }) {
  const t = useTranslations("instructor.debate.file");
  return (
    <p className="mt-8 border-t border-line pt-4 print:hidden">
      <a
        href={`/api/debates/${debateId}/source`}
        download={name}
        className="inline-flex min-h-touch items-center gap-2 text-sm font-semibold underline"
      >
        <Download aria-hidden="true" className="size-5 shrink-0" />
        <span className="wrap-anywhere">{t.rich("download", { name: inSentence(name) })}</span>
      </a>
    </p>
  );
}

type Params = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => pageApi().debate(await headers(), id));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const debate = await read((await params).id);
  return debate.ok ? { title: debate.value.debate.resolution } : {};
}

export default async function DebatePage({ params }: Params) {
  const { id } = await params;
  const instructor = await pageApi().instructor(await headers());
  if (!instructor) redirect(signInPath(`/debates/${id}`));
  const found = await read(id);
  if (!found.ok) notFound();
  const { debate, access, isArchived, isDraft, related, file } = found.value;
  const usual = await pageApi().usual(await headers(), id);
  const t = await getTranslations("instructor.debate");
  const shelves = await getTranslations("instructor.shelves");
  const hand = await getTranslations("instructor.hand");
  return (
    <InstructorPage instructor={instructor} place="debates">
      <div className="mb-6 flex flex-wrap items-center gap-x-1 gap-y-2">
        <Link
          href="/dashboard"
          className="mr-auto inline-flex min-h-touch items-center gap-2 rounded-control pr-3 text-sm font-semibold text-ink-soft hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" className="size-5" />
          {t("allDebates")}
        </Link>
        {mayWith(access, "archive") ? (
          <DebateMenu
            id={id}
            resolution={debate.resolution}
            access={access}
            isArchived={isArchived}
            onItsPage
          />
        ) : (
          mayWith(access, "copy") && <CopyDebate id={id} />
        )}
        <div className="flex flex-wrap items-center gap-x-1 gap-y-2 empty:hidden max-sm:w-full">
          {!isArchived && mayWith(access, "save") && (
            <LinkButton
              variant={isDraft ? "primary" : "quiet"}
              className="px-3!"
              href={`/debates/${id}/edit`}
            >
              <Pencil aria-hidden="true" className="size-5" />
              {t("edit")}
            </LinkButton>
          )}
          {!isArchived && !isDraft && (
            <OpenSession debateId={id} resolution={debate.resolution} unfit={unfitFor(debate)}>
              <BeforeOpening debate={debate} canEdit={mayWith(access, "save")} />
            </OpenSession>
          )}
        </div>
      </div>
      <DebateTools page={found.value} place={found.value} />
      {isArchived && (
        <Notice
          kind="info"
          title={shelves("isArchived")}
          action={mayWith(access, "archive") && <RestoreDebate id={id} />}
          className="mb-6"
        >
          {shelves("isArchivedBody")}
        </Notice>
      )}
      {isDraft && (
        <Notice kind="info" title={hand("draftTitle")} className="mb-6">
          {hand("draftBody")}
        </Notice>
      )}
      {!isDraft && <MisfitNotice debate={debate} />}
      <ContentIn lang={debate.lang}>
        <DebateView debate={inPlainText(debate)} related={related}>
          {usual.ok && usual.value && <Measured usual={usual.value} />}
        </DebateView>
      </ContentIn>
      {file !== undefined && <OriginalFile debateId={id} name={file} />}
    </InstructorPage>
  );
}
