import type { Language } from "#debate/rules/languages.ts";
import type { Identity, Preset } from "#debate/rules/session-options.ts";
import type { PickFault } from "#server/lti/pick.ts";

type Words = {
  title: string;
  body: string;
  find: string;
  findButton: string;
  noMatch: (words: string) => string;
  debate: string;
  shelves: Record<"built-in" | "own" | "shared", string>;
  length: string;
  presets: Record<Preset, string>;
  names: string;
  identities: Record<Identity, string>;
  session: string;
  newSession: string;
  points: string;
  pointsHint: string;
  add: string;
  cancel: string;
  goOn: string;
  returning: string;
  faults: Record<PickFault, string>;
};

/** [Q54] The words of picking a debate or a session for a course. */
export const PICK_WORDS: Record<Language, Words> = {
  en: {
    title: "Pick a debate",
    body: "A new session opens when someone first opens the activity in the course.",
    find: "Find a debate",
    findButton: "Find",
    noMatch: (words) => `No debate has the words “${words}”. All of them are listed.`,
    debate: "Debate",
    shelves: { "built-in": "Built-in", own: "Yours", shared: "Shared with you" },
    length: "Length",
    presets: { quick: "20 minutes", lesson: "45 minutes", seminar: "90 minutes" },
    names: "Names",
    identities: {
      pseudonym: "Pseudonyms: only you see real names",
      named: "Real names",
      anonymous: "Anonymous: no one learns who wrote what, and no grades",
    },
    session: "Session",
    newSession: "A new one",
    points: "Points in the gradebook",
    pointsHint: "A whole number, or empty for no grade.",
    add: "Add to the course",
    cancel: "Cancel",
    goOn: "Go back to the course",
    returning: "Going back to your course",
    faults: {
      missing: "That debate or session can’t be used. Choose another one.",
      points: "Type whole points from 1 to 1,000, or leave them empty.",
      anonymous: "Anonymous sessions send no grades. Leave the points empty, or choose other names.",
    },
  },
  ja: {
    title: "ディベートを選ぶ",
    body: "コースでアクティビティが初めて開かれたときに、新しいセッションが開きます。",
    find: "ディベートを検索",
    findButton: "検索",
    noMatch: (words) => `「${words}」を含むディベートはありません。すべてのディベートを表示しています。`,
    debate: "ディベート",
    shelves: { "built-in": "標準", own: "自分のもの", shared: "共有されたもの" },
    length: "時間",
    presets: { quick: "20分", lesson: "45分", seminar: "90分" },
    names: "名前",
    identities: {
      pseudonym: "ニックネーム：本名はあなただけに表示",
      named: "本名",
      anonymous: "匿名：誰が何を書いたかは誰にもわからず、成績もありません",
    },
    session: "セッション",
    newSession: "新しいセッション",
    points: "成績表の満点",
    pointsHint: "整数で入力します。空欄なら成績はつけません。",
    add: "コースに追加",
    cancel: "キャンセル",
    goOn: "コースに戻る",
    returning: "コースに戻ります",
    faults: {
      missing: "そのディベートまたはセッションは使えません。別のものを選んでください。",
      points: "1から1,000までの整数を入力するか、空欄にしてください。",
      anonymous: "匿名のセッションは成績を送りません。満点を空欄にするか、名前の設定を変えてください。",
    },
  },
};
