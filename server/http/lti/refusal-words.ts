import type { Language } from "#debate/rules/languages.ts";
import type { LaunchFault } from "#server/lti/verify-launch.ts";

/** [Q49] Why a launch goes no further. Several have the same words. */
export type LaunchRefusal =
  | LaunchFault
  | "login-request"
  | "unknown-platform"
  | "platform-refused"
  | "state"
  | "state-expired"
  | "other-browser"
  | "no-cookie"
  | "replayed"
  | "not-allowed-to-register"
  | "registration-refused"
  | "platform-silent"
  | "no-role"
  | "no-session-yet"
  | "session-deleted"
  | "session-closed"
  | "not-in-class"
  | "removed"
  | "copied-link"
  | "other-instructor"
  | "no-debate"
  | "too-many"
  | "server-busy";

type Words = { title: string; body: string };
/** 403 where the person or platform may not, 400 where the request can't be used. */
type Kind = { status: 400 | 403; words: Record<Language, Words> };

const AGAIN = {
  en: "Go back to your course and open the activity again.",
  ja: "コースに戻り、もう一度アクティビティを開いてください。",
};
const TEACHER = {
  en: "If it happens again, tell your teacher or whoever runs your learning platform.",
  ja: "何度も起きる場合は、先生または学習プラットフォームの管理者に知らせてください。",
};
const again = (en: string, ja: string): Kind => ({
  status: 400,
  words: {
    en: { title: en, body: `${AGAIN.en} ${TEACHER.en}` },
    ja: { title: ja, body: `${AGAIN.ja}${TEACHER.ja}` },
  },
});
const kind = (status: 400 | 403, en: Words, ja: Words): Kind => ({ status, words: { en, ja } });

const EXPIRED = again("This link has expired", "このリンクは期限切れです");
const INVALID = again(
  "Your learning platform sent something we can’t trust",
  "学習プラットフォームから届いた内容を確認できません",
);
const UNKNOWN = kind(
  403,
  {
    title: "This learning platform isn’t connected",
    body: "The person who runs this server has to register the platform, its client ID and its deployment first.",
  },
  {
    title: "この学習プラットフォームは接続されていません",
    body: "このサーバーの管理者が、プラットフォーム、クライアントID、デプロイメントを先に登録する必要があります。",
  },
);
const SILENT = again("Your learning platform isn’t answering", "学習プラットフォームが応答しません");

export const REFUSALS: Record<LaunchRefusal, Kind> = {
  "not-a-token": INVALID,
  algorithm: INVALID,
  "keys-unreachable": SILENT,
  "unknown-key": INVALID,
  signature: INVALID,
  expired: EXPIRED,
  "too-old": EXPIRED,
  "issued-in-future": again(
    "The clocks of your learning platform and this server differ",
    "学習プラットフォームとこのサーバーの時計がずれています",
  ),
  issuer: INVALID,
  audience: INVALID,
  nonce: INVALID,
  deployment: UNKNOWN,
  version: INVALID,
  "message-type": INVALID,
  claims: INVALID,
  "authorized-party": INVALID,
  "target-link": INVALID,
  "login-request": again("Something is missing from this link", "リンクの情報が足りません"),
  "unknown-platform": UNKNOWN,
  "platform-refused": again(
    "Your learning platform didn’t sign you in",
    "学習プラットフォームでサインインできませんでした",
  ),
  state: INVALID,
  "state-expired": EXPIRED,
  "other-browser": again(
    "This link was opened in another browser",
    "このリンクは別のブラウザーで開かれました",
  ),
  "no-cookie": kind(
    400,
    {
      title: "Your browser blocks this page inside the course",
      body: "Open it in a new window. If that doesn’t work, ask your teacher to have the activity open in a new window, or join with the session’s code.",
    },
    {
      title: "ブラウザーがコース内でのこのページの表示を妨げています",
      body: "新しいウィンドウで開いてください。うまくいかない場合は、アクティビティを新しいウィンドウで開くよう先生に頼むか、セッションのコードで参加してください。",
    },
  ),
  replayed: again("This link was already used", "このリンクはすでに使われました"),
  "not-allowed-to-register": kind(
    403,
    {
      title: "This registration isn’t allowed",
      body: "Ask the person who runs this server for a registration link. Each link works once and for 24 hours.",
    },
    {
      title: "この登録は許可されていません",
      body: "このサーバーの管理者に登録用リンクを依頼してください。リンクは24時間以内に1回だけ使えます。",
    },
  ),
  "registration-refused": kind(
    400,
    {
      title: "Your learning platform refused the registration",
      body: "Nothing was registered. Start again from the platform with the same link, or enter the platform’s data by hand.",
    },
    {
      title: "学習プラットフォームが登録を拒否しました",
      body: "何も登録されていません。同じリンクで最初からやり直すか、プラットフォームの情報を手動で入力してください。",
    },
  ),
  "platform-silent": SILENT,
  "no-role": kind(
    403,
    {
      title: "Only students and teachers of the course can open this",
      body: "Your role in the course isn’t one of them. Ask the teacher to change it.",
    },
    {
      title: "コースの学生と教員だけが開けます",
      body: "コースでのあなたの役割はどちらでもありません。先生に変更を依頼してください。",
    },
  ),
  "no-session-yet": kind(
    403,
    {
      title: "Your teacher hasn’t opened this debate yet",
      body: "Wait until your teacher has opened it, then open the activity again.",
    },
    {
      title: "先生はまだこのディベートを開いていません",
      body: "先生が開いてから、もう一度アクティビティを開いてください。",
    },
  ),
  "session-deleted": kind(
    403,
    {
      title: "This activity has no session any more",
      body: "It was deleted or taken out of the course. Ask your teacher to choose another one for this activity.",
    },
    {
      title: "このアクティビティのセッションはもうありません",
      body: "削除されたか、コースから外されました。このアクティビティに別のセッションを選ぶよう先生に頼んでください。",
    },
  ),
  "session-closed": kind(
    403,
    { title: "This session is closed", body: "New students can’t join any more. Ask your teacher." },
    {
      title: "このセッションは終了しました",
      body: "新しい学生はもう参加できません。先生に聞いてください。",
    },
  ),
  "not-in-class": kind(
    403,
    {
      title: "You aren’t on your teacher’s class list",
      body: "This session is for a class. Ask your teacher to add you, or join with your personal code.",
    },
    {
      title: "先生のクラス名簿にあなたの名前がありません",
      body: "このセッションはクラス専用です。名簿への追加を先生に頼むか、個人コードで参加してください。",
    },
  ),
  removed: kind(
    403,
    {
      title: "Your teacher removed you from this session",
      body: "If that was a mistake, talk to your teacher.",
    },
    {
      title: "先生があなたをこのセッションから外しました",
      body: "間違いの場合は、先生に話してください。",
    },
  ),
  "copied-link": kind(
    403,
    {
      title: "This activity was copied from another course",
      body: "Your teacher has to open a session for this course first.",
    },
    {
      title: "このアクティビティは別のコースからコピーされました",
      body: "先にこのコースのためのセッションを先生が開く必要があります。",
    },
  ),
  "other-instructor": kind(
    403,
    {
      title: "This session belongs to another instructor",
      body: "Ask them for the assistant link, or add a new activity for a session of your own.",
    },
    {
      title: "このセッションは別の教員のものです",
      body: "その教員にアシスタント用リンクを依頼するか、自分のセッション用に新しいアクティビティを追加してください。",
    },
  ),
  "no-debate": kind(
    403,
    {
      title: "The debate of this activity is gone",
      body: "Its session can’t be opened. The teacher has to choose another debate.",
    },
    {
      title: "このアクティビティのディベートは削除されました",
      body: "セッションを開けません。先生が別のディベートを選ぶ必要があります。",
    },
  ),
  "server-busy": again("This server is busy", "サーバーが混み合っています"),
  "too-many": kind(
    403,
    {
      title: "Too many people are joining from this network",
      body: "Wait ten minutes, then open the activity again.",
    },
    {
      title: "このネットワークからの参加者が多すぎます",
      body: "10分待ってから、もう一度アクティビティを開いてください。",
    },
  ),
};

export const BUTTONS = {
  results: { en: "See the results", ja: "結果を見る" },
  window: { en: "Open in a new window", ja: "新しいウィンドウで開く" },
  back: { en: "Back to the course", ja: "コースに戻る" },
} satisfies Record<string, Record<Language, string>>;
