"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePairCommands } from "#app/activities/pairs/host/use-pair-commands.ts";
import type { NamedMissing } from "#app/activities/pairs/host/waiting.ts";
import { useCommands } from "#app/host/commands.tsx";
import { pastDoublePress } from "#app/live/double-press.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import { MISSING_DECISIONS, type MissingDecision } from "#debate/activities/pairs/terms.ts";

/** [P39] Students who can't find a partner; the host decides whether they get another one. */
export function MissingPartners({ missing }: { missing: readonly NamedMissing[] }) {
  const { decideMissing } = usePairCommands();
  // [P7] The decided one stays for a moment, or the second half of a double press would be about what follows it.
  const [kept, setKept] = useState<readonly NamedMissing[] | null>(null);
  const shown = kept ?? missing;
  if (shown.length === 0) return null;
  const decide = async ({ participantId, partnerId }: NamedMissing, action: MissingDecision) => {
    if (kept || !participantId || !partnerId) return;
    setKept(missing);
    await decideMissing({ participantId, partnerId, action }).then(pastDoublePress);
    setKept(null);
  };
  return (
    <ul className="mb-3 grid grid-cols-1 gap-3">
      {shown.map((each, place) => (
        <Missing
          key={each.participantId ?? place}
          missing={each}
          isPending={kept !== null}
          onDecide={(action) => void decide(each, action)}
        />
      ))}
    </ul>
  );
}

type MissingProps = {
  missing: NamedMissing;
  isPending: boolean;
  onDecide: (action: MissingDecision) => void;
};

function Missing({ missing: { table, partnerId, name, partner }, isPending, onDecide }: MissingProps) {
  const t = useTranslations("host.needs");
  const tRebuttals = useTranslations("host.rebuttals");
  const { may } = useCommands();
  // [F13]
  const about = { replace: name, stay: partner };
  const named = (action: MissingDecision) =>
    tRebuttals("named", { action: t(action), what: isolated(about[action] ?? `${table}`) });
  return (
    <li className="grid grid-cols-1 gap-2 rounded-control border border-line-strong p-3">
      <p className="font-semibold text-warn wrap-anywhere">
        {name !== undefined && partner !== undefined
          ? t.rich("missing", { name: inSentence(name), partner: inSentence(partner), table })
          : t("missingTable", { table })}
      </p>
      {may("host:pairs-missing") && partnerId && (
        <div className="flex flex-wrap gap-2">
          {MISSING_DECISIONS.map((action) => (
            <Button
              key={action}
              size="small"
              data-same={action}
              aria-label={named(action)}
              pending={isPending}
              onClick={() => onDecide(action)}
            >
              {t(action)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
