"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Turn } from "#app/activities/pairs/phone/Table.tsx";
import { useScript } from "#app/activities/pairs/use-script.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { newId } from "#app/shared/new-id.ts";
import { useNews } from "#app/shared/notices/announce.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ClassRule } from "#app/student/join/ClassRule.tsx";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import { type OwnTable, type PairLine, pairsBy, readsLine } from "#debate/activities/pairs/rules.ts";
import { LINE_LENGTH } from "#debate/activities/pairs/terms.ts";
import { countCharacters } from "#debate/rules/text.ts";

/** [P27] What partners write to each other, the newest last, and where one writes. */
export function Conversation({ table, lines }: { table: OwnTable; lines: readonly PairLine[] }) {
  const t = useTranslations("student.pairs");
  const { settings } = useSeat();
  const waiting = useWaiting();
  const known = new Set(lines.map(({ id }) => id));
  const unsent = waiting.flatMap((item) =>
    item.name === "pairs:say" &&
    !item.refused &&
    !known.has(item.payload.id) &&
    readsLine(table, item.payload.to)
      ? [item.payload]
      : [],
  );
  const newest = lines.findLast(({ by }) => by !== "you");
  useNews("line", newest ? t("news", { name: isolated(newest.by), words: isolated(newest.body) }) : null);
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line is the reason to scroll.
  useEffect(() => {
    const list = end.current?.parentElement;
    if (list) list.scrollTop = list.scrollHeight;
  }, [lines.length, unsent.length]);
  return (
    <section aria-labelledby="between" className="grid grid-cols-1 gap-4 border-t-2 border-ink pt-5">
      <div className="grid gap-1">
        <h2 id="between" className="font-serif text-2xl">
          {t("between")}
        </h2>
        <p className="text-sm text-ink-soft">{t("readers", { count: table.partners.length })}</p>
        <ClassRule rule={settings.rule} className="text-sm text-ink-soft" />
      </div>
      {lines.length + unsent.length === 0 ? (
        <p className="text-ink-soft">{t("none")}</p>
      ) : (
        <div
          role="log"
          aria-labelledby="between"
          aria-live="off"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
          tabIndex={0}
          className="grid max-h-[60dvh] grid-cols-1 content-start gap-3 overflow-y-auto overscroll-contain short:max-h-none"
        >
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
          {unsent.map(({ id, body }) => (
            <Line key={id} line={{ id, body, by: "you", status: "published", at: 0 }} isUnsent />
          ))}
          <div ref={end} />
        </div>
      )}
      <Turn table={table} />
      <WriteLine table={table} />
    </section>
  );
}

function Line({ line: { by, body, status }, isUnsent = false }: { line: PairLine; isUnsent?: boolean }) {
  const t = useTranslations("student.pairs");
  const isOwn = by === "you";
  const tOwn = useTranslations("student.own");
  const { heldUpBy } = useSeat();
  const note = isUnsent ? "onItsWay" : status === "pending" ? "waits" : status === "hidden" ? "hidden" : null;
  const storageNote = useStorageNote();
  const words = isUnsent && heldUpBy ? storageNote(tOwn(`kept.${heldUpBy}`)) : note && t(note);
  return (
    <div
      className={classNames(
        "grid max-w-[85%] min-w-0 grid-cols-1 gap-0.5 rounded-card border px-3.5 py-2.5",
        isOwn ? "justify-self-end border-ink" : "justify-self-start border-line-strong bg-surface",
      )}
    >
      <p className="text-xs text-ink-soft">
        {isOwn ? t("you") : <Written as="bdi">{by}</Written>}
        {words && <span className="ms-2 font-semibold">{words}</span>}
      </p>
      <Written as="p" className="whitespace-pre-line wrap-anywhere">
        {body}
      </Written>
    </div>
  );
}

function WriteLine({ table: { group, since, place, partners } }: { table: OwnTable }) {
  const t = useTranslations("student.pairs");
  const { desk, state, settings } = useSeat();
  const typed = useSyncExternalStore(desk.line.subscribe, desk.line.value, desk.line.atFirst);
  const [isTried, setTried] = useState(false);
  const script = useScript(partners.length + 1, state.snapshot.pairs?.startedAt, pairsBy(settings));
  const isAsked = script.state === "running" && script.step === "check" && script.actor === place;
  const say = (body: string) =>
    desk.outbox.put({ name: "pairs:say", payload: { id: newId(), body, to: { group, since } } });
  const isTooLong = countCharacters(typed.trim()) > LINE_LENGTH;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (typed.trim() === "" || isTooLong) return;
    say(typed.trim());
    desk.line.change(() => "");
    setTried(false);
  };
  return (
    <form noValidate onSubmit={send} className="grid grid-cols-1 gap-3">
      {isAsked && (
        <Button className="justify-self-start" onClick={() => say(t("meant"))}>
          {t("meant")}
        </Button>
      )}
      <Field
        multiline
        rows={2}
        dir="auto"
        label={t("line")}
        limit={LINE_LENGTH}
        error={isTried && isTooLong && t("tooLong")}
        value={typed}
        onChange={({ target }) => desk.line.change(() => target.value)}
      />
      <Button type="submit" variant="primary" className="justify-self-start">
        {t("send")}
      </Button>
    </form>
  );
}
