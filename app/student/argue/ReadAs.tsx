import { useTranslations } from "next-intl";
import { Written } from "#app/shared/text/Written.tsx";
import type { Identity } from "#debate/rules/session-options.ts";

/** [V48] How the class reads what is written here, as the promise says. */
export function ReadAs({ identity, name }: { identity: Identity; name: string }) {
  const t = useTranslations("student.composer.readAs");
  const written = () => (
    <Written as="bdi" of={name} className="font-semibold">
      {name}
    </Written>
  );
  return <p className="text-sm text-ink-soft">{t.rich(identity, { name: written })}</p>;
}
