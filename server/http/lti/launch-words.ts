import type { Language } from "#debate/rules/languages.ts";
import type { Preset } from "#debate/rules/session-options.ts";
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
  noSessions: string;
  dashboard: string;
  used: string;
  otherInstructor: string;
  nameTitle: string;
  nameLabel: string;
  nameHint: string;
  nameFault: string;
  join: string;
  pickTitle: string;
  pickBody: string;
  debate: string;
  length: string;
  presets: Record<Preset, string>;
  names: string;
  identities: Record<"pseudonym" | "named" | "anonymous", string>;
  orSession: string;
  newSession: string;
  points: string;
  pointsHint: string;
  add: string;
  cancel: string;
  goOn: string;
  returning: string;
  pickFault: string;
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
    noSessions:
      "You have no open session. Open one on your dashboard, then come back and open this activity again.",
    dashboard: "Open the dashboard",
    used: "Students can now join from this activity.",
    otherInstructor: "This activity already leads to another instructor’s session.",
    nameTitle: "What’s your name?",
    nameLabel: "Your name",
    nameHint: "Your teacher and your class see it.",
    nameFault: "Type a name of at most 40 characters.",
    join: "Join",
    pickTitle: "Pick a debate",
    pickBody: "Each course gets its own session when someone first opens the activity.",
    debate: "Debate",
    length: "Length",
    presets: { quick: "20 minutes", lesson: "45 minutes", seminar: "90 minutes" },
    names: "Names",
    identities: {
      pseudonym: "Pseudonyms: only you see real names",
      named: "Real names",
      anonymous: "Anonymous: no grades, no one learns who wrote what",
    },
    orSession: "Or a session that is open",
    newSession: "A new session of the debate above",
    points: "Points in the gradebook",
    pointsHint: "Whole points, or empty for no grade.",
    add: "Add to the course",
    cancel: "Cancel",
    goOn: "Go back to the course",
    returning: "Going back to your course",
    pickFault: "That debate or session can’t be used. Choose another one.",
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
    noSessions:
      "開いているセッションがありません。ダッシュボードで開いてから、もう一度このアクティビティを開いてください。",
    dashboard: "ダッシュボードを開く",
    used: "学生はこのアクティビティから参加できます。",
    otherInstructor: "このアクティビティは、すでに別の教員のセッションにつながっています。",
    nameTitle: "お名前を入力してください",
    nameLabel: "名前",
    nameHint: "先生とクラスに表示されます。",
    nameFault: "40文字以内の名前を入力してください。",
    join: "参加する",
    pickTitle: "ディベートを選ぶ",
    pickBody: "アクティビティが初めて開かれたときに、コースごとのセッションが開きます。",
    debate: "ディベート",
    length: "時間",
    presets: { quick: "20分", lesson: "45分", seminar: "90分" },
    names: "名前",
    identities: {
      pseudonym: "ニックネーム：本名はあなただけに表示",
      named: "本名",
      anonymous: "匿名：成績なし、誰が何を書いたかは誰にもわかりません",
    },
    orSession: "または、開いているセッション",
    newSession: "上のディベートの新しいセッション",
    points: "成績表の満点",
    pointsHint: "整数で入力します。空欄なら成績はつけません。",
    add: "コースに追加",
    cancel: "キャンセル",
    goOn: "コースに戻る",
    returning: "コースに戻ります",
    pickFault: "そのディベートまたはセッションは使えません。別のものを選んでください。",
  },
};
