# SPDX-License-Identifier: LGPL-2.1-or-later
"""Timelines to serve."""

HEAD = """timeline: served
title: What is served
zone: America/New_York
sources:
  paper: {title: A paper, date: 2014-12-22, url: "https://example.org/paper"}
feeds:
  all: {access: public}
  desk: {query: "kind:meeting"}
  events: {access: public}
events:
"""

EVENT = """  - id: event-{n}
    date: {year}-{month:02}-{day:02}
    title: "{title}"
    summary: "The group heard {n} speakers, took note of the report and asked for another by the end of the year."
    kind: meeting
    forum: un.sc
    actors: [{{dprk: subject}}, {{japan: participant}}]
    sources:
      - {{source: paper}}
"""

# It cannot be read, and says so.
BROKEN = HEAD + "  - {id: a, date: 2014-13-45, title: Broken}\n"


def title_of(n):
    return f"Meeting {n} of the working group on what was agreed, its annexes and their implementation"


def text(n, head=HEAD):
    return head + "".join(EVENT.format(n=i, title=title_of(i), year=1990 + i % 30, month=1 + i % 12, day=1 + i % 28) for i in range(n))


def small(home, n=30):
    path = home / "timeline.yaml"
    path.write_text(text(n))
    return path
