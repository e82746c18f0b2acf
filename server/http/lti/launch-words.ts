import type { Language } from "#debate/rules/languages.ts";
import type { NoSession } from "#server/lti/session-of-link.ts";

type Words = {
  connect: string;
  connectBody: (name: string, platform: string) => string;
  connectButton: string;
  comeBack: string;
  goOnHere: string;
  openNew: string;
  openNewBody: string;
  openMarks: string;
  connectQuestion: (name: string, platform: string, email: string) => string;
  connectWarning: string;
  connected: string;
  connectedBody: string;
  visitOver: string;
  visitOverBody: string;
  someone: string;
  code: string;
  openControlRoom: string;
  seeResults: string;
  newWindow: string;
  missing: Record<NoSession, string>;
  chooseSession: string;
  chooseBody: string;
  use: string;
  openAnother: string;
  openButton: string;
  used: string;
  nameTitle: string;
  nameLabel: string;
  nameHint: string;
  nameFault: string;
  join: string;
};

export const WORDS: Record<Language, Words> = {
  en: {
    connect: "Connect your account",
    connectBody: (name, platform) =>
      `${platform} says that you are ${name}. Sign in to Resolved once to connect the two accounts.`,
    connectButton: "Connect accounts",
    comeBack: "Then come back here.",
    goOnHere: "Continue",
    openNew: "Open a new session",
    openNewBody: "It starts with the debate of this activity, for this course alone.",
    openMarks: "See this student’s work and marks",
    connectQuestion: (name, platform, email) =>
      `Connect ${name} of ${platform} with your Resolved account ${email}?`,
    connectWarning: "Only do this if both are you: they can then lead sessions in your name from the course.",
    connected: "Accounts connected",
    connectedBody: "Close this window and continue in your course.",
    visitOver: "This page has expired",
    visitOverBody: "Go back to your course and open the activity again.",
    someone: "a teacher",
    code: "Code",
    openControlRoom: "Open the control room",
    seeResults: "See the results",
    newWindow: "Opens in a new window.",
    missing: {
      "no-session-yet": "No session chosen yet",
      "session-deleted": "This activity has no session any more",
      "copied-link": "This activity was copied from another course",
      "no-debate": "The debate of this activity is gone",
    },
    chooseSession: "Choose a session for this activity",
    chooseBody: "Students who open the activity join the session that you choose.",
    use: "Use this session",
    openAnother: "A new session of a debate",
    openButton: "Open this debate",
    used: "Students can now join from this activity.",
    nameTitle: "What’s your name?",
    nameLabel: "Your name",
    nameHint: "Your teacher and your class see it.",
    nameFault: "Type a name of at most 40 characters.",
    join: "Join",
  },
  ja: {
    connect: "アカウントを連携する",
    connectBody: (name, platform) =>
      `${platform}によると、あなたは${name}さんです。一度Resolvedにサインインして、2つのアカウントを連携してください。`,
    connectButton: "アカウントを連携する",
    comeBack: "その後、ここに戻ってください。",
    goOnHere: "続ける",
    openNew: "新しいセッションを開く",
    openNewBody: "このアクティビティのディベートで、このコースだけのセッションを始めます。",
    openMarks: "この学生の記録と評価を見る",
    connectQuestion: (name, platform, email) =>
      `${platform}の${name}さんを、Resolvedのアカウント${email}と連携しますか？`,
    connectWarning:
      "両方とも自分の場合だけ連携してください。連携すると、コースからあなたの名前でセッションを開けるようになります。",
    connected: "アカウントを連携しました",
    connectedBody: "このウィンドウを閉じて、コースで続けてください。",
    visitOver: "このページは期限切れです",
    visitOverBody: "コースに戻り、もう一度アクティビティを開いてください。",
    someone: "教員",
    code: "コード",
    openControlRoom: "操作画面を開く",
    seeResults: "結果を見る",
    newWindow: "新しいウィンドウで開きます。",
    missing: {
      "no-session-yet": "セッションがまだ選ばれていません",
      "session-deleted": "このアクティビティのセッションはもうありません",
      "copied-link": "このアクティビティは別のコースからコピーされました",
      "no-debate": "このアクティビティのディベートは削除されました",
    },
    chooseSession: "このアクティビティのセッションを選ぶ",
    chooseBody: "アクティビティを開いた学生は、選んだセッションに参加します。",
    use: "このセッションを使う",
    openAnother: "ディベートから新しいセッションを開く",
    openButton: "このディベートで開く",
    used: "学生はこのアクティビティから参加できます。",
    nameTitle: "お名前を入力してください",
    nameLabel: "名前",
    nameHint: "先生とクラスに表示されます。",
    nameFault: "40文字以内の名前を入力してください。",
    join: "参加する",
  },
};
