"""Inside a private D-Bus session: imports calendars into a new local one; after each prints what that holds.

usage: evolution_session.py KEPT CALENDAR... [UID=TITLE...]; KEPT gets the events that it holds in the end, those of the
given UIDs under new titles.
"""

import json
import sys

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, ICalGLib  # noqa: E402

WAIT = 4294967295  # 0 would wait for ever


def new_calendar():
    registry = EDataServer.SourceRegistry.new_sync(None)
    source = EDataServer.Source.new(None, None)
    source.set_display_name("test")
    source.set_parent("local-stub")
    source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("local")
    registry.commit_source_sync(source, None)
    return ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, WAIT, None)


def events_of(path):
    root = ICalGLib.Component.new_from_string(open(path, encoding="utf-8", newline="").read())
    component = root.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    while component:
        yield component
        component = root.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)


def status_of(event):
    found = event.get_first_property(ICalGLib.PropertyKind.STATUS_PROPERTY)
    return found.get_value_as_string() if found else None


def import_all(client, path):
    for component in events_of(path):
        known = True
        try:
            client.get_object_sync(component.get_uid(), None, None)
        except gi.repository.GLib.Error:
            known = False
        if known:
            client.modify_object_sync(component, ECal.ObjModType.ALL, ECal.OperationFlags.NONE, None)
        else:
            client.create_object_sync(component, ECal.OperationFlags.NONE, None)
    held = client.get_object_list_sync("#t", None)[1]
    return {event.get_uid(): [event.get_summary(), status_of(event)] for event in held}


def retitle(client, uid, title):
    """As the editor of a calendar app does it: takes the event, changes it, hands it back."""
    event = client.get_object_sync(uid, None, None)[1]
    event.set_summary(title)
    client.modify_object_sync(event, ECal.ObjModType.THIS, ECal.OperationFlags.NONE, None)


def main():
    client = new_calendar()
    for argument in sys.argv[2:]:
        uid, _, title = argument.partition("=")
        if title:
            retitle(client, uid, title)
        else:
            print(json.dumps(import_all(client, argument)))
    held = client.get_object_list_sync("#t", None)[1]
    open(sys.argv[1], "w", encoding="utf-8", newline="").writelines(event.as_ical_string() for event in held)


main()
