"""Recounts a session from its exported JSON files, in any order (docs/data.md; rules by number in docs/rules.md),
of an anonymous session as far as its host is told [Z18, Z19]:

python3 docs/recount.py ballots.json rebuttals.json endorsements.json exposures.json [participants.json design.json
                        guesses.json picks.json paragraphs.json merged.json] [results.json]
or from a data package, zipped or as a folder: python3 recount.py CODE-data.zip [results.json]
"""
import csv, io, json, math, os, re, sys, zipfile
from collections import Counter, defaultdict
from itertools import product

POSITION = {"for": 1, "against": -1, "undecided": 0}
WIDE = r"[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]"  # C2: as much as two letters
Z95, Z85 = 1.959963984540054, 1.0364333894937898
# Of a data package: each table's cells as its fields say; an empty one is none.
READ = {"integer": int, "number": float, "boolean": lambda cell: cell == "true"}

def package_tables(read):
    for resource in json.loads(read("datapackage.json"))["resources"]:
        kinds = {field["name"]: READ.get(field["type"], str) for field in resource["schema"]["fields"]}
        rows = csv.DictReader(io.StringIO(read(resource["path"])))
        yield resource["name"], [{name: None if cell == "" else kinds[name](cell) for name, cell in row.items()}
                                 for row in rows]

def opened(path):
    if os.path.isdir(path):
        return lambda name: open(os.path.join(path, name), encoding="utf-8", newline="").read()
    return lambda name: zipfile.ZipFile(path).read(name).decode("utf-8")

packages = [path for path in sys.argv[1:] if os.path.isdir(path) or zipfile.is_zipfile(path)]
files = [json.load(open(path, encoding="utf-8")) for path in sys.argv[1:] if path not in packages]
tables = {file["table"]: file["rows"] for file in files if "table" in file}
for path in packages:
    tables.update(package_tables(opened(path)))
if missing := {"ballots", "rebuttals", "endorsements", "exposures"} - set(tables):
    sys.exit(f"{__doc__}Missing: {missing}")
ballots, rebuttals = tables["ballots"], tables["rebuttals"]
settings = tables["design"][0] if tables.get("design") else {}
# Z19: anonymous sessions export no times and no authors, and of endorsements only how many there are.
has_people = any("castAt" in ballot for ballot in ballots) or any("participant" in each for each in rebuttals)
is_anonymous = settings["identity"] == "anonymous" if settings else not has_people
votes = {each: {ballot["participant"]: ballot["choice"] for ballot in ballots if ballot["round"] == each}
         for each in ("before", "after", "later")}

# M1, M2: who voted both times, from row to column.
def moves_between(first, last):
    return Counter((choice, votes[last][voter]) for voter, choice in votes[first].items() if voter in votes[last])

# S8: people by their steps toward For.
def steps_of(moves):
    steps = dict.fromkeys(range(-2, 3), 0)
    for (one, other), people in moves.items():
        steps[POSITION[other] - POSITION[one]] += people
    return steps

# S8, S9: half a person more for each of the five steps.
def margin_of(steps):
    n, ahead = sum(steps.values()), sum(step * people for step, people in steps.items())
    if n == 0: return None
    powers = (sum(step ** power * (people + .5) for step, people in steps.items()) for power in (1, 2))
    mean, square = (power / (n + 2.5) for power in powers)
    sd = math.sqrt((square - mean ** 2) / (n + 3.5))
    sure = "clear" if abs(mean) >= Z95 * sd else "leaning" if abs(mean) >= Z85 * sd else "close"
    return {"points": 100 * ahead / n, "standing": "few" if n - steps[0] < 5 else sure,
            "interval": [100 * (mean - Z95 * sd), 100 * (mean + Z95 * sd)]}

def movement(first, last):
    moves = moves_between(first, last)
    matrix = [[moves[one, other] for other in POSITION] for one in POSITION]
    return {"paired": {"n": sum(moves.values()), "matrix": matrix}, "margin": margin_of(steps_of(moves))}

# M4, M5, S6: in whole people, 5 points of them are a dead heat.
def verdict_of(steps):
    n, ahead = sum(steps.values()), sum(step * people for step, people in steps.items())
    dead_heat = abs(ahead) * 100 < 5 * n
    standing = margin_of(steps)["standing"] if n > 0 else None
    return {"winner": None if dead_heat or ahead == 0 else "for" if ahead > 0 else "against", "deadHeat": dead_heat,
            "standing": "close" if dead_heat and standing != "few" else standing}

# K1, K3, K4: endorsers and readers by camp; who endorsed or wrote has read.
def by_camp(rows):
    people = {(row.get("mergedInto") or row.get("rebuttal") or row["id"], row["participant"])
              for row in rows if "participant" in row}
    totals = Counter({(row["rebuttal"], None): row["people"] for row in rows if "people" in row})
    return Counter((rebuttal, votes["before"].get(person)) for rebuttal, person in people) + totals

liked = by_camp(tables["endorsements"])
seen = by_camp(tables["endorsements"] + tables["exposures"] + rebuttals)
# R30, R32: what was merged counts for its head, but not from an author of either.
head = {each["id"]: each["mergedInto"] or each["id"] for each in rebuttals}
published = {each["id"] for each in rebuttals if each["status"] == "published"}

# C1 to C4: whom words moved, where the rebuttals have authors.
def credits_given():
    authors, given = defaultdict(set), Counter()
    for each in rebuttals:
        authors[head[each["id"]]].add(each.get("participant"))
    for ballot in ballots:
        counts = ballot["round"] == "after" and ballot["creditWithout"] not in (None, ballot["choice"])
        if not counts or len(re.sub(WIDE, "..", (ballot["creditWhy"] or "").strip())) < 50: continue
        to = head.get(ballot["creditRebuttal"])
        if ballot["creditRebuttal"] is None:
            given[ballot["creditSide"], ballot["creditParagraph"]] += 1
        elif to in published and ballot["participant"] not in authors[to]:
            given[to] += 1
    return given

credits = credits_given()

# K2: in an anonymous session camps and credits are not told.
def received(rebuttal):
    endorsed = {"id": rebuttal["id"], "endorsed": sum(liked[rebuttal["id"], camp] for camp in (None, *POSITION))}
    if is_anonymous or packages: return endorsed  # V52: a package has no camps of endorsers.
    (pro, contra), shown = ([counts[rebuttal["id"], camp] for camp in ("for", "against")] for counts in (liked, seen))
    return {**endorsed, "seen": sum(shown), "credits": credits[rebuttal["id"]],
            "standing": (pro + 1) * (contra + 1) / ((shown[0] + 2) * (shown[1] + 2))}

# K5: opponents' choice, first what someone endorsed.
def ranked():
    # Without names there are no times.
    oldest_first = sorted(rebuttals, key=lambda each: (each.get("at", ""), each["id"]))
    return sorted((received(each) for each in oldest_first if each["id"] in published),
                  key=lambda each: (not each["endorsed"], -each.get("standing", 0), -each["endorsed"]))

# C5: what was said to each paragraph of the original.
def heat_of(paragraph):
    place = (paragraph["side"], paragraph["n"])
    quotes = [each["id"] for each in rebuttals
              if each["id"] in published and (each["quoteSide"], each["quoteParagraph"]) == place]
    heat = {"side": paragraph["side"], "n": paragraph["n"], "quotes": len(quotes), "unanswered": not quotes}
    if is_anonymous or packages: return heat
    endorsements = {camp: sum(liked[quote, camp] for quote in quotes) for camp in POSITION}
    return {**heat, "credits": credits[place], "endorsements": endorsements}

# How likely Student's t with so many degrees of freedom is between -t and t: its density by Simpson's rule.
def student_within(t, df):
    scale = math.exp(math.lgamma((df + 1) / 2) - math.lgamma(df / 2)) / math.sqrt(df * math.pi)
    density = lambda x: scale * (1 + x * x / df) ** (-(df + 1) / 2)
    parts = 2000
    weights = (1 if part in (0, parts) else 4 if part % 2 else 2 for part in range(parts + 1))
    return 2 * t / parts / 3 * sum(weight * density(t * part / parts) for part, weight in enumerate(weights))

# Its 97.5 % point, by halving.
def student(df):
    low, high = 0, 100
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if student_within(middle, df) < .95 else (low, middle)
    return high

# M13: who answered both times.
def outlook_change(question):
    first, last = ({ballot["participant"]: ballot[question] for ballot in ballots
                    if ballot["round"] == each and ballot.get(question)} for each in ("before", "after"))
    pairs = [(first[person], last[person]) for person in first if person in last]
    n = len(pairs)
    if n < 10: return None
    before, after = (sum(answers) / n for answers in zip(*pairs))
    change = after - before
    reach = student(n - 1) * math.sqrt(sum((new - old - change) ** 2 for old, new in pairs) / (n - 1) / n)
    return {"n": n, "before": before, "after": after, "interval": [max(-4, change - reach), min(4, change + reach)]}

# M18, M28: who moved how far, by half and stratum.
def outcomes(kind):
    cast = {each: {ballot["participant"]: ballot["choice"] for ballot in ballots if ballot["round"] == each}
            for each in ("before", "reading", "after")}
    strata = defaultdict(lambda: {"a": [], "b": []})
    for seat in tables["participants"]:
        person, arm = seat["participant"], seat["arm"]
        early = kind == "arguing" and arm == "b" or kind == "order" and settings["readingVote"]
        first, second = cast["before"].get(person), cast["reading" if early else "after"].get(person)
        if arm is None or seat["removed"] or first is None or second is None: continue
        step = POSITION[second] - POSITION[first]
        toward = -POSITION[first] or POSITION.get(seat["wrote"], 0)
        if kind == "switch" and not toward: continue
        strata[seat["stratum"]][arm].append(step * toward if kind == "switch" else step)
    return list(strata.values())

def mean_of(values): return sum(values) / len(values)
def variance_of(values): return sum((value - mean_of(values)) ** 2 for value in values) / (len(values) - 1)

# M20: the share of allocations within strata whose difference is at least as far from 0, up to 40 people.
def chance_of(strata):
    n_a, n = sum(len(each["a"]) for each in strata), sum(len(each["a"]) + len(each["b"]) for each in strata)
    if n > 40: return None
    total = sum(sum(each["a"]) + sum(each["b"]) for each in strata)
    ways = Counter({0: 1})
    for each in strata:
        chosen = Counter({(0, 0): 1})
        for step in each["a"] + each["b"]:
            for (people, step_sum), count in list(chosen.items()):
                chosen[people + 1, step_sum + step] += count
        own = {step_sum: count for (people, step_sum), count in chosen.items() if people == len(each["a"])}
        ways = sum((Counter({one + other: count * more}) for (one, count), (other, more)
                    in product(ways.items(), own.items())), Counter())
    apart = lambda step_sum: abs(step_sum * n - total * n_a)
    observed = apart(sum(sum(each["a"]) for each in strata))
    return sum(count for step_sum, count in ways.items() if apart(step_sum) >= observed) / sum(ways.values())

# M19, M25: Welch's interval, from eight people in each half on.
def experiment_of(kind):
    strata = outcomes(kind)
    a, b = ([step for each in strata for step in each[arm]] for arm in "ab")
    if min(len(a), len(b)) < 8: return {"kind": kind, "enough": False}
    parts = [variance_of(arm) / len(arm) for arm in (a, b)]
    lower = sum(part ** 2 / (len(arm) - 1) for part, arm in zip(parts, (a, b)))
    df = sum(parts) ** 2 / lower if lower else len(a) + len(b) - 2
    difference, se = 100 * (mean_of(a) - mean_of(b)), 100 * math.sqrt(sum(parts))
    reach, chance = student(df) * se, chance_of(strata)
    told = {} if chance is None else {"chance": chance}
    return {"kind": kind, "enough": True, "difference": difference, "se": se, "df": df,
            "interval": [difference - reach, difference + reach], **told}

# M41: beside a resolution that nobody debated.
def beyond():
    first, last = ({ballot["participant"]: ballot for ballot in ballots
                    if ballot["round"] == each and ballot.get("control")} for each in ("before", "after"))
    moved = lambda person, of: POSITION[last[person][of]] - POSITION[first[person][of]]
    steps = [moved(person, "choice") - moved(person, "control") for person in first if person in last]
    if len(steps) < 8: return None
    added = steps + [1, -1]
    reach = student(len(steps) + 1) * math.sqrt(variance_of(added) / len(added))
    return {"n": len(steps), "points": 100 * mean_of(steps),
            "interval": [100 * (mean_of(added) - reach), 100 * (mean_of(added) + reach)]}

# M12: guesses beside the last votes.
def guessed():
    shares, last = [row["share"] for row in tables["guesses"]], list(votes["after"].values())
    return {"n": len(shares), "mean": sum(shares) / len(shares), "truth": 100 * last.count("for") / len(last),
            "counts": [sum(share // 5 == part for share in shares) for part in range(21)]}

# V18: words of voters that the class may see.
def words(rows):
    picked = [{key: row[key] for key in ("text", "kind", "round")} for row in rows]
    return sorted(picked, key=lambda row: list(row.values()))

debate, ranking = movement("before", "after"), ranked()
outlook = {question: outlook_change(question) for question in ("understanding", "respect")}
counted = {"verdict": verdict_of(steps_of(moves_between("before", "after"))),
           "outlook": outlook if any(outlook.values()) else None, **debate, "rebuttals": ranking}
# Z18, Z19: what is not told is not recounted. Without the flow there are no ballots.
untold = is_anonymous * ["outlook", "later"] + (is_anonymous and not ballots) * ["verdict", *debate]
for part in untold:
    counted.pop(part, None)
if untold:
    print(f"Anonymous session, not told and not recounted: {untold}", file=sys.stderr)
if originals := [row for row in tables.get("paragraphs", []) if row["version"] is None]:
    counted["paragraphs"] = [heat_of(paragraph) for paragraph in originals]
if tables.get("guesses") and votes["after"]:
    counted["guess"] = guessed()
if "picks" in tables:
    counted["picked"] = words(tables["picks"])
kind = settings.get("experiment", "off")
if kind != "off" and not is_anonymous and "participants" in tables:
    counted["experiment"] = experiment_of(kind)
if settings.get("control") and not is_anonymous:
    counted["control"] = beyond()
if votes["later"]:
    counted["later"] = movement("after", "later")  # M14: did it last? Exported once it has closed.
print(json.dumps(counted, indent=2))

def agrees(ours, theirs):
    if isinstance(ours, dict):
        return isinstance(theirs, dict) and all(agrees(ours[key], theirs.get(key)) for key in ours)
    if isinstance(ours, list):
        return isinstance(theirs, list) and len(ours) == len(theirs) and all(map(agrees, ours, theirs))
    is_number = isinstance(ours, float) and isinstance(theirs, (int, float))
    return ours == theirs or is_number and math.isclose(ours, theirs, abs_tol=1e-9)

# R15: results hold some of the rebuttals, exports all.
for results in (file for file in files if "table" not in file):
    shown = {rebuttal["id"] for rebuttal in results["rebuttals"]}
    ours = {**counted, "rebuttals": [row for row in ranking if row["id"] in shown], "rebuttalsInAll": len(ranking)}
    theirs = {"rebuttalsInAll": len(results["rebuttals"]), **results, "picked": words(results["picked"])}
    if is_anonymous:
        for side in (ours, theirs):
            side["rebuttals"] = sorted(side["rebuttals"], key=lambda row: row["id"])
    if "paired" not in ours and theirs["paired"]["n"] and theirs["paired"]["matrix"]:
        ours["paired"] = debate["paired"]
    if wrong := [part for part in ours if not agrees(ours[part], theirs.get(part))]:
        sys.exit(f"Not as in the results: {wrong}")
