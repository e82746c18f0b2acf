"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { OpenSession } from "#app/instructor/opening/OpenSession.tsx";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { Card } from "#app/shared/layout/Card.tsx";

export type Debates = readonly { id: string; resolution: string }[];

/** [Q6] Opens a session for this class, with a debate chosen here. */
export function OpenForClass({ classId, debates }: { classId: string; debates: Debates }) {
  const t = useTranslations("classes.open");
  const [chosen, setChosen] = useState(debates[0]?.id ?? "");
  const debate = debates.find(({ id }) => id === chosen);
  return (
    <Card as="section" tone="plain" aria-labelledby="open-for" className="grid grid-cols-1 gap-3">
      <h2 id="open-for" className="font-serif text-xl">
        {t("title")}
      </h2>
      {debate ? (
        <>
          <SelectField label={t("debate")} value={chosen} onChange={setChosen}>
            {debates.map(({ id, resolution }) => (
              <option key={id} value={id}>
                {resolution}
              </option>
            ))}
          </SelectField>
          <div>
            <OpenSession
              key={debate.id}
              debateId={debate.id}
              resolution={debate.resolution}
              classId={classId}
            />
          </div>
        </>
      ) : (
        <>
          <p>{t("none")}</p>
          <LinkButton href="/dashboard" className="justify-self-start">
            {t("toDebates")}
          </LinkButton>
        </>
      )}
    </Card>
  );
}
