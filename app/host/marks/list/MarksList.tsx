"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SendGrades } from "#app/host/course/SendGrades.tsx";
import { ChooseCriteria } from "#app/host/marks/criteria/ChooseCriteria.tsx";
import { MarkDownloads } from "#app/host/marks/list/MarkDownloads.tsx";
import { Release } from "#app/host/marks/list/Release.tsx";
import { StudentRow } from "#app/host/marks/list/StudentRow.tsx";
import { entryOf, progressOf } from "#app/host/marks/marks-state.ts";
import { SavedLine } from "#app/host/marks/SavedLine.tsx";
import { goTo } from "#app/host/marks/use-marking-place.ts";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { PenLine, Printer } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Field } from "#app/shared/controls/Field.tsx";
import { folded } from "#app/shared/text/folded.ts";
import { Written } from "#app/shared/text/Written.tsx";

/** From this number of students on a name can be searched. */
const MANY = 12;

/** [Q22] Who is marked, without any ranking; release, files and paper. */
export function MarksList({ name, sendsGrades }: { name: string; sendsGrades: boolean }) {
  const t = useTranslations("marks");
  const { code, state } = useMarking();
  const { criteria, marks } = state;
  const [sought, setSought] = useState("");
  const open = marks.filter(
    ({ participantId }) => progressOf(criteria, entryOf(state, participantId)) !== "all",
  );
  const [first] = open.length > 0 ? open : marks;
  const shown = marks.filter(({ name, realName = "", number = "" }) =>
    folded(`${name}\n${realName}\n${number}`).includes(folded(sought).trim()),
  );
  return (
    <div className="mx-auto grid max-w-page grid-cols-1 gap-6">
      <header className="grid gap-2">
        <h1 className="font-serif text-3xl">{t("heading")}</h1>
        <Written as="p" className="font-semibold wrap-anywhere">
          {name === "" ? t("session", { code }) : name}
        </Written>
        <p className="text-lg" role="status">
          {t("marked", { marked: marks.length - open.length, count: marks.length })}
        </p>
        <SavedLine />
      </header>
      {criteria.length === 0 && <ChooseCriteria />}
      <div className="flex flex-wrap items-center gap-2">
        {first && (
          <Button
            variant={criteria.length > 0 ? "primary" : "secondary"}
            onClick={() => goTo({ at: "student", id: first.participantId })}
          >
            <PenLine aria-hidden="true" className="size-4.5" />
            {t(open.length === marks.length ? "start" : open.length > 0 ? "goOn" : "lookAgain")}
          </Button>
        )}
        {criteria.length > 0 && (
          <Button onClick={() => goTo({ at: "criteria" })}>{t("criteria.change")}</Button>
        )}
        <a href={`/host/${code}/marks/print`} className={buttonStyle("secondary")}>
          <Printer aria-hidden="true" className="size-4.5" />
          {t("print.link")}
        </a>
        {sendsGrades && <SendGrades code={code} first="marks" />}
      </div>
      <Release open={open.length} />
      <section aria-labelledby="students" className="grid grid-cols-1 gap-2">
        <h2 id="students" className="font-serif text-xl">
          {t("students")}
        </h2>
        {marks.length > MANY && (
          <Field
            label={t("find")}
            type="search"
            autoComplete="off"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            className="w-full max-w-72"
          />
        )}
        <p role="status" className={sought.trim() === "" ? "sr-only" : "text-sm text-ink-soft"}>
          {sought.trim() !== "" && t("found", { shown: shown.length, count: marks.length })}
        </p>
        <ul className="border-b border-line">
          {shown.map((mark) => (
            <StudentRow
              key={mark.participantId}
              mark={mark}
              criteria={criteria}
              entry={entryOf(state, mark.participantId)}
              isConflict={state.conflicts.includes(mark.participantId)}
            />
          ))}
        </ul>
      </section>
      <MarkDownloads />
    </div>
  );
}
