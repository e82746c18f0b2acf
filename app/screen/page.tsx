import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { WaitingProjector } from "#app/screen/WaitingProjector.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projector"))("title") };
}

/** [V28] What a classroom's computer opens to become a projector. */
export default function WaitingPage() {
  return (
    <Words also={["projector"]}>
      <WaitingProjector />
    </Words>
  );
}
