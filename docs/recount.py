"""Recounts a session from its exported JSON files, in any order (docs/data.md; rules by number in docs/rules.md),
of an anonymous session as far as its host is told [Z18, Z19]:

python3 docs/recount.py ballots.json rebuttals.json endorsements.json exposures.json [results.json]
"""
import json, math, sys
from collections import Counter
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
# M13: who answered both times, with the 97.5 % point of Student's t by halving (A&S 26.7.3 and 26.7.4).
def within(t, df):
    angle, odd = math.atan(t / math.sqrt(df)), df % 2
    terms = [math.sin(angle) * math.cos(angle) ** odd]
    for k in range(2 + odd, df, 2): terms.append(terms[-1] * (k - 1) / k * math.cos(angle) ** 2)
    return 2 / math.pi * (angle + sum(terms)) if odd else sum(terms)
def change(question):
    given = [{row["participant"]: row[question] for row in tables["ballots"] if row["round"] == each and row.get(question)}
             for each in ("before", "after")]
    pairs = [[answers[person] for answers in given] for person in given[0] if person in given[1]]
    if (n := len(pairs)) < 10: return None
    before, after = (sum(answers) / n for answers in zip(*pairs))
    low, high, error = 0, 100, math.sqrt(sum((last - first - after + before) ** 2 for first, last in pairs) / (n - 1) / n)
    for _ in range(100): low, high = ((low + high) / 2, high) if within((low + high) / 2, n - 1) < .95 else (low, (low + high) / 2)
    return {"n": n, "before": before, "after": after,
            "interval": [max(-4, after - before - high * error), min(4, after - before + high * error)]}
outlook = {question: change(question) for question in ("understanding", "respect")}
# Z18, Z19: what is not told can't be recounted. Without the flow there are no ballots; the order is told, and not what it follows from.
untold = anonymous * ["outlook"] + (anonymous and not tables["ballots"]) * ["verdict", *debate]
counted = {"verdict": verdict, "outlook": outlook if any(outlook.values()) else None, **debate, "rebuttals": ranking}
for part in untold: del counted[part]
if untold: print(f"Anonymous session, not told and not recounted: {untold}", file=sys.stderr)
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
    if wrong := [part for part in ours if not agrees(ours[part], theirs.get(part))]: sys.exit(f"Not as in the results: {wrong}")
