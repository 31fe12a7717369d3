package dev.vireo.simulator.internal.event;

import dev.vireo.simulator.internal.description.EventDescriptions;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.simulator.internal.task.Happening;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that happened on a host (VI API {@code Event}).
 *
 * @param number its key
 * @param chain key of the event that it follows from
 * @param time when it happened
 * @param user who caused it; empty for the host itself
 * @param type its VI type
 * @param place where it happened
 * @param details what its type tells beyond all events, by member
 */
public record LoggedEvent(
    int number,
    int chain,
    Instant time,
    String user,
    String type,
    EventPlace place,
    Map<String, Object> details)
    implements Happening {

  /** {@code info}, {@code warning}, {@code error} or {@code user}. */
  public String category() {
    return EventDescriptions.kind(type).category();
  }

  /**
   * The entity that it is about, the one that this lies in second, and all others around; empty for
   * none.
   */
  public List<ManagedObjectReference> around() {
    return place.around();
  }

  /** Its text for people. */
  public String text() {
    Map<String, String> values = new HashMap<>(place.names());
    values.put("userName", user);
    details.forEach((member, value) -> values.put(member, value.toString()));
    if (details.get("info") instanceof dev.vireo.vim.types.TaskInfo task) {
      values.put("info.descriptionId", task.descriptionId());
    }
    return EventDescriptions.text(type, values);
  }

  @Override
  public Object shown(ApiRelease api) {
    ObjectBuilder event =
        ObjectBuilder.of(type, api)
            .put("key", number)
            .put("chainId", chain)
            .put("createdTime", time)
            .put("userName", user)
            .put("fullFormattedMessage", text());
    place.describe(event, api);
    details.forEach(event::put);
    return event.others(false).build();
  }
}
