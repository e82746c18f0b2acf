"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { Countdown } from "#app/shared/pairs/Countdown.tsx";
import { useScript } from "#app/shared/pairs/use-script.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { Said } from "#app/student/pairs/Said.tsx";
import type { OwnTable } from "#debate/rules/pairs.ts";

/** [P26] The number, the partners with what they voted, and [P25] whose turn it is. */
export function Table({ table }: { table: OwnTable }) {
  const t = useTranslations("student.pairs");
  const { settings, state } = useSeat();
  const { partners } = table;
  const hasStarted = state.snapshot.pairs?.startedAt !== undefined;
  const card = (
    <section
      key="table"
      aria-labelledby="table"
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-5 shadow-card"
    >
      {settings.pairsBy === "voice" && partners.length > 0 && (
        <h2 id="table" className="font-serif text-5xl">
          {t("table", { table: table.table })}
        </h2>
      )}
      {partners.length === 0 ? (
        <Said title={t("aloneTitle")} body={t("aloneBody")} />
      ) : (
        <div className="grid gap-2">
          <p
            id={settings.pairsBy === "voice" ? undefined : "table"}
            className="text-sm font-semibold text-ink-soft"
          >
            {t("with", { count: partners.length })}
          </p>
          <ul className="grid grid-cols-1 gap-3">
            {partners.map((partner) => (
              <Partner key={partner.place} partner={partner} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
  const turn = partners.length > 0 && table.lines === undefined && <Turn key="turn" table={table} />;
  // Once they have found each other, what to do comes first: on a small phone the table fills the screen.
  return hasStarted ? [turn, card] : [card, turn];
}

function Partner({ partner: { place, name, choice } }: { partner: OwnTable["partners"][number] }) {
  const t = useTranslations("student.pairs");
  return (
    <li className="grid grid-cols-1 justify-items-start">
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-3">
        <Written as="bdi" of={name} className="min-w-0 text-xl font-semibold wrap-anywhere">
          {name}
        </Written>
        {choice ? <ChoiceBadge choice={choice} /> : <span className="text-ink-soft">{t("noVote")}</span>}
      </p>
      <Missing place={place} name={name} />
    </li>
  );
}

/** [P24] A partner who is not there. */
function Missing({ place, name }: { place: number; name: string }) {
  const t = useTranslations("student.pairs");
  const tAll = useTranslations();
  const { live, heldUpBy } = useSeat();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const who = { name: isolated(name) };
  const confirm = async () => {
    setPending(true);
    const answer = await live.send("pairs:missing", { place });
    setPending(false);
    setOpen(false);
    if (answer.ok || answer.code === "not-found") return;
    toast.error(answer.code === "forbidden" ? t("stillHere", who) : tAll(`refusals.${answer.code}`));
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title={t("missingTitle", who)}
      trigger={
        <Button
          size="small"
          variant="quiet"
          disabled={heldUpBy !== null}
          className="-ms-3 max-w-full text-start! font-normal! text-ink-soft! wrap-anywhere"
        >
          {t("missing", who)}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button>{tAll("shared.cancel")}</Button>} />
          <Button variant="primary" pending={isPending} onClick={confirm}>
            {t("missingConfirm")}
          </Button>
        </>
      }
    >
      <p>{t("missingBody", who)}</p>
    </Dialog>
  );
}

/** Who does what now, and for how long; in writing beside the field. */
export function Turn({ table: { place, partners } }: { table: OwnTable }) {
  const t = useTranslations("student.pairs");
  const { state, settings } = useSeat();
  const turns = partners.length + 1;
  const script = useScript(turns, state.snapshot.pairs?.startedAt, settings.pairsBy);
  const isRunning = script.state === "running";
  const actor = isRunning ? script.actor : null;
  const partner = partners.find((each) => each.place === actor);
  // Whom the one who restates has heard.
  const speaker = partners.find((each) => isRunning && each.place === script.turn % turns);
  const kind = settings.pairsBy === "voice" ? "steps" : "write";
  const name = isolated((actor === place ? speaker?.name : partner?.name) ?? "");
  const words = isRunning ? t(`${kind}.${script.step}.${actor === place ? "you" : "other"}`, { name }) : null;
  const said = useRef(words);
  useEffect(() => {
    if (words && said.current !== words) announce(words);
    said.current = words;
  }, [words]);
  if (!isRunning)
    return (
      <p role="status" className="text-lg text-pretty">
        {script.state === "over" ? t("over") : t(settings.pairsBy === "voice" ? "find" : "sayHello")}
      </p>
    );
  return (
    <section
      aria-label={t("turn", { turn: script.turn + 1, turns })}
      className={
        actor === place
          ? "grid grid-cols-1 gap-2 rounded-card border-2 border-ink bg-surface p-5"
          : "grid grid-cols-1 gap-2 rounded-card border-2 border-transparent bg-sunken p-5"
      }
    >
      <p className="flex items-baseline justify-between gap-4 text-sm text-ink-soft">
        <span className="tabular-nums">{t("turn", { turn: script.turn + 1, turns })}</span>
        <Countdown seconds={script.left} className="text-2xl text-ink" />
      </p>
      <p className="font-serif text-2xl text-pretty wrap-anywhere">{words}</p>
    </section>
  );
}
