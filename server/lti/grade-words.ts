import type { Language } from "#debate/rules/languages.ts";
import type { Answer } from "#server/platform/outgoing.ts";

/** [Q62] Why a grade did not reach a gradebook. */
export type GradeFault =
  | "no-gradebook"
  | "no-token"
  | "unreachable"
  | "unknown-person"
  | "locked"
  | "newer"
  | "deleted"
  | "other";

export const GRADE_FAULTS: Record<GradeFault, Record<Language, string>> = {
  "no-gradebook": {
    en: "The activity has no grade in the course. Set one there, then send again.",
    ja: "コースのアクティビティに成績欄がありません。コースで設定してから、もう一度送信してください。",
  },
  "no-token": {
    en: "The platform does not allow this server to send grades.",
    ja: "プラットフォームがこのサーバーからの成績の送信を許可していません。",
  },
  unreachable: {
    en: "The platform didn’t answer. Send again in a few minutes.",
    ja: "プラットフォームが応答しません。数分後にもう一度送信してください。",
  },
  "unknown-person": {
    en: "The platform doesn’t know this person as a student of the course.",
    ja: "プラットフォームがこの人をコースの学生として認識していません。",
  },
  locked: { en: "The grade is locked in the gradebook.", ja: "成績表でこの成績がロックされています。" },
  newer: {
    en: "The gradebook has a newer grade, perhaps entered by hand.",
    ja: "成績表により新しい成績があります。手動で入力された可能性があります。",
  },
  deleted: {
    en: "The grade item was deleted in the course. Open the activity once, then send again.",
    ja: "コースの成績項目が削除されています。アクティビティを一度開いてから、もう一度送信してください。",
  },
  other: { en: "The platform refused the grade.", ja: "プラットフォームが成績を拒否しました。" },
};

/** [Q62] What the status of a refusal means, as Moodle answers. */
export function faultOf({ status }: Pick<Answer, "status">): GradeFault {
  switch (status) {
    case 400:
      return "unknown-person";
    case 401:
    case 403:
      return "no-token";
    case 404:
      return "deleted";
    case 409:
      return "newer";
    case 423:
    case 500:
      return "locked";
    default:
      return status >= 500 || status === 429 ? "unreachable" : "other";
  }
}
