package dev.vireo.nest.host;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.NestException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * This machine as {@code /proc}, {@code /sys}, {@code /dev} and {@code /etc} show it, under a root
 * that can be another than {@code /}.
 */
public final class LocalHost {

  private static final long SECTOR = 512;
  // ARPHRD_LOOPBACK
  private static final String LOOPBACK = "772";
  private static final String ROOT = "root";
  // Those that distributions make: Debian, Arch; Fedora, SUSE.
  private static final List<String> QEMU_USERS = List.of("libvirt-qemu", "qemu");
  private static final List<String> PROGRAMS =
      List.of("usr/sbin", "usr/bin", "sbin", "bin", "usr/local/sbin", "usr/local/bin");
  // A thousand processors take two megabytes in /proc/cpuinfo.
  private static final int MOST_BYTES = 8 << 20;

  private final Path root;
  private final Function<Path, Optional<DataSize>> usableSpace;

  /**
   * A machine seen under another root.
   *
   * @param root the directory that has its {@code proc}, {@code sys}, {@code dev} and {@code etc}
   */
  public LocalHost(Path root) {
    this(root, LocalHost::spaceOfFileStore);
  }

  /**
   * A machine seen under another root, with other disks.
   *
   * @param root as above
   * @param usableSpace the room in a directory; empty when there is no such directory
   */
  public LocalHost(Path root, Function<Path, Optional<DataSize>> usableSpace) {
    this.root = Objects.requireNonNull(root);
    this.usableSpace = Objects.requireNonNull(usableSpace);
  }

  /** This machine. */
  public static LocalHost system() {
    return new LocalHost(Path.of("/"));
  }

  /** Flags of the first processor ({@code /proc/cpuinfo}); empty when it cannot be read. */
  public Set<String> cpuFlags() {
    return cpuInfo("flags").map(flags -> Set.of(flags.split("\\s+"))).orElse(Set.of());
  }

  /** Maker of the processors; empty for another than those known here. */
  public Optional<CpuVendor> cpuVendor() {
    return cpuInfo("vendor_id").flatMap(CpuVendor::ofCpuid);
  }

  /** Number of processors. */
  public int processors() {
    return (int) lines("proc/cpuinfo").filter(line -> line.matches("processor\\s*:.*")).count();
  }

  /** Names of KVM's modules that are there, loaded or built in ({@code /sys/module/kvm_*}). */
  public List<String> kvmModules() {
    try (Stream<Path> modules = Files.list(root.resolve("sys/module"))) {
      return modules
          .map(module -> module.getFileName().toString())
          .filter(name -> name.startsWith("kvm_"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Whether there is such a file, as far as this user may look. */
  public boolean exists(Path file) {
    return Files.exists(under(file));
  }

  /** Whether there is no such file for sure. */
  public boolean isMissing(Path file) {
    return Files.notExists(under(file));
  }

  /** Value of a module's parameter; empty when there is none. */
  public Optional<String> moduleParameter(String module, String parameter) {
    return text("sys/module/" + module + "/parameters/" + parameter).map(String::strip);
  }

  /** All memory; empty when it cannot be read. */
  public Optional<DataSize> memoryTotal() {
    return memory("MemTotal");
  }

  /** Memory that can be had without swapping; empty when it cannot be read. */
  public Optional<DataSize> memoryAvailable() {
    return memory("MemAvailable");
  }

  /** Whether the kernel has a network link of this name ({@code /sys/class/net}). */
  public boolean linkExists(String name) {
    return Files.exists(root.resolve("sys/class/net").resolve(name));
  }

  /** Whether a link is a Linux bridge; a bridge of Open vSwitch is not. */
  public boolean isLinuxBridge(String name) {
    return Files.isDirectory(root.resolve("sys/class/net").resolve(name).resolve("bridge"));
  }

  /**
   * What a link is that can be no bridge of Open vSwitch; empty for one that may be. Such a bridge
   * has neither hardware nor a kind that the kernel names.
   */
  public Optional<String> otherLink(String name) {
    String link = "sys/class/net/" + name;
    if (text(link + "/type").map(String::strip).equals(Optional.of(LOOPBACK))) {
      return Optional.of("the loopback link");
    }
    if (Files.exists(root.resolve(link).resolve("device"))) {
      return Optional.of("a network card");
    }
    return lines(link + "/uevent")
        .filter(line -> line.startsWith("DEVTYPE="))
        .map(line -> "a link of kind " + line.substring(line.indexOf('=') + 1))
        .findFirst();
  }

  /** Whether the kernel has a route to a subnet of 256 addresses ({@code /proc/net/route}). */
  public boolean hasRoute(int first, int second, int third) {
    // In the order of the machine's bytes, which has the last one first.
    String destination = "00%02X%02X%02X".formatted(third, second, first);
    return lines("proc/net/route")
        .map(line -> line.split("\\s+"))
        .anyMatch(fields -> fields.length > 1 && fields[1].equals(destination));
  }

  /** Whether a link is set up; true where that cannot be read. */
  public boolean linkUp(String name) {
    return text("sys/class/net/" + name + "/flags")
        .map(flags -> (Integer.decode(flags.strip()) & 1) == 1)
        .orElse(true);
  }

  /**
   * Whether the database of Open vSwitch has a bridge of this name; whether it works is another.
   */
  public boolean knownToOpenVSwitch(String bridge) {
    String quoted = "\"" + bridge + "\"";
    return openVSwitchDatabases().anyMatch(database -> contains(database, quoted));
  }

  /** Whether there is a database of Open vSwitch that this user may read. */
  public boolean seesOpenVSwitch() {
    return openVSwitchDatabases().findAny().isPresent();
  }

  private Stream<Path> openVSwitchDatabases() {
    return Stream.of("etc/openvswitch/conf.db", "var/lib/openvswitch/conf.db")
        .map(root::resolve)
        .filter(file -> Files.isRegularFile(file) && Files.isReadable(file));
  }

  /** Looks through a file of any size, which may have a single line. */
  private static boolean contains(Path file, String wanted) {
    byte[] word = wanted.getBytes(StandardCharsets.UTF_8);
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      int matched = 0;
      // The first character, a quotation mark, is in none of the others, so that a mismatch can
      // only be the beginning of the next match.
      for (int next = stream.read(); next >= 0; next = stream.read()) {
        matched = next == (word[matched] & 0xFF) ? matched + 1 : next == (word[0] & 0xFF) ? 1 : 0;
        if (matched == word.length) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Size of a block device.
   *
   * @param device its path; links such as {@code /dev/vg/lv} are followed
   * @return empty when it is not a block device
   */
  public Optional<DataSize> blockDevice(Path device) {
    return kernelName(device)
        .flatMap(name -> text("sys/class/block/" + name + "/size"))
        .map(sectors -> new DataSize(Long.parseLong(sectors.strip()) * SECTOR));
  }

  /** Where a block device is mounted; empty when it is not. */
  public Optional<String> mountPoint(Path device) {
    Optional<String> name = kernelName(device);
    return lines("proc/mounts")
        .map(line -> line.split(" "))
        .filter(fields -> fields.length > 1 && fields[0].startsWith("/dev/"))
        .filter(fields -> name.isPresent() && kernelName(Path.of(fields[0])).equals(name))
        .map(fields -> fields[1])
        .findFirst();
  }

  /** Owner, group and mode of {@code /dev/kvm}; empty when there is none. */
  public Optional<PosixFileAttributes> kvmDevice() {
    try {
      return Optional.of(Files.readAttributes(root.resolve("dev/kvm"), PosixFileAttributes.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new NestException("/dev/kvm cannot be looked at: " + e, e);
    }
  }

  /** The {@code os-release}, which says where the software comes from; empty if there is none. */
  public String osRelease() {
    return text("etc/os-release").or(() -> text("usr/lib/os-release")).orElse("");
  }

  /** Whether a program is installed where distributions put it. */
  public boolean hasProgram(String name) {
    return PROGRAMS.stream().anyMatch(place -> Files.exists(root.resolve(place).resolve(name)));
  }

  /** Whether systemd runs (https://www.freedesktop.org/software/systemd/man/sd_booted.html). */
  public boolean hasSystemd() {
    return Files.isDirectory(root.resolve("run/systemd/system"));
  }

  /** Whether there is a group of this name. */
  public boolean hasGroup(String name) {
    return lines("etc/group").anyMatch(line -> line.startsWith(name + ":"));
  }

  /**
   * The user that libvirt's system daemon runs QEMU as: that of {@code /etc/libvirt/qemu.conf},
   * else the one that the distribution made for it.
   *
   * @return empty when this machine has no such user, as before libvirt is installed
   */
  public Optional<QemuUser> qemuUser() {
    return configured("user").map(this::userName).map(List::of).orElse(QEMU_USERS).stream()
        .filter(this::hasUser)
        .findFirst()
        .map(this::inGroups);
  }

  /** The name of a user that {@code qemu.conf} may give by its number. */
  private String userName(String user) {
    return lines("etc/passwd")
        .map(line -> line.split(":", -1))
        .filter(fields -> fields.length > 2 && fields[2].equals(user))
        .map(fields -> fields[0])
        .findFirst()
        .orElse(user.equals("0") ? ROOT : user);
  }

  /** A user with the groups that QEMU would have as this user. */
  public QemuUser inGroups(String name) {
    Set<String> groups =
        lines("etc/group")
            .map(line -> line.split(":", -1))
            .filter(fields -> fields.length > 3 && List.of(fields[3].split(",")).contains(name))
            .map(fields -> fields[0])
            .collect(Collectors.toSet());
    // Debian's build has kvm as the group, others give QEMU's user that group.
    groups.add(configured("group").orElse("kvm"));
    return new QemuUser(name, groups);
  }

  /**
   * Room that this user may still take in a directory.
   *
   * @return empty when there is no such directory
   */
  public Optional<DataSize> usableSpace(Path directory) {
    return usableSpace.apply(directory);
  }

  private static Optional<DataSize> spaceOfFileStore(Path directory) {
    try {
      return Optional.of(new DataSize(Files.getFileStore(directory).getUsableSpace()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> configured(String setting) {
    return lines("etc/libvirt/qemu.conf")
        .filter(line -> line.matches("\\s*" + setting + "\\s*=\\s*\"\\+?[^\"]+\".*"))
        .map(line -> line.split("\"")[1].replaceFirst("^\\+", ""))
        .findFirst();
  }

  private boolean hasUser(String name) {
    return name.equals(ROOT) || lines("etc/passwd").anyMatch(line -> line.startsWith(name + ":"));
  }

  private Optional<String> kernelName(Path device) {
    try {
      return Optional.of(under(device).toRealPath().getFileName().toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path under(Path absolute) {
    return root.resolve(absolute.toString().substring(1));
  }

  private Optional<String> cpuInfo(String field) {
    return lines("proc/cpuinfo")
        .filter(line -> line.matches(field + "\\s*:.*"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  private Optional<DataSize> memory(String field) {
    return lines("proc/meminfo")
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> DataSize.ofKib(Long.parseLong(line.replaceAll("\\D+", ""))))
        .findFirst();
  }

  private Stream<String> lines(String file) {
    return text(file).stream().flatMap(String::lines);
  }

  /** Beginning of a file; empty when it is not there or this user may not read it. */
  private Optional<String> text(String file) {
    try (InputStream stream = Files.newInputStream(root.resolve(file))) {
      return Optional.of(new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
