"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { CriterionFields, problemsIn } from "#app/host/marks/criteria/CriterionFields.tsx";
import { type CriteriaDraft, emptyCriterion } from "#app/host/marks/criteria/criteria-draft.ts";
import { RemovedCriteria } from "#app/host/marks/criteria/RemovedCriteria.tsx";
import { goTo } from "#app/host/marks/use-marking-place.ts";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { Plus } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { goToInvalid } from "#app/shared/controls/FieldError.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { CRITERIA } from "#debate/rules/mark-limits.ts";

/** One that is drawn: its key stays while others move. */
type Drawn = CriteriaDraft & { key: number };

/** [Q20] The criteria: their names, and words for the levels. */
export function CriteriaForm() {
  const t = useTranslations("marks.criteria");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const { state, store } = useMarking();
  const form = useRef<HTMLFormElement>(null);
  const [criteria, setCriteria] = useState<readonly Drawn[]>(() => numbered(state.criteria));
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const kept = new Set(criteria.map(({ id }) => id));
  const removed = state.criteria.filter(({ id }) => !kept.has(id));
  const losing = state.marks.filter(({ levels }) =>
    removed.some(({ id }) => levels[id] !== undefined),
  ).length;

  const change = (place: number, next: CriteriaDraft) =>
    setCriteria(criteria.map((each, at) => (at === place ? { ...each, ...next } : each)));
  const save = async () => {
    setPending(true);
    const problem = await store.put({ criteria: criteria.map(({ key: _, ...each }) => each) });
    setPending(false);
    setAsking(false);
    if (problem) return toast.error(t("failed"), { description: refusals(problem) });
    announce(t("saved"));
    goTo({ at: "list" });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (criteria.some((each) => problemsIn(each).length > 0))
      return form.current && goToInvalid(form.current);
    if (losing > 0) return setAsking(true);
    void save();
  };
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={submit}
      className="mx-auto grid max-w-3xl grid-cols-1 gap-6"
    >
      <header className="grid gap-1">
        <h1 className="font-serif text-3xl">{t("title")}</h1>
        <p className="max-w-prose text-ink-soft">{t("formLead")}</p>
      </header>
      {criteria.map(({ key, ...criterion }, place) => (
        <CriterionFields
          key={key}
          criterion={criterion}
          place={place}
          isTried={isTried}
          onChange={(next) => change(place, next)}
          onRemove={() => setCriteria(criteria.filter((_, at) => at !== place))}
          onUp={place > 0 ? () => setCriteria(swapped(criteria, place)) : null}
        />
      ))}
      <div>
        <Button
          disabled={criteria.length >= CRITERIA}
          onClick={() => setCriteria([...criteria, { ...emptyCriterion(), key: nextKey(criteria) }])}
        >
          <Plus aria-hidden="true" className="size-4.5" />
          {t("add")}
        </Button>
        {criteria.length >= CRITERIA && (
          <p className="mt-1 text-sm text-ink-soft">{t("most", { count: CRITERIA })}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        <Button type="submit" variant="primary" pending={isPending}>
          {t("save")}
        </Button>
        <Button variant="quiet" onClick={() => goTo({ at: "list" })}>
          {shared("cancel")}
        </Button>
      </div>
      <RemovedCriteria
        open={isAsking}
        onOpenChange={setAsking}
        names={removed.map(({ name }) => name)}
        students={losing}
        isPending={isPending}
        onRemove={() => void save()}
      />
    </form>
  );
}

const nextKey = (criteria: readonly Drawn[]) => Math.max(-1, ...criteria.map(({ key }) => key)) + 1;

/** An empty one to begin with. */
const numbered = (criteria: readonly CriteriaDraft[]): Drawn[] =>
  (criteria.length > 0 ? criteria : [emptyCriterion()]).map((each, key) => ({ ...each, key }));

const swapped = (criteria: readonly Drawn[], place: number): Drawn[] => {
  const next = [...criteria];
  next.splice(place - 1, 0, ...next.splice(place, 1));
  return next;
};
