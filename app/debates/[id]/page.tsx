import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ArrowLeft, Pencil } from "#app/icons/icons.ts";
import { DeleteDebate } from "#app/instructor/dashboard/DeleteDebate.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { OpenSession } from "#app/instructor/opening/OpenSession.tsx";
import { CopyDebate } from "#app/instructor/reading/CopyDebate.tsx";
import { DebateView } from "#app/instructor/reading/DebateView.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { LinkButton } from "#app/shared/Button.tsx";
import { ContentIn } from "#app/shared/Written.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { pageApi } from "#server/pages/page-api.ts";

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
  const { debate } = found.value;
  const builtIn = debate.id === BUILT_IN_DEBATE.id;
  const t = await getTranslations("instructor.debate");
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
        {builtIn ? (
          <CopyDebate debate={debate} />
        ) : (
          <>
            <DeleteDebate id={id} resolution={debate.resolution} onItsPage />
            <LinkButton variant="quiet" href={`/debates/${id}/edit`}>
              <Pencil aria-hidden="true" className="size-5" />
              {t("edit")}
            </LinkButton>
          </>
        )}
        <OpenSession debateId={id} resolution={debate.resolution} />
      </div>
      <ContentIn lang={debate.lang}>
        <DebateView debate={debate} />
      </ContentIn>
    </InstructorPage>
  );
}
