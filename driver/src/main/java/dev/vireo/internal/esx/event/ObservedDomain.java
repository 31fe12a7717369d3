package dev.vireo.internal.esx.event;

import dev.vireo.DomainState;
import dev.vireo.LibvirtException;
import dev.vireo.internal.UuidText;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.vim.VimException;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MissingProperty;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One machine: as it was told to be, and as its properties show it. The two differ as long as the
 * host's log has not explained how the one became the other.
 */
final class ObservedDomain {

  private static final System.Logger LOG = System.getLogger(ObservedDomain.class.getName());

  private final ManagedObjectReference machine;
  private final int id;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private List<MissingProperty> missing = List.of();
  private UUID uuid = UuidText.ZERO;

  // As it was told to be.
  private String name;
  private DomainState state;
  private boolean told;

  // As its properties show it.
  private String shownName;
  private DomainState shownState;
  private boolean there = true;

  private Cause cause = Cause.UNKNOWN;
  private final ObservedSettings settings = new ObservedSettings();

  /**
   * A machine that nobody was told of.
   *
   * @param name its name as far as it is known
   */
  ObservedDomain(ManagedObjectReference machine, String name) {
    this.machine = machine;
    this.id = MachineIdentity.idOrNone(machine.value());
    this.name = name;
    this.state = DomainState.SHUTOFF;
    this.shownName = name;
    this.shownState = DomainState.SHUTOFF;
  }

  /** What it is, as it was told to be. */
  DomainEntry entry() {
    return entry(name);
  }

  /** The same by another name. */
  DomainEntry entry(String otherName) {
    return new DomainEntry(new DomainHandle(otherName, uuid, id, machine.value()), state);
  }

  /** Takes over what the host says of its properties; what it does not say has not changed. */
  void show(ObjectUpdate update, MachineIdentity identity) {
    if (!update.missingSet().isEmpty()) {
      missing = update.missingSet();
    }
    for (PropertyChange change : update.changeSet()) {
      if (!identity.paths().contains(change.name())) {
        continue;
      }
      if (change.val() == null) {
        properties.remove(change.name());
      } else {
        properties.put(change.name(), change.val());
      }
    }
    read(identity);
  }

  private void read(MachineIdentity identity) {
    List<DynamicProperty> known = new ArrayList<>();
    properties.forEach((path, value) -> known.add(new DynamicProperty(path, value)));
    List<MissingProperty> unknown =
        missing.stream().filter(each -> !properties.containsKey(each.path())).toList();
    ObjectProperties shown = new ObjectProperties(new ObjectContent(machine, known, unknown));
    try {
      DomainEntry entry = identity.read(shown);
      shownName = entry.name();
      shownState = entry.state();
      if (!entry.uuid().equals(UuidText.ZERO)) {
        uuid = entry.uuid();
      }
    } catch (VimException | LibvirtException e) {
      LOG.log(System.Logger.Level.DEBUG, "Not all of " + machine + " can be read", e);
      shownName = properties.get("name") == null ? shownName : MachineIdentity.name(shown);
      if (properties.containsKey(MachineIdentity.POWER_STATE)) {
        shownState = MachineIdentity.state(shown);
      }
    }
  }

  /** Takes what its properties show for what it was all along. */
  void believe() {
    told = true;
    name = shownName;
    state = shownState;
  }

  /** Whether what was told is not what its properties show. */
  boolean isDoubtful() {
    return !there || !told || !name.equals(shownName) || state != shownState;
  }

  /** Whether its properties show it at all. */
  boolean isThere() {
    return there;
  }

  /** Notes whether its properties show it. */
  void there(boolean value) {
    there = value;
  }

  /** Whether somebody was told that it is there, or was there before anybody listened. */
  boolean isTold() {
    return told;
  }

  /** Notes that it is told of now. */
  void tellOf() {
    told = true;
  }

  String name() {
    return name;
  }

  void rename(String newName) {
    name = newName;
  }

  DomainState state() {
    return state;
  }

  void enter(DomainState newState) {
    state = newState;
  }

  String shownName() {
    return shownName;
  }

  DomainState shownState() {
    return shownState;
  }

  /** Why its power is about to change. */
  Cause cause() {
    return cause;
  }

  void expect(Cause newCause) {
    cause = newCause;
  }

  /** Devices and the like. */
  ObservedSettings settings() {
    return settings;
  }

  /** Value of the managed object reference. */
  String reference() {
    return machine.value();
  }
}
