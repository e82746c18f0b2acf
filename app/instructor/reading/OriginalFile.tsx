import { useTranslations } from "next-intl";
import { Download } from "#app/icons/icons.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";

/** [U11] Downloads the file that a debate was imported from. */
export function OriginalFile({ debateId, name }: { debateId: string; name: string }) {
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
