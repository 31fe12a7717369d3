package dev.vireo.internal.esx.definition;

import dev.vireo.vim.types.VirtualAHCIController;
import dev.vireo.vim.types.VirtualCdrom;
import dev.vireo.vim.types.VirtualCdromIsoBackingInfo;
import dev.vireo.vim.types.VirtualController;
import dev.vireo.vim.types.VirtualDevice;
import dev.vireo.vim.types.VirtualDeviceBackingInfo;
import dev.vireo.vim.types.VirtualDeviceConfigSpec;
import dev.vireo.vim.types.VirtualDeviceConfigSpecOperation;
import dev.vireo.vim.types.VirtualDeviceConnectInfo;
import dev.vireo.vim.types.VirtualDisk;
import dev.vireo.vim.types.VirtualDiskFlatVer2BackingInfo;
import dev.vireo.vim.types.VirtualE1000;
import dev.vireo.vim.types.VirtualE1000e;
import dev.vireo.vim.types.VirtualEthernetCard;
import dev.vireo.vim.types.VirtualEthernetCardNetworkBackingInfo;
import dev.vireo.vim.types.VirtualIDEController;
import dev.vireo.vim.types.VirtualPCNet32;
import dev.vireo.vim.types.VirtualSCSIController;
import dev.vireo.vim.types.VirtualVmxnet2;
import dev.vireo.vim.types.VirtualVmxnet3;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.VmxDiff;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEscapes;
import dev.vireo.vmx.device.DeviceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes of devices that a spec can say: the network of a card, a card that goes, the medium of a
 * drive, a hard disk that comes or goes. All of them a host does to a running machine as well, but
 * for disks that are not at a SCSI controller. Whatever else differs of a device is an edit of the
 * file.
 */
final class DeviceSpecs {

  private static final String CARD = "ethernet";
  private static final String SCSI = "scsi";
  private static final int FIRST_CARD_KEY = 4000;

  /** What may differ of a card whose network is another one. */
  private static final Set<String> NETWORK = Set.of("networkname");

  /** What may differ of a drive that has another medium. */
  private static final Set<String> MEDIUM = Set.of("filename", "devicetype", "startconnected");

  private final CurrentDomain current;
  private final VmxDocument before;
  private final VmxDocument after;
  private final FileNameResolver names;
  private int newKey = -1;

  /**
   * @param before the file of the domain
   * @param after the file that it is to have
   * @param names what names of files in them mean
   */
  DeviceSpecs(
      CurrentDomain current, VmxDocument before, VmxDocument after, FileNameResolver names) {
    this.current = current;
    this.before = before;
    this.after = after;
    this.names = names;
  }

  /**
   * The specs, by the names of the devices in the file. None where controllers change as well, with
   * which disks have to come and go.
   */
  Map<String, VirtualDeviceConfigSpec> of(List<VmxDiff.Difference> changes) {
    Map<String, Set<String>> byDevice = new LinkedHashMap<>();
    for (VmxDiff.Difference each : changes) {
      if (!each.device().isEmpty()) {
        byDevice
            .computeIfAbsent(each.device(), device -> new LinkedHashSet<>())
            .add(each.key().substring(each.device().length() + 1).toLowerCase(Locale.ROOT));
      }
    }
    Map<String, VirtualDeviceConfigSpec> specs = new LinkedHashMap<>();
    boolean controllers = byDevice.keySet().stream().anyMatch(DeviceSpecs::isController);
    byDevice.forEach((device, keys) -> {
      DeviceName name = DeviceName.of(device, DeviceName.MOST_DIGITS);
      if (name != null && (!controllers || !name.hasUnit())) {
        spec(name, keys).ifPresent(spec -> specs.put(device, spec));
      }
    });
    return specs;
  }

  private static boolean isController(String device) {
    DeviceName name = DeviceName.of(device, DeviceName.MOST_DIGITS);
    return name != null && !name.hasUnit() && name.kind() != null && name.kind().hasUnits();
  }

  private Optional<VirtualDeviceConfigSpec> spec(DeviceName name, Set<String> keys) {
    if (name.family().equals(CARD)) {
      return card(name, keys);
    }
    return name.hasUnit() ? drive(name, keys) : Optional.empty();
  }

  private Optional<VirtualDeviceConfigSpec> card(DeviceName name, Set<String> keys) {
    VirtualDevice card = device(FIRST_CARD_KEY + name.number());
    if (!(card instanceof VirtualEthernetCard) || !isThere(before, name)) {
      return Optional.empty();
    }
    if (!isThere(after, name)) {
      return Optional.of(spec(VirtualDeviceConfigSpecOperation.REMOVE, card));
    }
    String network = value(after, name, "networkName");
    if (!NETWORK.containsAll(keys) || network == null) {
      return Optional.empty();
    }
    return plugged(card, new VirtualEthernetCardNetworkBackingInfo(network, null, null))
        .map(edited -> spec(VirtualDeviceConfigSpecOperation.EDIT, edited));
  }

  private static Optional<VirtualDevice> plugged(
      VirtualDevice card, VirtualDeviceBackingInfo backing) {
    return switch (card) {
      case VirtualE1000 it -> Optional.of(it.toBuilder().backing(backing).build());
      case VirtualE1000e it -> Optional.of(it.toBuilder().backing(backing).build());
      case VirtualPCNet32 it -> Optional.of(it.toBuilder().backing(backing).build());
      case VirtualVmxnet2 it -> Optional.of(it.toBuilder().backing(backing).build());
      case VirtualVmxnet3.Plain it -> Optional.of(it.toBuilder().backing(backing).build());
      default -> Optional.empty();
    };
  }

  private Optional<VirtualDeviceConfigSpec> drive(DeviceName name, Set<String> keys) {
    VirtualDevice controller = controller(name);
    if (controller == null) {
      return Optional.empty();
    }
    VirtualDevice device = at(controller, name.unit());
    if (device instanceof VirtualCdrom drive) {
      return isThere(after, name) && MEDIUM.containsAll(keys)
          ? medium(name, drive)
          : Optional.empty();
    }
    if (device instanceof VirtualDisk disk) {
      return isThere(before, name) && !isThere(after, name)
          ? Optional.of(spec(VirtualDeviceConfigSpecOperation.REMOVE, disk))
          : Optional.empty();
    }
    return device == null && !isThere(before, name) ? newDisk(name, controller) : Optional.empty();
  }

  private Optional<VirtualDeviceConfigSpec> medium(DeviceName name, VirtualCdrom drive) {
    String file = file(name);
    if (file == null || !"cdrom-image".equalsIgnoreCase(value(after, name, "deviceType"))) {
      return Optional.empty();
    }
    return Optional.of(
        spec(
            VirtualDeviceConfigSpecOperation.EDIT,
            drive.toBuilder()
                .backing(new VirtualCdromIsoBackingInfo(file, null, null))
                .connectable(new VirtualDeviceConnectInfo(null, true, true, current.isOn(), null))
                .build()));
  }

  private Optional<VirtualDeviceConfigSpec> newDisk(DeviceName name, VirtualDevice controller) {
    String file = file(name);
    String type = value(after, name, "deviceType");
    boolean usual =
        (type == null || type.toLowerCase(Locale.ROOT).endsWith("disk"))
            && value(after, name, "mode") == null
            && value(after, name, "writeThrough") == null;
    if (file == null || !file.endsWith(".vmdk") || !usual) {
      return Optional.empty();
    }
    return Optional.of(
        spec(
            VirtualDeviceConfigSpecOperation.ADD,
            VirtualDisk.builder()
                .key(newKey--)
                .capacityInKB(0) // the host knows that of a disk that is there
                .backing(
                    VirtualDiskFlatVer2BackingInfo.builder()
                        .fileName(file)
                        .diskMode("persistent")
                        .build())
                .controllerKey(controller.key())
                .unitNumber(name.unit())
                .build()));
  }

  private static VirtualDeviceConfigSpec spec(
      VirtualDeviceConfigSpecOperation operation, VirtualDevice device) {
    return new VirtualDeviceConfigSpec(operation, null, device, List.of(), null, List.of());
  }

  /** Whether a host can do it to a running machine. */
  static boolean isLive(String device, VirtualDeviceConfigSpec spec) {
    return !(spec.device() instanceof VirtualDisk)
        || device.toLowerCase(Locale.ROOT).startsWith(SCSI);
  }

  private @Nullable VirtualDevice device(int key) {
    return current.devices().stream().filter(each -> each.key() == key).findFirst().orElse(null);
  }

  private @Nullable VirtualDevice controller(DeviceName name) {
    List<VirtualDevice> found = new ArrayList<>();
    for (VirtualDevice each : current.devices()) {
      boolean fits =
          switch (name.family()) {
            case SCSI -> each instanceof VirtualSCSIController;
            case "ide" -> each instanceof VirtualIDEController;
            case "sata" -> each instanceof VirtualAHCIController;
            default -> false;
          };
      if (fits && ((VirtualController) each).busNumber() == name.number()) {
        found.add(each);
      }
    }
    return found.size() == 1 ? found.getFirst() : null;
  }

  private @Nullable VirtualDevice at(VirtualDevice controller, int unit) {
    return current.devices().stream()
        .filter(each -> Integer.valueOf(controller.key()).equals(each.controllerKey()))
        .filter(each -> Integer.valueOf(unit).equals(each.unitNumber()))
        .findFirst()
        .orElse(null);
  }

  private static boolean isThere(VmxDocument file, DeviceName name) {
    return "true".equalsIgnoreCase(file.get(name.text() + ".present"));
  }

  private static @Nullable String value(VmxDocument file, DeviceName name, String member) {
    String value = file.get(name.text() + "." + member);
    return value == null || value.isEmpty() ? null : VmxEscapes.unescapeAnnotation(value);
  }

  /** The file of a device as a datastore path; null for one that is on no datastore. */
  private @Nullable String file(DeviceName name) {
    String value = value(after, name, "fileName");
    String path = value == null ? null : names.toDomain(value);
    return path != null && path.startsWith("[") ? path : null;
  }

  /** The keys of the devices of specs, among those of changes. */
  static Set<String> keys(List<VmxDiff.Difference> changes, Set<String> devices) {
    return changes.stream()
        .filter(each -> devices.contains(each.device()))
        .map(each -> SpecKeys.folded(each.key()))
        .collect(Collectors.toSet());
  }
}
