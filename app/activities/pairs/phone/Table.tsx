"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Countdown } from "#app/activities/pairs/Countdown.tsx";
import { MissingPartner } from "#app/activities/pairs/phone/MissingPartner.tsx";
import { Said } from "#app/activities/pairs/phone/Said.tsx";
import { usePartnerName } from "#app/activities/pairs/phone/use-partner-name.ts";
import { useScript } from "#app/activities/pairs/use-script.ts";
import { announce } from "#app/shared/notices/announce.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import type { OwnTable } from "#debate/activities/pairs/rules.ts";
import { pairsBy } from "#debate/activities/pairs/rules.ts";

/** [P26] The number, the partners with what they voted, and [P25] whose turn it is. */
export function Table({ table }: { table: OwnTable }) {
  const t = useTranslations("student.pairs");
  const { settings, state } = useSeat();
  const { partners, place, asked } = table;
  const isNamed = partners.every(({ name }) => name !== undefined);
  const hasStarted = state.snapshot.pairs?.startedAt !== undefined;
  const card = (
    <section
      key="table"
      aria-labelledby="table"
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-5 shadow-card"
    >
      {pairsBy(settings) === "voice" && partners.length > 0 && (
        <h2 id="table" className="font-serif text-5xl">
          {t("table", { table: table.table })}
        </h2>
      )}
      {partners.length === 0 ? (
        <Said title={t("aloneTitle")} body={t("aloneBody")} />
      ) : (
        <div className="grid gap-2">
          <p
            id={pairsBy(settings) === "voice" ? undefined : "table"}
            className="text-sm font-semibold text-ink-soft"
          >
            {t(isNamed ? "with" : "lookFor", { count: partners.length })}
            {!isNamed && partners.length > 1 && <> {t("youAre", { number: place + 1 })}</>}
          </p>
          <ul className="grid grid-cols-1 gap-3">
            {partners.map((partner) => (
              <Partner key={partner.place} table={table} partner={partner} />
            ))}
          </ul>
          {partners.every(({ choice }) => choice === undefined) && (
            <p className="text-sm text-ink-soft">{t("noSides")}</p>
          )}
          {asked && asked.state !== "waiting" && <p className="text-sm text-ink-soft">{t("askedOnce")}</p>}
        </div>
      )}
    </section>
  );
  const turn = partners.length > 0 && table.lines === undefined && <Turn key="turn" table={table} />;
  // Once they have found each other, what to do comes first: on a small phone the table fills the screen.
  return hasStarted ? [turn, card] : [card, turn];
}

function Partner({ table, partner }: { table: OwnTable; partner: OwnTable["partners"][number] }) {
  const t = useTranslations("student.pairs");
  const nameOf = usePartnerName(table);
  const { name, choice } = partner;
  return (
    <li className="grid grid-cols-1 justify-items-start">
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-3">
        {name === undefined ? (
          <span className="text-xl font-semibold">{nameOf(partner)}</span>
        ) : (
          <Written as="bdi" of={name} className="min-w-0 text-xl font-semibold wrap-anywhere">
            {name}
          </Written>
        )}
        {choice && <ChoiceBadge choice={choice} />}
        {choice === null && <span className="text-ink-soft">{t("noVote")}</span>}
      </p>
      <MissingPartner table={table} partner={partner} />
    </li>
  );
}

/** Who does what now, and for how long; in writing beside the field. */
export function Turn({ table }: { table: OwnTable }) {
  const t = useTranslations("student.pairs");
  const { state, settings } = useSeat();
  const nameOf = usePartnerName(table);
  const { place, partners } = table;
  const turns = partners.length + 1;
  const script = useScript(turns, state.snapshot.pairs?.startedAt, pairsBy(settings));
  const isRunning = script.state === "running";
  const actor = isRunning ? script.actor : null;
  const partner = partners.find((each) => each.place === actor);
  // Whom the one who restates has heard.
  const speaker = partners.find((each) => isRunning && each.place === script.turn % turns);
  const kind = pairsBy(settings) === "voice" ? "steps" : "write";
  const other = actor === place ? speaker : partner;
  const name = other ? nameOf(other) : "";
  const words = isRunning ? t(`${kind}.${script.step}.${actor === place ? "you" : "other"}`, { name }) : null;
  const said = useRef(words);
  useEffect(() => {
    if (words && said.current !== words) announce(words);
    said.current = words;
  }, [words]);
  if (!isRunning)
    return (
      <p role="status" className="text-lg text-pretty">
        {script.state === "over" ? t("over") : t(pairsBy(settings) === "voice" ? "find" : "sayHello")}
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
