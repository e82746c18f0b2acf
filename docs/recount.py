"""Recounts a session from its exported JSON files, in any order (docs/data.md; rules by number in docs/rules.md),
of an anonymous session as far as its host is told [Z18, Z19]:

python3 docs/recount.py ballots.json rebuttals.json endorsements.json exposures.json [participants.json design.json guesses.json
                        picks.json paragraphs.json merged.json] [results.json]
"""
import json, math, sys
from collections import Counter, defaultdict
POSITION = {"for": 1, "against": -1, "undecided": 0}
files = [json.load(open(path, encoding="utf-8")) for path in sys.argv[1:]]
tables = {file["table"]: file["rows"] for file in files if "table" in file}
if missing := {"ballots", "rebuttals", "endorsements", "exposures"} - set(tables): sys.exit(f"{__doc__}Missing: {missing}")
votes = {each: {row["participant"]: row["choice"] for row in tables["ballots"] if row["round"] == each} for each in ("before", "after", "later")}
# M1, M2: who voted both times, from row to column.
def moved(first, last):
    moves = Counter((choice, votes[last][voter]) for voter, choice in votes[first].items() if voter in votes[last])
    # S8, S9: steps toward For, with half a person more for each of the five.
    steps = dict.fromkeys(range(-2, 3), 0)
    for (one, other), people in moves.items(): steps[POSITION[other] - POSITION[one]] += people
    n, ahead = sum(steps.values()), sum(step * steps[step] for step in steps)
    mean, square = (sum(step ** power * (steps[step] + .5) for step in steps) / (n + 2.5) for power in (1, 2))
    sd = math.sqrt((square - mean ** 2) / (n + 3.5))
    sure = "clear" if abs(mean) >= 1.959963984540054 * sd else "leaning" if abs(mean) >= 1.0364333894937898 * sd else "close"
    margin = {"points": 100 * ahead / n, "standing": "few" if n - steps[0] < 5 else sure,
              "interval": [100 * (mean + side * 1.959963984540054 * sd) for side in (-1, 1)]} if n else None
    return {"paired": {"n": n, "matrix": [[moves[one, other] for other in POSITION] for one in POSITION]}, "margin": margin}, n, ahead
debate, n, ahead = moved("before", "after")
standing = debate["margin"] and debate["margin"]["standing"]
# M4, M5, S6.
heat = abs(ahead) * 100 < 5 * n
verdict = {"winner": None if heat or not ahead else "for" if ahead > 0 else "against", "deadHeat": heat,
           "standing": None if not n else "close" if heat and standing != "few" else standing}
# Z19: anonymous sessions export no times, and of endorsements only how many there are.
anonymous = not any("castAt" in row for row in tables["ballots"]) and not any("participant" in row for row in tables["rebuttals"])
# K1, K3, K4: endorsers and readers by camp; who endorsed or wrote has read.
def by_camp(rows):
    pairs = {(row.get("mergedInto") or row.get("rebuttal") or row["id"], row["participant"]) for row in rows if "participant" in row}
    return Counter((rebuttal, votes["before"].get(person)) for rebuttal, person in pairs) + Counter({(row["rebuttal"], None): row["people"] for row in rows if "people" in row})
liked, seen = by_camp(tables["endorsements"]), by_camp(tables["endorsements"] + tables["exposures"] + tables["rebuttals"])
ranking = []  # K2, K5: opponents' choice.
for row in sorted((row for row in tables["rebuttals"] if row["status"] == "published"), key=lambda row: (row["at"], row["id"])):
    ranking.append({"id": row["id"], "endorsed": sum(liked[row["id"], camp] for camp in (None, *POSITION))})
    if anonymous: continue  # Camps are not told.
    (pro, contra), shown = ([counts[row["id"], side] for side in ("for", "against")] for counts in (liked, seen))
    ranking[-1].update(seen=sum(shown), standing=(pro + 1) * (contra + 1) / ((shown[0] + 2) * (shown[1] + 2)))
ranking.sort(key=lambda row: (not row["endorsed"], -row.get("standing", 0), -row["endorsed"]))  # K12: first what someone endorsed.
# C1 to C4, R30, R32: whom words moved, where the rebuttals have authors. What was merged counts for its head, but not from an author of either.
head = {row["id"]: row["mergedInto"] or row["id"] for row in tables["rebuttals"]}
published = {row["id"] for row in tables["rebuttals"] if row["status"] == "published"}
authors, credits = defaultdict(set), Counter()
for row in tables["rebuttals"]: authors[head[row["id"]]].add(row.get("participant"))
for row in tables["ballots"]:
    if row["round"] != "after" or row["creditWithout"] in (None, row["choice"]) or len((row["creditWhy"] or "").strip()) < 50: continue
    to = head.get(row["creditRebuttal"])
    if row["creditRebuttal"] is None: credits[row["creditSide"], row["creditParagraph"]] += 1
    elif to in published and row["participant"] not in authors[to]: credits[to] += 1
if not anonymous: ranking = [{**row, "credits": credits[row["id"]]} for row in ranking]
# C5: what was said to each paragraph of the original.
heat = []
for row in (row for row in tables.get("paragraphs", []) if row["version"] is None):
    place = (row["side"], row["n"])
    quotes = [each["id"] for each in tables["rebuttals"] if each["id"] in published and (each["quoteSide"], each["quoteParagraph"]) == place]
    heat.append({"side": row["side"], "n": row["n"], "quotes": len(quotes), "unanswered": not quotes, **({"credits": credits[place]} if not anonymous else {}),
                 **({"endorsements": {camp: sum(liked[id, camp] for id in quotes) for camp in POSITION}} if not anonymous else {})})
# M13: who answered both times, with the 97.5 % point of Student's t by halving (A&S 26.7.3 and 26.7.4).
def within(t, df):
    angle, odd = math.atan(t / math.sqrt(df)), df % 2
    terms = [math.sin(angle) * math.cos(angle) ** odd]
    for k in range(2 + odd, df, 2): terms.append(terms[-1] * (k - 1) / k * math.cos(angle) ** 2)
    return 2 / math.pi * (angle + sum(terms)) if odd else sum(terms)
def student(df):
    low, high = 0, 100
    for _ in range(100): low, high = ((low + high) / 2, high) if within((low + high) / 2, df) < .95 else (low, (low + high) / 2)
    return high
def change(question):
    given = [{row["participant"]: row[question] for row in tables["ballots"] if row["round"] == each and row.get(question)}
             for each in ("before", "after")]
    pairs = [[answers[person] for answers in given] for person in given[0] if person in given[1]]
    if (n := len(pairs)) < 10: return None
    before, after = (sum(answers) / n for answers in zip(*pairs))
    reach = student(n - 1) * math.sqrt(sum((last - first - after + before) ** 2 for first, last in pairs) / (n - 1) / n)
    return {"n": n, "before": before, "after": after,
            "interval": [max(-4, after - before - reach), min(4, after - before + reach)]}
outlook = {question: change(question) for question in ("understanding", "respect")}
# X15: writers who were offered starters and those who were not. Of a merge each rebuttal counts by those who read its own words.
def effect():
    drawn = {row["participant"]: row["starters"] for row in tables["participants"] if row["starters"] is not None}
    apart, merges = defaultdict(set), {row["head"] for row in tables["merged"]}
    for row in tables["merged"] + [{**row, "what": what} for what, name in (("endorsement", "endorsements"), ("exposure", "exposures"))
                                   for row in tables[name] if row["rebuttal"] not in merges]:
        apart["exposure", row["rebuttal"]].add(row["participant"])  # K3
        apart[row["what"], row["rebuttal"]].add(row["participant"])
    writers = defaultdict(Counter)
    for row in (row for row in tables["rebuttals"] if head[row["id"]] in published and row["participant"] in drawn):
        for what in ("endorsement", "exposure"):  # K4: its author is a reader, and not an endorser.
            readers = apart[what, row["id"]] - {row["participant"]} | ({row["participant"]} if what == "exposure" else set())
            writers[row["participant"]][what] += sum(POSITION.get(votes["before"].get(each), 0) == -POSITION[row["side"]] for each in readers)
    halves = [[each["endorsement"] / each["exposure"] for writer, each in writers.items() if drawn[writer] is half and each["exposure"] >= 5]
              for half in (True, False)]
    (m, mean), (n, other) = [(len(half), sum(half) / max(1, len(half))) for half in halves]
    told = {"offered": {"writers": m, "share": mean if m >= 8 else None}, "others": {"writers": n, "share": other if n >= 8 else None}}
    if min(m, n) < 8: return {**told, "difference": None}
    one, two = [sum((share - middle) ** 2 for share in half) / (len(half) - 1) / len(half) for half, middle in zip(halves, (mean, other))]
    if math.sqrt(one + two) < 1e-9: return {**told, "difference": None}
    reach = 100 * student(math.floor((one + two) ** 2 / (one ** 2 / (m - 1) + two ** 2 / (n - 1)))) * math.sqrt(one + two)
    points = 100 * (mean - other)
    return {**told, "difference": {"points": points, "interval": [max(-100, points - reach), min(100, points + reach)]}}
# M12: guesses beside the last votes.
def guess(last):
    shares = [row["share"] for row in tables["guesses"]]
    return {"n": len(shares), "mean": sum(shares) / len(shares), "truth": 100 * sum(choice == "for" for choice in last) / len(last),
            "counts": [sum(share // 5 == part for share in shares) for part in range(21)]}
# V18: words of voters that the class may see.
def words(rows): return sorted(({key: row[key] for key in ("text", "kind", "round")} for row in rows), key=lambda row: list(row.values()))
# Z18, Z19: what is not told can't be recounted. Without the flow there are no ballots; the order is told, and not what it follows from.
untold = anonymous * ["outlook", "later"] + (anonymous and not tables["ballots"]) * ["verdict", *debate]
counted = {"verdict": verdict, "outlook": outlook if any(outlook.values()) else None, **debate, "rebuttals": ranking}
for part in untold: counted.pop(part, None)
if untold: print(f"Anonymous session, not told and not recounted: {untold}", file=sys.stderr)
if heat: counted["paragraphs"] = heat
if tables.get("guesses") and votes["after"]: counted["guess"] = guess(list(votes["after"].values()))
if "picks" in tables: counted["picked"] = words(tables["picks"])
set_to = tables.get("design", [{}])[0]
if {"participants", "merged"} <= set(tables) and set_to.get("starters") == "half" and not anonymous: counted["starters"] = effect()
if votes["later"]: counted["later"] = moved("after", "later")[0]  # M14: did it last? Exported once it has closed.
print(json.dumps(counted, indent=2))
def agrees(ours, theirs):
    if isinstance(ours, dict): return isinstance(theirs, dict) and all(agrees(ours[key], theirs.get(key)) for key in ours)
    if isinstance(ours, list): return isinstance(theirs, list) and len(ours) == len(theirs) and all(map(agrees, ours, theirs))
    return ours == theirs or isinstance(ours, float) and isinstance(theirs, (int, float)) and math.isclose(ours, theirs, abs_tol=1e-9)
for results in (file for file in files if "table" not in file):  # R15: results hold some of the rebuttals, exports all.
    ours = {**counted, "rebuttals": [row for row in ranking if any(row["id"] == each["id"] for each in results["rebuttals"])]}
    ours["rebuttalsInAll"], theirs = len(ranking), {"rebuttalsInAll": len(results["rebuttals"]), **results}
    if anonymous: ours["rebuttals"], theirs["rebuttals"] = (sorted(all["rebuttals"], key=lambda row: row["id"]) for all in (ours, theirs))
    if "paired" not in ours and theirs["paired"]["n"] and theirs["paired"]["matrix"]: ours["paired"] = debate["paired"]
    theirs["picked"] = words(results["picked"])
    if wrong := [part for part in ours if not agrees(ours[part], theirs.get(part))]: sys.exit(f"Not as in the results: {wrong}")
