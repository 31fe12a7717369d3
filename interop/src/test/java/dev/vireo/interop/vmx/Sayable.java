package dev.vireo.interop.vmx;

import dev.vireo.model.domain.CharacterDevice;
import dev.vireo.model.domain.CharacterSource;
import dev.vireo.model.domain.CharacterTarget;
import dev.vireo.model.domain.DataSize;
import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskDriver;
import dev.vireo.model.domain.DiskSource;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.Filesystem;
import dev.vireo.model.domain.Graphics;
import dev.vireo.model.domain.InterfaceSource;
import dev.vireo.model.domain.MacAddress;
import dev.vireo.model.domain.NetworkInterface;
import dev.vireo.model.domain.OperatingSystem;
import dev.vireo.model.domain.Video;
import dev.vireo.vmx.FileNameResolver;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a VMX file can say of a domain, in the form in which two domains are the same when it is the
 * same. Not in it, because no file can say it:
 *
 * <ul>
 *   <li>sizes of memory that are no whole MiB, limits above the memory, video memory that is no
 *       power of two;
 *   <li>one core for each socket, other than no topology;
 *   <li>who chose a MAC address, which VMware's ranges decide, and that it is not checked;
 *   <li>the order of disks at a bus and of numbered ports, and the cache and transience of
 *       floppies;
 *   <li>whether an empty drive is one of the host, or one for images;
 *   <li>the form of a path: a file in a datastore has one name;
 *   <li>firmware features that are off, an ARM machine without EFI;
 *   <li>VNC port 0, other than any port; address and {@code <listen>} of VNC;
 *   <li>a console beside a serial port;
 *   <li>what docs/vmx.md calls left out.
 * </ul>
 */
final class Sayable {
  private static final UUID ZERO = new UUID(0, 0);
  private static final long MIB = 1L << 20;
  private static final long STEP = 4096L << 10;
  private static final long DEFAULT_VRAM = 4096;
  private static final long LEAST_VRAM = 64;

  private static final FileNameResolver FILES = VireoConverter.fileNames(Site.ESX80);

  private final List<String> parts = new ArrayList<>();

  private Sayable() {}

  /**
   * The parts, one per line.
   *
   * @param domain any domain
   * @param hardwareVersion of the file that it is written as
   */
  static String of(DomainDefinition domain, int hardwareVersion) {
    Sayable sayable = new Sayable();
    sayable.identity(domain);
    sayable.machine(domain);
    sayable.system(domain);
    ScsiPlaces places = new ScsiPlaces(domain.devices().controllers(), hardwareVersion);
    domain.devices().disks().stream()
        .map(disk -> disk(places.of(disk), disk))
        .sorted()
        .forEach(sayable.parts::add);
    domain.devices().interfaces().forEach(sayable::networkInterface);
    List<CharacterDevice> serials = domain.devices().serials();
    sayable.ports("serial", serials.isEmpty() ? domain.devices().consoles() : serials);
    sayable.ports("parallel", domain.devices().parallels());
    domain.devices().filesystems().forEach(sayable::folder);
    domain.devices().graphics().forEach(sayable::display);
    sayable.video(domain);
    return String.join("\n", sayable.parts);
  }

  private void say(String name, @Nullable Object value) {
    if (value != null) {
      parts.add(name + " " + value);
    }
  }

  private void identity(DomainDefinition domain) {
    say("name", domain.name());
    String description = domain.description();
    say("description", description == null || description.isEmpty() ? null : description);
    say("uuid", known(domain.uuid()));
    say("hwuuid", known(domain.hardwareUuid()));
    say("genid", known(domain.generationId()));
  }

  private static @Nullable UUID known(@Nullable UUID uuid) {
    return ZERO.equals(uuid) ? null : uuid;
  }

  /** Sizes are whole MiB, and limits are at most the memory. */
  private void machine(DomainDefinition domain) {
    long memory = roundUp(domain.memory().bytes(), STEP);
    say("memory", memory);
    DataSize current = domain.currentMemory();
    say(
        "current",
        current == null || current.bytes() == 0
            ? memory
            : Math.min(memory, roundUp(current.bytes(), MIB)));
    DataSize minimum = domain.memoryTuning() == null ? null : domain.memoryTuning().minGuarantee();
    if (minimum != null && minimum.bytes() > 0) {
      say("minimum", Math.min(memory, roundUp(minimum.bytes(), MIB)));
    }
    say("vcpus", domain.vcpus().maximum());
    say("cpuset", domain.vcpus().cpuset() == null ? null : cpus(domain.vcpus().cpuset()));
    say("shares", domain.cpuTuning() == null ? null : domain.cpuTuning().shares());
    if (domain.cpu() != null
        && domain.cpu().topology() != null
        && domain.cpu().topology().cores() > 1) {
      say("cores", domain.cpu().topology().cores());
    }
  }

  private static long roundUp(long number, long step) {
    return (number + step - 1) / step * step;
  }

  /** Ranges, and exclusions behind them. */
  private static BitSet cpus(String set) {
    BitSet cpus = new BitSet();
    for (String part : set.split(",", -1)) {
      String text = part.strip();
      if (text.startsWith("^")) {
        cpus.clear(Integer.parseInt(text.substring(1)));
      } else {
        int dash = text.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
        cpus.set(first, 1 + (dash < 0 ? first : Integer.parseInt(text.substring(dash + 1))));
      }
    }
    return cpus;
  }

  private void system(DomainDefinition domain) {
    OperatingSystem os = domain.os();
    say("arch", os.arch() == null ? "i686" : os.arch());
    say("firmware", os.firmware() == null && "aarch64".equals(os.arch()) ? "efi" : os.firmware());
    say("smbios", "host".equals(os.smbiosMode()) ? "host" : null);
    os.firmwareFeatures().stream()
        .filter(OperatingSystem.FirmwareFeature::enabled)
        .map(OperatingSystem.FirmwareFeature::name)
        .sorted()
        .forEach(name -> say("firmware feature", name));
    String nvram = os.nvram() == null ? null : os.nvram().path();
    say("nvram", nvram == null ? null : inDatastore(nvram));
    domain.devices().tpms().forEach(tpm -> say("tpm", tpm.model()));
  }

  /** A disk is known by its bus and the name that follows from its place. */
  private static String disk(String place, Disk disk) {
    DiskDriver driver = disk.driver();
    boolean through = driver != null && "writethrough".equals(driver.cache());
    return "disk %s %s %s%s%s"
        .formatted(
            place,
            disk.device(),
            source(disk),
            through && !disk.device().equals("floppy") ? " writethrough" : "",
            disk.transientChanges() && !disk.device().equals("floppy") ? " transient" : "");
  }

  private static String source(Disk disk) {
    return switch (disk.source()) {
      case DiskSource.File file ->
          file.path() == null ? "empty" : "file " + inDatastore(file.path());
      case DiskSource.Block block when block.device() != null -> "device " + block.device();
      case DiskSource.Block block ->
          "optional".equals(block.startupPolicy()) ? "auto detect" : "empty";
      case DiskSource.Other other -> "unsayable " + other.type();
    };
  }

  private static String inDatastore(String path) {
    return String.valueOf(FILES.toDomain(FILES.toVmx(path)));
  }

  private void networkInterface(NetworkInterface nic) {
    MacAddress mac = nic.mac();
    String model = nic.model();
    say(
        "interface",
        "%s %s %s %s %s %s %s"
            .formatted(
                mac == null ? "00:00:00:00:00:00" : mac.address().toLowerCase(Locale.ROOT),
                mac == null ? "" : check(mac),
                nic.source(),
                nic.targetDevice(),
                model == null ? null : model.toLowerCase(Locale.ROOT),
                place(nic.info().address()),
                isDown(nic) ? "down" : "up"));
  }

  /** The first slot of all is the host's own. */
  private static @Nullable DeviceAddress place(@Nullable DeviceAddress address) {
    boolean isFirst =
        address instanceof DeviceAddress.Pci pci
            && pci.bus() == 0
            && pci.slot() == 0
            && pci.function() == 0;
    return isFirst || address instanceof DeviceAddress.Other ? null : address;
  }

  /** Whether no cable is plugged in; there is none where there is no network. */
  private static boolean isDown(NetworkInterface nic) {
    return nic.source() instanceof InterfaceSource.Null
        || nic.extras().elements().stream()
            .anyMatch(each -> each.name().equals("link") && "down".equals(each.attribute("state")));
  }

  /** An address of nobody's range is not checked, whether the domain says so or not. */
  private static String check(MacAddress mac) {
    return mac.check() == null || mac.check().equals("no") ? "" : mac.check();
  }

  private void ports(String kind, List<CharacterDevice> ports) {
    int next = 0;
    Map<Integer, String> byNumber = new TreeMap<>();
    for (CharacterDevice port : ports) {
      CharacterTarget target = port.target();
      Integer said = target == null || "serial".equals(target.type()) ? null : target.port();
      int number = said == null ? next : said;
      next = number + 1;
      if (!(port.source() instanceof CharacterSource.Null)) {
        byNumber.put(number, port(port.source()));
      }
    }
    byNumber.forEach((number, port) -> say(kind + number, port));
  }

  private static String port(CharacterSource source) {
    return switch (source) {
      case CharacterSource.File file ->
          "file " + (file.path() == null ? null : inDatastore(file.path()));
      case CharacterSource.Tcp tcp ->
          "tcp %s %s %s %s"
              .formatted(
                  tcp.listen() ? "server" : "client",
                  tcp.host(),
                  tcp.service(),
                  tcp.protocol() == null ? "raw" : tcp.protocol());
      default -> source.toString();
    };
  }

  private void folder(Filesystem folder) {
    say(
        "folder",
        folder.sourceDirectory() + " " + folder.targetDirectory() + " " + folder.readOnly());
  }

  private void display(Graphics graphics) {
    Integer port = graphics.port();
    boolean automatic = Boolean.TRUE.equals(graphics.autoport()) || port == null || port <= 0;
    String keymap = graphics.keymap();
    say("display", (automatic ? "any" : port) + " " + keymap + " " + graphics.password());
  }

  /** Every machine has one graphics card, whose memory is a power of two of KiB. */
  private void video(DomainDefinition domain) {
    List<Video> videos = domain.devices().videos();
    Long said = videos.isEmpty() ? null : videos.get(0).vram();
    long kib = said == null ? DEFAULT_VRAM : Math.max(LEAST_VRAM, said);
    long highest = Long.highestOneBit(kib);
    say("video", highest == kib ? kib : highest << 1);
  }
}
