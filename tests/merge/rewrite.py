# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tells a chronology as somebody else would: other ids and titles, days off by one, forums by other names, some fields left out, some
events, too. Of the same seed it makes the same copy.

    rewrite.py SEED < rows.json > copy.json     rows as "chancery export --format json" writes them
"""

import json
import random
import re
import sys
from datetime import date, timedelta

# What somebody else says instead. Each is tried where its words stand.
WORDS = [
    ("North Korean", ["DPRK", "North Korea's"]), ("North Korea", ["the DPRK", "Pyongyang", "the Democratic People's Republic of Korea"]),
    ("Iranian", ["Tehran's"]), ("Iran", ["Tehran", "the Islamic Republic of Iran", "the Iranian government"]),
    ("The General Assembly", ["UNGA", "Plenary", "UN General Assembly"]), ("the General Assembly", ["UNGA", "the plenary"]),
    ("The Security Council", ["UNSC", "The Council"]), ("the Security Council", ["the UNSC", "the Council"]),
    ("The Third Committee", ["GA Third Committee", "The Assembly's Third Committee"]),
    ("The Human Rights Council", ["UNHRC", "The HRC"]), ("The Commission on Human Rights", ["UNCHR", "CHR"]),
    ("The IAEA Board of Governors", ["The Board", "IAEA board"]), ("IAEA", ["the Agency", "International Atomic Energy Agency"]),
    ("adopted", ["passed", "approved"]), ("approved", ["passed", "agreed to"]), ("resolution", ["text", "decision"]),
    ("condemned", ["denounced", "criticised"]), ("reported", ["issued a report"]), ("human rights", ["human-rights"]),
    ("called for", ["urged", "demanded"]), ("met", ["convened"]), ("said", ["stated", "declared"]), ("held", ["conducted"]),
    ("first", ["1st"]), ("second", ["2nd"]), ("third", ["3rd"]), ("talks", ["negotiations"]), ("agreed", ["came to terms"]),
]

FORUMS = {
    "un.sc": ["UNSC", "UN Security Council", "Conseil de sécurité"], "un.ga": ["General Assembly", "UNGA"],
    "un.ga.c3": ["Third Committee"], "un.hrc": ["Human Rights Council", "UNHRC"], "un.ecosoc.chr": ["Commission on Human Rights"],
    "iaea": ["International Atomic Energy Agency"], "iaea.bog": ["IAEA Board of Governors"], "un": ["United Nations"],
    "un.ecosoc": ["Economic and Social Council"], "un.hrc.upr": ["Universal Periodic Review"],
}


def other_title(title, random):
    for words, others in WORDS:
        if words in title and random.random() < 0.6:
            title = title.replace(words, random.choice(others), 1)
    parts = re.split(r"(?<=\w) (?=for |on |in |to |after |against |with |at )", title)
    if len(parts) > 2 and random.random() < 0.3:
        del parts[random.randrange(1, len(parts))]
    if len(parts) > 1 and random.random() < 0.25:
        parts = [parts[-1][:1].upper() + parts[-1][1:] + ":", parts[0][:1].lower() + parts[0][1:], *parts[1:-1]]
    title = " ".join(parts)
    return title[:1].upper() + title[1:]


def other_date(text, random):
    whole = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    chance = random.random()
    if not whole or chance > 0.3:
        return text
    if chance > 0.24:
        return text[:7]
    return str(date(*map(int, whole.groups())) + timedelta(random.choice([-1, 1])))


def drop(row, key, chance, random):
    if random.random() < chance:
        row.pop(key, None)


def rewrite(row, number, random):
    copy = dict(row, id=f"their-{number}", title=other_title(row["title"], random), date=other_date(row["date"], random), timeline="theirs")
    for key in ("earliest", "latest", "precision", "disputed", "series", "nth", "revised", "relations", "tags", "label", "importance",
                "confidence", "links"):
        copy.pop(key, None)
    copy["forums"] = [random.choice(FORUMS.get(forum, [forum])) for forum in row["forums"]]
    copy["sources"] = [dict(source, key=f"their-{source['key']}", says={}) for source in row["sources"] if random.random() < 0.4]
    for key, chance in (("symbols", 0.35), ("kind", 0.15), ("vote", 0.25), ("summary", 0.4), ("actors", 0.3), ("place", 0.5)):
        drop(copy, key, chance, random)
    if copy.get("summary") and random.random() < 0.5:
        copy["summary"] = other_title(copy["summary"].split(". ")[0], random)
    return copy


def main():
    chance = random.Random(int(sys.argv[1]))
    rows = [json.loads(line) for line in sys.stdin if line.strip()]
    copies = [(rewrite(row, number, chance), row["id"]) for number, row in enumerate(rows) if chance.random() < 0.85]
    chance.shuffle(copies)
    for copy, of in copies:
        print(json.dumps(copy, ensure_ascii=False))


main()
