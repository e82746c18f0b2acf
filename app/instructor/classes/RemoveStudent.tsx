"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ClassWork } from "#app/instructor/classes/use-class.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import type { ClassStudent, StudentYear } from "#debate/protocol/answers/class-answers.ts";

type RemoveStudentProps = {
  classId: string;
  student: ClassStudent | null;
  onTakenOff: (id: string) => Promise<boolean>;
  onClose: () => void;
} & Pick<ClassWork, "removeStudent">;

/** [Q12] Asks before a student is deleted in all sessions, and says in how many. */
export function RemoveStudent({ classId, student, removeStudent, onTakenOff, onClose }: RemoveStudentProps) {
  const t = useTranslations("classes.people");
  const why = useWhy();
  // Keeps the name while it fades away.
  const [shown, setShown] = useState(student);
  if (student && student !== shown) setShown(student);
  const sessions = useSessions(classId, student?.id);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const remove = async () => {
    if (!shown) return;
    setPending(true);
    setProblem(null);
    const reply = await removeStudent(shown.id);
    setPending(false);
    // Deleted meanwhile, in another tab, is as good as deleted now.
    if (!reply.ok && reply.code !== "not-found") return setProblem(why(reply.code));
    toast.success(t("removed", { name: isolated(shown.name) }));
    close();
  };
  const takeOff = async () => {
    if (!shown) return;
    setPending(true);
    const isDone = await onTakenOff(shown.id);
    setPending(false);
    if (isDone) close();
  };
  return (
    <Dialog
      isAlert
      open={student !== null}
      onOpenChange={(open) => !open && close()}
      title={t.rich("removeTitle", { name: inSentence(shown?.name ?? "") })}
      actions={
        <>
          <DialogClose render={<Button>{t("keep")}</Button>} />
          <Button variant="danger" pending={pending} onClick={remove}>
            {t("removeConfirm")}
          </Button>
        </>
      }
    >
      {problem && (
        <Notice kind="error" className="mb-3">
          {problem}
        </Notice>
      )}
      <DialogText>
        {sessions === undefined
          ? t("removeLooking")
          : sessions === null
            ? t("removeUnknown")
            : t("removeBody", { sessions })}
      </DialogText>
      {!shown?.left && (
        <Button variant="quiet" className="mt-3 -ml-4" pending={pending} onClick={takeOff}>
          {t("takeOff")}
        </Button>
      )}
    </Dialog>
  );
}

/** In how many sessions a student was; undefined while it is looked up, null where it can't be. */
function useSessions(classId: string, studentId: string | undefined): number | null | undefined {
  const [found, setFound] = useState<number | null | undefined>();
  useEffect(() => {
    if (studentId === undefined) return;
    const abort = new AbortController();
    setFound(undefined);
    const path = `/api/classes/${classId}/students/${studentId}`;
    void ask<StudentYear>("GET", path, undefined, { signal: abort.signal }).then((reply) => {
      if (abort.signal.aborted) return;
      setFound(reply.ok ? reply.value.sessions.filter(({ present }) => present).length : null);
    });
    return () => abort.abort();
  }, [classId, studentId]);
  return found;
}
