package dev.vireo.cli.verb;

import dev.vireo.cli.json.JsonWriter;

/** The members by which every JSON object about a domain begins. */
final class DomainJson {
  private DomainJson() {}

  /** A document with an object about a domain, still open. */
  static JsonWriter begin(int id, String name, String uuid) {
    return begin(new JsonWriter(), id, name, uuid);
  }

  /**
   * Opens an object about a domain.
   *
   * @param id becomes null when it is negative, which means powered off
   */
  static JsonWriter begin(JsonWriter document, int id, String name, String uuid) {
    document.object().key("id");
    return (id < 0 ? document.nothing() : document.value(id))
        .key("name")
        .value(name)
        .key("uuid")
        .value(uuid);
  }
}
