package dev.vireo.cli.verb.snapshot;

import dev.vireo.DomainSnapshot;
import dev.vireo.DomainSnapshotSummary;
import dev.vireo.cli.json.JsonWriter;

/** A snapshot as JSON. */
final class SnapshotJson {
  private SnapshotJson() {}

  /** Writes an object. */
  static JsonWriter write(JsonWriter document, DomainSnapshotSummary snapshot) {
    DomainSnapshot parent = snapshot.parent();
    return document
        .object()
        .key("name")
        .value(snapshot.name())
        .key("reference")
        .value(snapshot.reference())
        .key("description")
        .value(snapshot.description())
        .key("creationTime")
        .value(snapshot.creationTime().toString())
        .key("state")
        .value(snapshot.state().snapshotText())
        .key("current")
        .value(snapshot.isCurrent())
        .key("parent")
        .value(parent == null ? null : parent.getName())
        .key("children")
        .value(snapshot.children())
        .key("descendants")
        .value(snapshot.descendants())
        .endObject();
  }
}
