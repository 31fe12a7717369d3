package dev.vireo.cli.verb.event;

import dev.vireo.cli.json.JsonWriter;
import dev.vireo.event.DomainEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An event as it is printed: for people in virsh's words, for programs as a line of JSON. */
final class EventText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS'+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private EventText() {}

  /** When it was printed, as virsh shows it. */
  static String time(Instant now) {
    return TIME.format(now);
  }

  /** virsh's line. */
  static String line(DomainEvent event) {
    String detail =
        switch (event) {
          case DomainEvent.Lifecycle it -> ": " + it.type().text() + " " + it.detail().text();
          case DomainEvent.Reboot it -> "";
          case DomainEvent.DeviceAdded it -> ": " + it.alias();
          case DomainEvent.DeviceRemoved it -> ": " + it.alias();
          case DomainEvent.AgentLifecycle it ->
              ": state: '" + it.state().text() + "' reason: '" + it.reason().text() + "'";
          case DomainEvent.MetadataChange it ->
              ": type " + lower(it.type()) + ", uri " + (it.uri() == null ? "<null>" : it.uri());
        };
    return "event '"
        + event.id().text()
        + "' for domain '"
        + event.domain().getName()
        + "'"
        + detail;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A document of one line.
   *
   * @param time when it was printed; null to leave that out
   */
  static JsonWriter json(DomainEvent event, @Nullable Instant time) {
    JsonWriter document = JsonWriter.line().object();
    if (time != null) {
      document.key("time").value(time.toString());
    }
    int id = event.domain().getID();
    document.key("event").value(event.id().text()).key("eventId").value(event.id().number());
    document.key("id");
    (id < 0 ? document.nothing() : document.value(id))
        .key("name")
        .value(event.domain().getName())
        .key("uuid")
        .value(event.domain().getUUIDString());
    addDetail(document, event);
    return document.endObject();
  }

  private static void addDetail(JsonWriter document, DomainEvent event) {
    switch (event) {
      case DomainEvent.Lifecycle it ->
          document
              .key("type")
              .value(it.type().text())
              .key("typeId")
              .value(it.type().number())
              .key("detail")
              .value(it.detail().text())
              .key("detailId")
              .value(it.detail().number());
      case DomainEvent.Reboot it -> {} // says no more
      case DomainEvent.DeviceAdded it -> document.key("alias").value(it.alias());
      case DomainEvent.DeviceRemoved it -> document.key("alias").value(it.alias());
      case DomainEvent.AgentLifecycle it ->
          document.key("state").value(it.state().text()).key("reason").value(it.reason().text());
      case DomainEvent.MetadataChange it ->
          document.key("type").value(lower(it.type())).key("uri").value(it.uri());
    }
  }
}
