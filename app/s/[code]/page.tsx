import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Words } from "#app/i18n/Words.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { Entrance } from "#app/student/join/Entrance.tsx";
import { Shut } from "#app/student/join/Shut.tsx";
import { OpenOffline } from "#app/student/offline/OpenOffline.tsx";
import { Room } from "#app/student/Room.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { isClosed, isShut } from "#debate/rules/phases.ts";
import { REFUSALS, type Refusal, refuse } from "#debate/rules/result.ts";
import { pageApi } from "#server/pages/page-api.ts";

type StudentPageProps = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ refused?: string | string[] }>;
};

/** [W15] The page that a phone keeps to open rooms without a network. No session has such a code. */
const OFFLINE = "offline";

/** Once a request, for the title and the page. */
const read = cache(async (typed: string) => {
  const code = readCode(decodeURIComponent(typed));
  return code === null ? refuse("not-found") : pageApi().phone(await headers(), code);
});

export async function generateMetadata({ params }: StudentPageProps): Promise<Metadata> {
  const t = await getTranslations("student");
  const page = await read((await params).code);
  return { title: page.ok ? page.value.resolution : t("join.title") };
}

export default async function StudentPage({ params, searchParams }: StudentPageProps) {
  const typed = (await params).code;
  const said = await searchParams;
  return (
    <Words also={["student", "phones", "flow", "verdict", "card", "words"]}>
      {await face(typed, refusalFrom(said.refused))}
    </Words>
  );
}

async function face(typed: string, refused: Refusal | null) {
  if (typed === OFFLINE) return <OpenOffline />;
  const page = await read(typed);
  // A field with what was typed, to correct it.
  if (!page.ok)
    redirect(`/join?refused=${page.code}&code=${encodeURIComponent(decodeURIComponent(typed).slice(0, 40))}`);
  const { seat, ...card } = page.value;
  const { code, phase } = card;
  if (seat === "removed") return <Shut why="removed" code={code} />;
  if (seat)
    return (
      <ContentIn lang={card.lang}>
        <Room key={seat.you.participantId} page={card} seat={seat} refused={refused} />
      </ContentIn>
    );
  // [J7] A personal code leads back to its seat, also for a vote after the lesson.
  const takesCode = card.entry === "personal" || card.byClass;
  if (takesCode ? isShut(phase) : isClosed(phase)) return <Shut why="closed" code={code} />;
  // [J7] While joining is closed, a personal code still opens its seat.
  if (!card.joinable && !takesCode) return <Shut why="locked" code={code} />;
  return (
    <ContentIn lang={card.lang}>
      <Entrance card={card} refused={refused} />
    </ContentIn>
  );
}

function refusalFrom(said: string | string[] | undefined): Refusal | null {
  return REFUSALS.find((refusal) => refusal === said) ?? null;
}
