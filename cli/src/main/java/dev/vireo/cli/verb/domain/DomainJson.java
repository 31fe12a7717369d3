package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The members by which every JSON object about a domain begins. */
public final class DomainJson {
  private DomainJson() {}

  /** A document with an object about a domain, still open. */
  public static JsonWriter begin(int id, String name, String uuid) {
    return begin(new JsonWriter(), id, name, uuid);
  }

  /**
   * Tells what was done to a domain.
   *
   * @param done one word, such as {@code started}
   * @param sentence the same for people, with its line end
   */
  public static void confirm(Call call, Domain domain, String done, String sentence) {
    if (call.json()) {
      call.print(
          begin(domain.getID(), domain.getName(), domain.getUUIDString())
              .key("done")
              .value(done)
              .endObject());
    } else {
      call.output().extra(sentence);
    }
  }

  /**
   * Opens an object about a domain.
   *
   * @param id becomes null when it is negative, which means powered off
   * @param uuid null when it is not known
   */
  public static JsonWriter begin(JsonWriter document, int id, String name, @Nullable String uuid) {
    document.object().key("id");
    return (id < 0 ? document.nothing() : document.value(id))
        .key("name")
        .value(name)
        .key("uuid")
        .value(uuid);
  }
}
