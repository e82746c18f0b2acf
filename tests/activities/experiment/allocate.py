"""Draws the halves of an experiment again, from the files that its host exports: participants and design as JSON."""
import hashlib, json, sys

participants, design = (json.load(open(path, encoding="utf-8"))["rows"] for path in sys.argv[1:3])
seed, plan = design[0]["seed"], design[0]["plan"]
digest = lambda text: hashlib.sha256(text.encode("utf-8"))
assert digest(plan).hexdigest() == design[0]["planHash"], "the plan's hash"
assert digest(seed).hexdigest() == json.loads(plan)["seedHash"], "the seed's hash"
WAYS = ["aabb", "abab", "abba", "baab", "baba", "bbaa"]
other = 0
for row in participants:
    if row["arm"] is None:
        continue
    number = int.from_bytes(digest(f'{seed}/{row["stratum"]}/{row["block"]}').digest()[:4], "big")
    other += WAYS[number % 6][row["place"] - 1] != row["arm"]
print(len([row for row in participants if row["arm"]]), "drawn,", other, "other")
