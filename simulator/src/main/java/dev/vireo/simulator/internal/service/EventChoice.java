package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.event.LoggedEvent;
import dev.vireo.vim.types.EventFilterSpec;
import dev.vireo.vim.types.EventFilterSpecByEntity;
import dev.vireo.vim.types.EventFilterSpecByTime;
import dev.vireo.vim.types.EventFilterSpecByUsername;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses events by what a client wants of them. */
final class EventChoice {

  private EventChoice() {}

  /** Those of some events that a client wants, in the same order. */
  static List<LoggedEvent> of(List<LoggedEvent> events, EventFilterSpec spec) {
    List<LoggedEvent> chosen = events.stream().filter(event -> fits(event, spec)).toList();
    Integer max = spec.maxCount();
    return max == null || max >= chosen.size()
        ? chosen
        : chosen.subList(chosen.size() - Math.max(0, max), chosen.size());
  }

  private static boolean fits(LoggedEvent event, EventFilterSpec spec) {
    Integer chain = spec.eventChainId();
    return isAbout(event, spec.entity())
        && isIn(event.time(), spec.time())
        && isBy(event.user(), spec.userName())
        && (chain == null || chain == event.chain())
        && spec.alarm() == null
        && spec.scheduledTask() == null
        && spec.tag().isEmpty()
        && allows(spec.category(), event.category())
        && allows(spec.type(), event.type())
        && allows(spec.eventTypeId(), event.type(), "vim.event." + event.type());
  }

  private static boolean allows(List<String> wanted, String... names) {
    return wanted.isEmpty() || List.of(names).stream().anyMatch(wanted::contains);
  }

  private static boolean isAbout(LoggedEvent event, @Nullable EventFilterSpecByEntity wanted) {
    return wanted == null || includes(event.around(), wanted.entity(), wanted.recursion().value());
  }

  /**
   * Whether something that is about an entity is about what lies in another one.
   *
   * @param around the entity, the one that it lies in second, and all others around
   * @param recursion {@code self}, {@code children} or {@code all}
   */
  static boolean includes(
      List<ManagedObjectReference> around, ManagedObjectReference wanted, String recursion) {
    int place = around.stream().map(ManagedObjectReference::value).toList().indexOf(wanted.value());
    return switch (recursion) {
      case "self" -> place == 0;
      case "children" -> place == 1;
      default -> place >= 0;
    };
  }

  private static boolean isIn(Instant time, @Nullable EventFilterSpecByTime wanted) {
    return wanted == null || isBetween(time, wanted.beginTime(), wanted.endTime());
  }

  static boolean isBetween(Instant time, @Nullable Instant begin, @Nullable Instant end) {
    return (begin == null || !time.isBefore(begin)) && (end == null || !time.isAfter(end));
  }

  private static boolean isBy(String user, @Nullable EventFilterSpecByUsername wanted) {
    return wanted == null || isBy(user, wanted.systemUser(), wanted.userList());
  }

  static boolean isBy(String user, boolean system, List<String> users) {
    return user.isEmpty() ? system : (users.isEmpty() && !system) || users.contains(user);
  }
}
