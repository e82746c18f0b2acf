import { SENDS } from "#debate/activities/messages.ts";
import type { ClientEvents, ServerEvents } from "#debate/protocol/events.ts";

/** What each message of a client does, with what a schema can't say, beside those of activities. */
const SAID: Record<Exclude<keyof ClientEvents, keyof typeof SENDS>, string> = {
  sync: "Asks for the whole state. With `more` in the answer, send it as `after` for the next page of rebuttals, without `you`, `roster` and `log`.",
  "ballot:cast":
    "Votes. `seq` is the client's counter: one that is not above the stored one changes nothing. `credit` names a rebuttal or a paragraph, not both.",
  "rebuttal:post": "Posts a rebuttal. The client makes the id, so that a repetition is one rebuttal.",
  "rebuttal:edit":
    "Replaces the words of the sender's own rebuttal, with its quotation and source; without these it has none any more. Its endorsements and exposures go.",
  "rebuttal:withdraw": "Deletes the sender's own rebuttal permanently, in any phase.",
  "rebuttal:endorse": "Endorses a rebuttal, or stops doing so.",
  "rebuttal:report": "Reports a rebuttal to the host.",
  "rebuttal:seen": "Says which rebuttals came into view.",
  "time:ask":
    "Says that someone needs more time than the timer gives; not who. The timer then no longer ends the phase. `wrong-phase` without a timer.",
  "host:step":
    "Shows another step of a staged reveal. `stale` if the session has moved or stepped since `version`.",
  "host:phase": "Moves the class to another phase. `stale` if the session has moved since `version`.",
  "host:timer": "Starts the timer, or stops it with null. `stale` if the session is not in `phase`.",
  "host:moderate":
    "Decides about rebuttals (`rebuttalIds`), or hides all that some seats wrote (`participantIds`): one of the two. With `editions`, in the order of the ids, `stale` if words were changed since they were read.",
  "host:merge":
    "Has another rebuttal of the same side (`into`) stand for this one, which the class no longer sees; null undoes it.",
  "host:remove": "Removes seats.",
  "host:undo": "Undoes decisions of the log.",
  "host:log": "Reads the 200 lines of the log before that one.",
  "host:lock": "Stops new people joining, or lets them join again.",
  "host:reveal": "Shows the tallies so far on host and screen.",
  "host:wall":
    "Puts a rebuttal, a paragraph, words of a voter (`reason` is their id), a chart of the results (from its step on), the glossary or thanks on the projector, blanks it, or shows the phase. With `edition` of a rebuttal and `editions` of its replies, `stale` if words were changed since they were read.",
  "host:wall-look":
    "Sets the colors and the language of the projector; null has its own computer and browser decide.",
  "host:approve-first": "Has new rebuttals wait for approval, or not.",
  "host:results": "Limits the results to the class and holders of a link, or opens them.",
  "host:dates":
    "Replaces the set dates, at which the class moves by itself; null for none. `at` is what clocks of `zone` show. Refused as `malformed` with the date and what is wrong with it: `zone`, `none`, `gap`, `past`, `far`, `order`, `phase`, `early` or `late`.",
};

/** To whom the server sends each message, and when. */
export const HEARD: Record<keyof ServerEvents, string> = {
  synced:
    "A client whose handshake has a `version`, once, right after it has connected: the answer to a `sync` that it need not send, or `unchanged` if nothing has changed since that version for the seat that it names. Counts as a `sync`.",
  session: "Everyone in the session. The highest version counts.",
  result:
    "Everyone in the session, at each step of the reveal and when what it shows changes; at most 2 KB. Only host, assistant and screen get `steps`.",
  picked:
    "Everyone but screens, once the class may read the results, whenever it changes: all words of voters that the host picked.",
  rebuttals:
    "Everyone from the phase `rebuttal` on; host and assistant always; a screen only what is on the projector. With `more`, `sync` returns the rest.",
  mine: "A student's other devices; all of them where it was not the student's own message.",
  roster: "Host, and assistant without `realName` and `voted`. Without seats in an anonymous session.",
  log: "Host and assistant, when there is a new line; the newest first.",
  removed: "A student whose seat was removed.",
  gone: "Everyone, when the session is deleted.",
  storage: "Everyone, on each change; whether anything can be stored.",
  writing:
    "The host, at most once a second when it changes: how many have sent words of their vote in the last five seconds.",
  working:
    "Host and assistant, a second after a message with `{by}` whose answer takes longer: it is being carried out, and its answer follows.",
};

/** What a message of a client does. */
export function does(name: keyof ClientEvents): string {
  return isActivities(name) ? SENDS[name].does : SAID[name];
}

function isActivities(name: keyof ClientEvents): name is keyof typeof SENDS {
  return Object.hasOwn(SENDS, name);
}
