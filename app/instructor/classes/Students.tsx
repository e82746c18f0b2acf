"use client";
import { useTranslations } from "next-intl";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { AddOneStudent } from "#app/instructor/classes/AddOneStudent.tsx";
import { CorrectStudent } from "#app/instructor/classes/CorrectStudent.tsx";
import { ListedStudent } from "#app/instructor/classes/ListedStudent.tsx";
import { RemoveStudent } from "#app/instructor/classes/RemoveStudent.tsx";
import type { ClassWork } from "#app/instructor/classes/use-class.ts";
import { useLeaving } from "#app/instructor/classes/use-leaving.ts";
import { Field } from "#app/shared/controls/Field.tsx";
import { folded } from "#app/shared/text/folded.ts";
import type { ClassStudent } from "#debate/protocol/answers/class-answers.ts";

/** From so many students on, a name can be searched. */
const SEARCHED_FROM = 15;

/** The students of a class, to correct, delete and add. */
export function Students({ work }: { work: ClassWork }) {
  const t = useTranslations("classes.people");
  const all = useTranslations("classes");
  const { id: classId, students } = work.now;
  const [typed, setTyped] = useState("");
  const [corrected, setCorrected] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const sought = useDeferredValue(typed);
  const twins = useMemo(() => twinsIn(students), [students]);
  const shown = useMemo(() => students.filter((student) => isSought(student, sought)), [students, sought]);
  const correct = useCallback((id: string) => setCorrected(id), []);
  const remove = useCallback((id: string) => setRemoved(id), []);
  const leave = useLeaving(work);
  const putBack = useCallback((id: string) => void leave(id, false), [leave]);
  const endCorrecting = (id: string) => {
    setCorrected(null);
    // What had the focus is gone [F1].
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-student="${CSS.escape(id)}"]`)?.focus(),
    );
  };
  return (
    <section aria-labelledby="students" className="grid grid-cols-1 content-start gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-ink pb-2">
        <h2 id="students" tabIndex={-1} className="font-serif text-2xl outline-none">
          {t("title")}
        </h2>
        <p className="text-sm text-ink-soft">
          {all("students", { count: students.filter(({ left }) => !left).length })}
        </p>
      </div>
      {students.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
      {students.length >= SEARCHED_FROM && (
        <>
          <Field
            type="search"
            dir="auto"
            autoComplete="off"
            label={t("find")}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            className="max-w-80"
          />
          <p role="status" className={sought.trim() === "" ? "sr-only" : "text-sm text-ink-soft"}>
            {sought.trim() !== "" &&
              (shown.length === 0 ? t("noMatch") : t("found", { shown: shown.length, all: students.length }))}
          </p>
        </>
      )}
      <ul ref={list}>
        {shown.map((student) => (
          <li
            key={student.id}
            className="flex min-h-touch items-center gap-1 border-b border-line [contain-intrinsic-size:auto_3.25rem] [content-visibility:auto]"
          >
            {corrected === student.id ? (
              <CorrectStudent
                student={student}
                correct={work.correct}
                onDone={() => endCorrecting(student.id)}
              />
            ) : (
              <ListedStudent
                classId={classId}
                id={student.id}
                name={student.name}
                number={student.number}
                hasLeft={student.left === true}
                isTwin={twins.has(student.id)}
                onCorrect={correct}
                onRemove={remove}
                onPutBack={putBack}
              />
            )}
          </li>
        ))}
      </ul>
      <AddOneStudent add={work.add} />
      <RemoveStudent
        classId={classId}
        student={students.find(({ id }) => id === removed) ?? null}
        removeStudent={work.removeStudent}
        onTakenOff={(id) => leave(id, true)}
        onClose={() => setRemoved(null)}
      />
    </section>
  );
}

function isSought({ name, number = "" }: ClassStudent, sought: string): boolean {
  const words = folded(sought).split(/\s+/u).filter(Boolean);
  const text = folded(`${name} ${number}`);
  return words.every((word) => text.includes(word));
}

/** [Q16] Students without a number whose name another one has. */
function twinsIn(students: readonly ClassStudent[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { name } of students) times.set(folded(name), (times.get(folded(name)) ?? 0) + 1);
  const twins = students.filter(
    ({ name, number }) => number === undefined && (times.get(folded(name)) ?? 0) > 1,
  );
  return new Set(twins.map(({ id }) => id));
}
