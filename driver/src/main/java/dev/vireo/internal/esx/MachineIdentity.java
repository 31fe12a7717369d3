package dev.vireo.internal.esx;

import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.UuidText;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.vim.VimException;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedEntityStatus;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.List;
import java.util.UUID;

/** How the properties of a virtual machine become the identity of a domain. */
public enum MachineIdentity {
  /** By instance uuid, as libvirt since 12.4. */
  INSTANCE_UUID("config.instanceUuid"),
  /** By BIOS uuid, as libvirt before 12.4; the only one that VI API 2.5 has. */
  BIOS_UUID("config.uuid");

  /** Path of the uuid that the guest sees. */
  public static final String BIOS_UUID_PATH = "config.uuid";

  /** Path of the power state. */
  public static final String POWER_STATE = "runtime.powerState";

  private static final System.Logger LOG = System.getLogger(MachineIdentity.class.getName());
  private static final String NAME = "name";
  private static final String CONFIG_STATUS = "configStatus";

  private final String uuidPath;

  MachineIdentity(String uuidPath) {
    this.uuidPath = uuidPath;
  }

  /** Paths of the properties that {@link #read} needs. */
  public List<String> paths() {
    return List.of(NAME, CONFIG_STATUS, uuidPath, POWER_STATE);
  }

  /** Whether a search by uuid has to look for the instance uuid. */
  public boolean isInstanceUuid() {
    return this == INSTANCE_UUID;
  }

  /**
   * The domain for a virtual machine. Its uuid is all zero when the host says that something is
   * wrong with its configuration; {@link #warnOfZeroUuids} tells.
   *
   * @throws dev.vireo.vim.VimException when a property that is needed could not be read
   */
  public DomainEntry read(ObjectProperties machine) {
    String name = name(machine);
    String reference = machine.object().value();
    return new DomainEntry(
        new DomainHandle(name, uuid(machine, name), id(reference), reference), state(machine));
  }

  /** The name of a virtual machine. */
  public static String name(ObjectProperties machine) {
    return InventoryName.unescape(machine.get(NAME, String.class));
  }

  /** The name, or what is sure to stand for the machine where that cannot be read. */
  public static String nameOrReference(ObjectProperties machine) {
    try {
      return name(machine);
    } catch (VimException e) {
      LOG.log(System.Logger.Level.DEBUG, "No name of " + machine.object(), e);
      return machine.object().toString();
    }
  }

  /** The number in the value of a managed object reference; -1 when there is none. */
  public static int idOrNone(String reference) {
    try {
      return id(reference);
    } catch (LibvirtException e) {
      return -1;
    }
  }

  /** The state of a virtual machine. */
  public static DomainState state(ObjectProperties machine) {
    return state(machine.get(POWER_STATE, VirtualMachinePowerState.class));
  }

  /** The state of a domain whose virtual machine has a power state. */
  public static DomainState state(VirtualMachinePowerState power) {
    if (power.equals(VirtualMachinePowerState.POWERED_ON)) {
      return DomainState.RUNNING;
    }
    if (power.equals(VirtualMachinePowerState.POWERED_OFF)) {
      return DomainState.SHUTOFF;
    }
    return power.equals(VirtualMachinePowerState.SUSPENDED)
        ? DomainState.PAUSED
        : DomainState.NOSTATE;
  }

  /** The number in the value of a managed object reference, such as {@code 12} or {@code vm-12}. */
  public static int id(String reference) {
    int start = reference.length();
    while (start > 0 && Character.isDigit(reference.charAt(start - 1))) {
      start--;
    }
    try {
      int id = Integer.parseInt(reference, start, reference.length(), 10);
      if (id > 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      LOG.log(System.Logger.Level.DEBUG, "No number at the end of " + reference, e);
    }
    throw EsxError.of(
        ErrorCode.INTERNAL_ERROR, "Could not parse positive integer from '" + reference + "'");
  }

  /** Logs one warning for all domains whose configuration has a problem. */
  public static void warnOfZeroUuids(List<DomainEntry> entries) {
    List<DomainEntry> without =
        entries.stream()
            .filter(entry -> entry.unreadable() == null && entry.uuid().equals(UuidText.ZERO))
            .toList();
    if (!without.isEmpty()) {
      int others = without.size() - 1;
      LOG.log(
          System.Logger.Level.WARNING,
          () ->
              "Cannot access UUID of domain '"
                  + without.get(0).name()
                  + (others == 0 ? "'" : "' and of " + others + " more")
                  + ", because 'configStatus' property indicates a config problem");
    }
  }

  private UUID uuid(ObjectProperties machine, String name) {
    ManagedEntityStatus status = machine.get(CONFIG_STATUS, ManagedEntityStatus.class);
    if (!status.equals(ManagedEntityStatus.GREEN)) {
      return UuidText.ZERO;
    }
    String text = machine.get(uuidPath, String.class);
    return UuidText.parse(text)
        .orElseThrow(() ->
            EsxError.of(
                ErrorCode.INTERNAL_ERROR,
                "Could not parse UUID from string '" + text + "' of domain '" + name + "'"));
  }
}
