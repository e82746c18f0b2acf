import { useTranslations } from "next-intl";
import { Written } from "#app/shared/text/Written.tsx";
import type { Identity } from "#debate/rules/session-options.ts";

type ReadAsProps = { identity: Identity; name: string; approvesFirst: boolean };

/** [V48] [V49] Says who will read the rebuttal, and under which name. */
export function ReadAs({ identity, name, approvesFirst }: ReadAsProps) {
  const t = useTranslations("student.composer");
  const written = () => (
    <Written as="bdi" of={name} className="font-semibold">
      {name}
    </Written>
  );
  return (
    <p className="text-sm text-ink-soft">
      {t.rich(`${approvesFirst ? "readFirst" : "readAs"}.${identity}`, { name: written })}
    </p>
  );
}
