package dev.vireo.nest;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.host.LocalHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A small tree of /proc, /sys, /dev and /etc, as much as a machine shows of itself. */
public final class FakeMachine {

  private final Path root;
  private DataSize room = DataSize.ofMib(1L << 20);

  private FakeMachine(Path root) {
    this.root = root;
  }

  /** An Intel machine that is ready, with 32 GiB of memory, 8 processors and a bridge br0. */
  public static FakeMachine intel(Path root) {
    return new FakeMachine(root)
        .cpus("GenuineIntel", "fpu vme vmx ept", 8)
        .module("kvm_intel", "nested", "Y")
        .ready();
  }

  /** An AMD machine that is ready. */
  public static FakeMachine amd(Path root) {
    return new FakeMachine(root)
        .cpus("AuthenticAMD", "fpu vme svm npt", 8)
        .module("kvm_amd", "nested", "1")
        .ready();
  }

  /** A guest with para-virtualized KVM: /dev/kvm is there, virtualization is not. */
  public static FakeMachine pvm(Path root) {
    return new FakeMachine(root)
        .cpus("AuthenticAMD", "fpu vme hypervisor", 2)
        .module("kvm_pvm", "force", "N")
        .ready()
        .kvmDevice("rw-------");
  }

  private FakeMachine ready() {
    return module("kvm", "ignore_msrs", "Y")
        .kvmDevice("rw-rw-rw-")
        .memory(32L << 20, 30L << 20)
        .linuxBridge("br0")
        .file("etc/os-release", "ID=debian\n")
        .file("etc/group", "root:x:0:\nkvm:x:108:\nlibvirt:x:109:\n")
        .file("etc/passwd", "root:x:0:0::/root:/bin/sh\nlibvirt-qemu:x:64055:108::/:/bin/false\n");
  }

  public FakeMachine cpus(String vendor, String flags, int count) {
    StringBuilder text = new StringBuilder();
    for (int cpu = 0; cpu < count; cpu++) {
      text.append(
          "processor\t: %d\nvendor_id\t: %s\nflags\t\t: %s\n\n".formatted(cpu, vendor, flags));
    }
    return file("proc/cpuinfo", text.toString());
  }

  public FakeMachine module(String module, String parameter, String value) {
    return file("sys/module/%s/parameters/%s".formatted(module, parameter), value + "\n");
  }

  public FakeMachine memory(long totalKib, long availableKib) {
    return file(
        "proc/meminfo",
        "MemTotal:       %d kB\nMemFree: 1 kB\nMemAvailable:   %d kB\n"
            .formatted(totalKib, availableKib));
  }

  public FakeMachine linuxBridge(String name) {
    return link(name).file("sys/class/net/" + name + "/bridge/bridge_id", "8000.000000000000\n");
  }

  public FakeMachine link(String name) {
    return file("sys/class/net/" + name + "/flags", "0x1003\n");
  }

  public FakeMachine blockDevice(String name, long bytes) {
    return file("sys/class/block/" + name + "/size", bytes / 512 + "\n").file("dev/" + name, "");
  }

  public FakeMachine kvmDevice(String permissions) {
    file("dev/kvm", "");
    try {
      Files.setPosixFilePermissions(
          root.resolve("dev/kvm"), PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public FakeMachine file(String path, String content) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Removes a file, or a directory with all that is in it. */
  public FakeMachine without(String path) {
    try (Stream<Path> files = Files.walk(root.resolve(path))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Sets how much may still be written in each directory that is there; 1 TiB before. */
  public FakeMachine room(DataSize value) {
    room = value;
    return this;
  }

  /** The machine as the library sees it. */
  public LocalHost host() {
    return new LocalHost(
        root, directory -> Files.isDirectory(directory) ? Optional.of(room) : Optional.empty());
  }
}
