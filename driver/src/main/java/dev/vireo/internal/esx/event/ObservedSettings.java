package dev.vireo.internal.esx.event;

import dev.vireo.Domain;
import dev.vireo.DomainMetadataType;
import dev.vireo.event.AgentReason;
import dev.vireo.event.AgentState;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.vim.types.OptionValue;
import dev.vireo.vim.types.PropertyChange;
import dev.vireo.vim.types.VirtualDevice;
import dev.vireo.vim.types.VirtualMachineToolsStatus;
import dev.vireo.vmx.NoteKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a machine from its properties alone: its devices, its notes, and whether VMware
 * Tools run. The first value of each is what was there before anybody listened.
 */
final class ObservedSettings {

  /** Hears of changes. */
  @FunctionalInterface
  interface Listener {
    void changed(DomainEventId id, Function<Domain, DomainEvent> event);
  }

  private @Nullable Map<Integer, String> devices;
  private @Nullable Map<DomainMetadataType, String> notes;
  private @Nullable Boolean tools;

  /** Takes over a property, and tells what has changed by it. */
  void show(PropertyChange change, Listener listener) {
    Object value = change.val();
    switch (change.name()) {
      case WatchedProperties.DEVICES -> {
        if (value instanceof List<?> list) {
          showDevices(
              DeviceNames.of(
                  list.stream()
                      .filter(VirtualDevice.class::isInstance)
                      .map(VirtualDevice.class::cast)
                      .toList()),
              listener);
        }
      }
      case WatchedProperties.DESCRIPTION ->
          showNote(
              DomainMetadataType.DESCRIPTION, value instanceof String text ? text : "", listener);
      case WatchedProperties.ENTRIES ->
          showNote(DomainMetadataType.TITLE, entry(value, NoteKeys.TITLE), listener);
      case WatchedProperties.TOOLS_RUNNING ->
          showTools(value != null && !value.equals("guestToolsNotRunning"), listener);
      case WatchedProperties.TOOLS ->
          showTools(
              VirtualMachineToolsStatus.TOOLS_OK.equals(value)
                  || VirtualMachineToolsStatus.TOOLS_OLD.equals(value),
              listener);
      default -> {} // not for us
    }
  }

  private void showDevices(Map<Integer, String> now, Listener listener) {
    Map<Integer, String> before = devices;
    devices = now;
    if (before == null) {
      return;
    }
    before.forEach((key, alias) -> {
      if (!alias.equals(now.get(key))) {
        listener.changed(
            DomainEventId.DEVICE_REMOVED, domain -> new DomainEvent.DeviceRemoved(domain, alias));
      }
    });
    now.forEach((key, alias) -> {
      if (!alias.equals(before.get(key))) {
        listener.changed(
            DomainEventId.DEVICE_ADDED, domain -> new DomainEvent.DeviceAdded(domain, alias));
      }
    });
  }

  private void showNote(DomainMetadataType type, String text, Listener listener) {
    if (notes == null) {
      notes = new LinkedHashMap<>();
    }
    String before = notes.put(type, text);
    if (before != null && !before.equals(text)) {
      listener.changed(
          DomainEventId.METADATA_CHANGE,
          domain -> new DomainEvent.MetadataChange(domain, type, null));
    }
  }

  private static String entry(@Nullable Object entries, String key) {
    if (entries instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof OptionValue option && option.key().equalsIgnoreCase(key)) {
          return Objects.toString(option.value(), "");
        }
      }
    }
    return "";
  }

  private void showTools(boolean run, Listener listener) {
    Boolean before = tools;
    tools = run;
    if (before != null && before != run) {
      AgentState state = run ? AgentState.CONNECTED : AgentState.DISCONNECTED;
      listener.changed(
          DomainEventId.AGENT_LIFECYCLE,
          domain -> new DomainEvent.AgentLifecycle(domain, state, AgentReason.CHANNEL));
    }
  }
}
