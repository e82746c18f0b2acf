"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePartnerName } from "#app/activities/pairs/phone/use-partner-name.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { OwnTable } from "#debate/activities/pairs/rules.ts";
import { pairsBy } from "#debate/activities/pairs/rules.ts";

type Partner = OwnTable["partners"][number];

/** [P37] A partner who can't be found: the one request about that, and what came of it. */
export function MissingPartner({ table, partner }: { table: OwnTable; partner: Partner }) {
  const { asked } = table;
  if (!asked) return <Ask table={table} partner={partner} />;
  return asked.place === partner.place && <Asked table={table} partner={partner} state={asked.state} />;
}

function Ask({ table, partner }: { table: OwnTable; partner: Partner }) {
  const t = useTranslations("student.pairs");
  const tShared = useTranslations("shared");
  const nameOf = usePartnerName(table);
  const { heldUpBy, settings } = useSeat();
  const { isPending, say } = useMissing();
  const [isOpen, setOpen] = useState(false);
  const within = { name: nameOf(partner, "within") };
  const words = t(`missing.${pairsBy(settings)}`, within);
  const confirm = async () => {
    await say({ place: partner.place });
    setOpen(false);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title={words}
      trigger={
        <Button
          size="small"
          variant="quiet"
          disabled={heldUpBy !== null}
          className="-ms-3 max-w-full text-start! font-normal! text-ink-soft! wrap-anywhere"
        >
          {words}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button>{tShared("cancel")}</Button>} />
          <Button variant="primary" pending={isPending} onClick={confirm}>
            {t("missingConfirm")}
          </Button>
        </>
      }
    >
      <p>{t("missingBody", within)}</p>
    </Dialog>
  );
}

type AskedProps = { table: OwnTable; partner: Partner; state: NonNullable<OwnTable["asked"]>["state"] };

function Asked({ table, partner, state }: AskedProps) {
  const t = useTranslations("student.pairs");
  const nameOf = usePartnerName(table);
  const { heldUpBy } = useSeat();
  const { isPending, say } = useMissing();
  const words =
    state === "here"
      ? t("answers.here", { name: nameOf(partner) })
      : state === "there"
        ? t("answers.there", { name: nameOf(partner, "within") })
        : null;
  useNews("missing", words);
  if (state === "waiting")
    return (
      <div className="mt-1 grid grid-cols-1 justify-items-start gap-2">
        <p role="status" className="text-pretty">
          {t("asked", { name: nameOf(partner, "within") })}
        </p>
        <Button
          pending={isPending}
          disabled={heldUpBy !== null}
          onClick={() => say({ place: partner.place, on: false })}
        >
          {t("found")}
        </Button>
      </div>
    );
  return words && <p className="mt-1 font-semibold text-pretty">{words}</p>;
}

/** Not kept without a network: a request is of its moment. */
function useMissing() {
  const t = useTranslations("student.pairs");
  const tRefusals = useTranslations("refusals");
  const { live } = useSeat();
  const [isPending, setPending] = useState(false);
  const say = async (payload: { place: number; on?: boolean }) => {
    setPending(true);
    const answer = await live.send("pairs:missing", payload);
    setPending(false);
    // The table has changed meanwhile, or the request was answered: the page shows it.
    if (answer.ok || answer.code === "not-found") return;
    if (answer.code === "too-many" && answer.retryAfter === undefined) toast.error(t("askedOnce"));
    else toast.error(tRefusals(answer.code));
  };
  return { isPending, say };
}
