"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FileText } from "#app/icons/icons.ts";
import { ask, type Failure } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Dialog, DialogText } from "#app/shared/controls/Dialog.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { AccessSettings } from "#app/student/AccessSettings.tsx";
import { AskForTime } from "#app/student/AskForTime.tsx";
import { DownloadMine } from "#app/student/DownloadMine.tsx";
import { noteErased } from "#app/student/Erased.tsx";
import type { Desk } from "#app/student/offline/desk.ts";
import { OnlineLink } from "#app/student/offline/OnlineLink.tsx";
import { forgetSession, forgetWords } from "#app/student/offline/phone-storage.ts";

type YourDataDialogProps = {
  code: string;
  /** What this phone keeps for the seat; nothing of it is sent while its words are being deleted. */
  desk?: Pick<Desk, "outbox" | "marks"> | undefined;
  /** [Z17] Votes that were told as part of a count stay in it. */
  votesStay: boolean;
  open: boolean;
  onClose: () => void;
};
type Scope = "words" | "seat";

/** The answer stands where the question was asked, and a double tap is none; in milliseconds. */
const DOUBLE_TAP = 500;

/** What is kept about a seat, to take it along or to delete it. */
export function YourDataDialog({ code, desk, votesStay, open, onClose }: YourDataDialogProps) {
  const t = useTranslations("student.data");
  const tAccess = useTranslations("student.access");
  const shared = useTranslations("shared");
  const [scope, setScope] = useState<Scope | null>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [isPending, setIsPending] = useState(false);

  const [isReady, setIsReady] = useState(false);
  const waiting = useRef(0);

  const words = wordsFor(scope, votesStay);
  const choose = (next: Scope | null) => {
    window.clearTimeout(waiting.current);
    waiting.current = window.setTimeout(() => setIsReady(true), DOUBLE_TAP);
    setIsReady(false);
    setScope(next);
    setTrouble(null);
  };
  const erase = async () => {
    if (!scope || isPending) return;
    setIsPending(true);
    desk?.outbox.shut();
    const reply = await ask("DELETE", `/api/sessions/${code}/mine?scope=${scope}`);
    // Deleted meanwhile, from another phone or by the host, is as good as deleted now.
    if (reply.ok || reply.code === "unauthorized" || reply.code === "not-found") {
      if (scope === "words" && reply.ok) forgetWords(code);
      else forgetSession(code);
      noteErased(wordsFor(scope, votesStay));
      // A whole load, so that nothing of it is left in memory.
      window.location.replace(`/s/${code}`);
      return;
    }
    desk?.outbox.open();
    setIsPending(false);
    setTrouble(reply.code);
  };

  return (
    <Dialog
      title={words ? t(`${words}.title`) : tAccess("settings")}
      open={open}
      onOpenChange={(isOpen) => {
        choose(null);
        if (!isOpen) onClose();
      }}
      actions={
        words && (
          <>
            <Button onClick={() => choose(null)}>{shared("cancel")}</Button>
            <Button variant="danger" pending={isPending} disabled={!isReady} onClick={erase}>
              {t(`${words}.confirm`)}
            </Button>
          </>
        )
      }
    >
      {trouble && (
        <Notice kind="error" className="mb-4">
          <Trouble trouble={trouble} />
        </Notice>
      )}
      {words ? (
        <DialogText>{t(`${words}.body`)}</DialogText>
      ) : (
        <Offers code={code} marks={desk?.marks} votesStay={votesStay} onErase={choose} />
      )}
    </Dialog>
  );
}

function wordsFor<Asked extends Scope | null>(scope: Asked, votesStay: boolean) {
  return scope === "seat" && votesStay ? "seatButVotes" : scope;
}

type OffersProps = {
  code: string;
  marks: Desk["marks"] | undefined;
  votesStay: boolean;
  onErase: (scope: Scope) => void;
};

function Offers({ code, marks, votesStay, onErase }: OffersProps) {
  const t = useTranslations("student.data");
  const tCard = useTranslations("card");
  return (
    <div className="grid grid-cols-1 gap-3 pb-2">
      <AskForTime />
      <AccessSettings />
      <h3 className="font-semibold">{t("title")}</h3>
      <p>{t(votesStay ? "bodyVotesStay" : "body")}</p>
      <p className="text-sm">
        <a
          href={`/privacy?code=${code}`}
          target="_blank"
          rel="noopener"
          className="inline-flex min-h-touch items-center underline underline-offset-4"
        >
          {t("more")}
        </a>
      </p>
      <OnlineLink href={`/s/${code}/card`} className={buttonStyle()}>
        <FileText aria-hidden="true" className="size-5" />
        {tCard("title")}
      </OnlineLink>
      <DownloadMine code={code} marks={marks} />
      <Button variant="danger" onClick={() => onErase("words")}>
        {t("words.action")}
      </Button>
      <Button variant="danger" onClick={() => onErase("seat")}>
        {t(`${wordsFor("seat", votesStay)}.action`)}
      </Button>
    </div>
  );
}

function Trouble({ trouble }: { trouble: Failure }) {
  const t = useTranslations("student.join");
  const tRefusals = useTranslations("refusals");
  return <>{trouble === "offline" ? t("unreachable") : tRefusals(trouble)}</>;
}
