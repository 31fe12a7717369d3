package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.CharacterDevice;
import dev.vireo.model.domain.Clock;
import dev.vireo.model.domain.Controller;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskDriver;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.Features;
import dev.vireo.model.domain.Filesystem;
import dev.vireo.model.domain.Input;
import dev.vireo.model.domain.MemoryBalloon;
import dev.vireo.model.domain.MemoryTuning;
import dev.vireo.model.domain.NetworkInterface;
import dev.vireo.model.domain.Video;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import dev.vireo.vmx.internal.convert.network.LinkState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a domain a file cannot hold, and libvirt drops silently. Not reported is what every
 * machine of VMware's has anyway, and what names a thing without changing it.
 */
final class Leftovers {

  private static final String TEXT = "has no form in VMX and was left out";

  /** Elements that libvirt adds to devices on its own, and that say nothing to VMware. */
  private static final Set<String> EMPTY_WORDS = Set.of("alias", "listen");

  /** Ends a chain of disk images, when it has nothing in it. */
  private static final String END_OF_CHAIN = "backingStore";

  /** Controllers that are there without a word, or that disks bring with them. */
  private static final Set<String> USUAL_CONTROLLERS =
      Set.of("scsi", "sata", "nvme", "ide", "fdc", "pci");

  private final Set<String> found = new LinkedHashSet<>();

  private Leftovers() {}

  static void warn(Plan plan) {
    Leftovers leftovers = new Leftovers();
    leftovers.ofDomain(plan.domain());
    leftovers.ofDevices(plan.domain().devices());
    leftovers.found.forEach(element -> plan.warn(element, TEXT));
  }

  private void report(String element, boolean present) {
    if (present) {
      found.add(element);
    }
  }

  private void extras(String parent, Extras extras, String... written) {
    for (XmlNode.Element element : extras.elements()) {
      String name = element.name();
      boolean endOfChain = name.equals(END_OF_CHAIN) && element.children().isEmpty();
      boolean isSaid = EMPTY_WORDS.contains(name) || List.of(written).contains(name);
      report(parent + name, !endOfChain && !isSaid);
    }
  }

  private void ofDomain(DomainDefinition domain) {
    extras("", domain.extras(), Notes.METADATA);
    MemoryTuning memory = domain.memoryTuning();
    if (memory != null) {
      report("memtune/hard_limit", memory.hardLimit() != null);
      report("memtune/soft_limit", memory.softLimit() != null);
      report("memtune/swap_hard_limit", memory.swapHardLimit() != null);
      extras("memtune/", memory.extras());
    }
    if (domain.cpuTuning() != null) {
      extras("cputune/", domain.cpuTuning().extras());
    }
    report("resource", domain.resourcePartition() != null);
    report("os/loader", domain.os().loader() != null);
    extras("os/", domain.os().extras());
    ofFeatures(domain.features());
    if (domain.cpu() != null) {
      extras("cpu/", domain.cpu().extras());
    }
    ofClock(domain.clock());
    report("on_poweroff", isOther(domain.onPoweroff(), "destroy"));
    report("on_reboot", isOther(domain.onReboot(), "restart"));
    report("on_crash", isOther(domain.onCrash(), "destroy"));
    report("pm", domain.powerManagement() != null);
  }

  private static boolean isOther(@Nullable String value, String usual) {
    return value != null && !value.equals(usual);
  }

  private void ofFeatures(@Nullable Features features) {
    if (features != null) {
      report("features/vmport", features.vmport() != null);
      report("features/kvm", features.kvmHidden() != null);
      extras("features/", features.extras());
    }
  }

  private void ofClock(@Nullable Clock clock) {
    if (clock != null) {
      report("clock@offset", isOther(clock.offset(), "utc"));
      report("clock/timer", !clock.timers().isEmpty());
    }
  }

  private void ofDevices(Devices devices) {
    report("devices/emulator", devices.emulator() != null);
    devices.disks().forEach(this::ofDisk);
    for (Controller controller : devices.controllers()) {
      report("devices/controller", !USUAL_CONTROLLERS.contains(controller.type()));
    }
    devices.filesystems().forEach(this::ofFilesystem);
    devices.interfaces().forEach(this::ofInterface);
    ofPorts("devices/serial/", devices.serials());
    ofPorts("devices/parallel/", devices.parallels());
    report("devices/channel", !devices.channels().isEmpty());
    for (Input input : devices.inputs()) {
      report("devices/input", isOther(input.bus(), "ps2"));
    }
    devices.graphics().forEach(graphics -> extras("devices/graphics/", graphics.extras()));
    devices.videos().forEach(this::ofVideo);
    MemoryBalloon balloon = devices.memoryBalloon();
    report("devices/memballoon", balloon != null && !balloon.model().equals("none"));
    extras("devices/", devices.extras());
  }

  private void ofDisk(Disk disk) {
    String parent = "devices/disk/";
    DiskDriver driver = disk.driver();
    if (driver != null) {
      report(parent + "driver@io", driver.io() != null);
      report(parent + "driver@discard", driver.discard() != null);
    }
    report(parent + "shareable", disk.shareable());
    report(parent + "readonly", disk.readOnly() && disk.device().equals("disk"));
    report(parent + "boot", disk.info().bootOrder() != null);
    extras(parent, disk.extras());
  }

  private void ofInterface(NetworkInterface nic) {
    String parent = "devices/interface/";
    report(parent + "vlan", nic.vlan() != null);
    report(parent + "virtualport", nic.virtualPort() != null);
    report(parent + "boot", nic.info().bootOrder() != null);
    extras(parent, nic.extras(), LinkState.ELEMENT);
  }

  private void ofPorts(String parent, List<CharacterDevice> ports) {
    ports.forEach(port -> extras(parent, port.extras()));
  }

  private void ofFilesystem(Filesystem folder) {
    report("devices/filesystem@accessmode", isOther(folder.accessMode(), "passthrough"));
    extras("devices/filesystem/", folder.extras());
  }

  private void ofVideo(Video video) {
    extras("devices/video/model/", video.modelExtras());
    extras("devices/video/", video.extras());
  }
}
