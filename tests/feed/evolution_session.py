# SPDX-License-Identifier: LGPL-2.1-or-later
"""Inside a private D-Bus session: subscribes to an address and prints what the calendar holds, again for each line of input.

  evolution_session.py URL
"""

import json
import sys
import time

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
from gi.repository import ECal, EDataServer, GLib  # noqa: E402

SECONDS = 30


def subscribe(url):
    registry = EDataServer.SourceRegistry.new_sync(None)
    source = EDataServer.Source.new(None, None)
    source.set_display_name("chronology")
    source.set_parent("webcal-stub")
    source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("webcal")
    address = GLib.Uri.parse(url, GLib.UriFlags.NONE)
    source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND).set_uri(address)
    source.get_extension(EDataServer.SOURCE_EXTENSION_SECURITY).set_method("none")
    source.get_extension(EDataServer.SOURCE_EXTENSION_OFFLINE).set_stay_synchronized(True)
    registry.commit_source_sync(source, None)
    for _ in range(100):
        known = registry.ref_source(source.get_uid())
        if known:
            break
        time.sleep(0.1)
    return registry, ECal.Client.connect_sync(known, ECal.ClientSourceType.EVENTS, SECONDS, None)


def held(client, before):
    """What it holds once that is another than before, or after a while."""
    client.refresh_sync(None)
    for _ in range(SECONDS * 10):
        events = client.get_object_list_sync("#t", None)[1]
        now = {event.get_uid(): event.get_summary() for event in events}
        if now and now != before:
            return now
        time.sleep(0.1)
    return now


def main():
    registry, client = subscribe(sys.argv[1])
    now = held(client, {})
    print(json.dumps(now), flush=True)
    for _ in sys.stdin:
        now = held(client, now)
        print(json.dumps(now), flush=True)
    del registry


main()
