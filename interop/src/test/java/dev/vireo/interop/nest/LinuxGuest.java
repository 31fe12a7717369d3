package dev.vireo.interop.nest;

import dev.vireo.DomainState;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.libvirt.VirshHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small Linux that runs in place of ESXi in a nested host, and says what it sees there: the
 * kernel and busybox of {@link ForeignProgram#LINUX_GUEST}, with an init of these tests.
 */
final class LinuxGuest {

  /** How long one may run: 20 seconds on an idle machine, most of them waiting for addresses. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final Duration LOG_LIMIT = Duration.ofSeconds(30);
  private static final String MARK = "guest: ";
  private static final CreateOptions ACCEPTING = new CreateOptions(false, true, true);

  // The kernel gives up ("IO-APIC + timer doesn't work!") when the timer's interrupts are late, as
  // they are in emulation on a busy machine; on KVM it leaves that test out by itself.
  private static final String KERNEL_OPTIONS = "console=ttyS0 quiet no_timer_check";

  private static final String FIRST_BOOT_DEVICE = "<boot dev='hd'/>";

  private final PrivateLibvirt libvirt;
  private final Path kernel;
  private final Path ramdisk;

  private LinuxGuest(PrivateLibvirt libvirt, Path kernel, Path ramdisk) {
    this.libvirt = libvirt;
    this.kernel = kernel;
    this.ramdisk = ramdisk;
  }

  /**
   * Makes the guest's file system.
   *
   * @param libvirt where the guest is to run
   * @param folder where the file system is put
   * @return the guest
   */
  static LinuxGuest in(PrivateLibvirt libvirt, Path folder) throws IOException {
    Path busybox = ForeignProgram.LINUX_GUEST.path();
    Path guest = Objects.requireNonNull(busybox.getParent());
    InitialRamdisk content = new InitialRamdisk();
    for (String path : List.of("bin", "dev", "modules", "proc", "sys")) {
      content.folder(path);
    }
    content
        .console()
        .program("bin/busybox", Files.readAllBytes(busybox))
        .program("init", resource("guest_init.sh"))
        .program("lease", resource("guest_lease.sh"));
    try (Stream<Path> modules = Files.list(guest.resolve("modules"))) {
      for (Path module : modules.sorted().toList()) {
        content.program("modules/" + module.getFileName(), Files.readAllBytes(module));
      }
    }
    Path ramdisk = folder.resolve("initrd");
    content.writeTo(ramdisk);
    return new LinuxGuest(libvirt, guest.resolve("vmlinuz"), ramdisk);
  }

  /**
   * Has a nested host made and started as usual, but for the kernel that it boots directly, and
   * waits until it has switched itself off.
   *
   * @param spec the host
   * @param tags VLANs that the guest is to use besides the untagged frames of its card
   * @return what it said
   * @throws AssertionError if it did not say that it came to its end
   */
  List<String> run(NestedHostSpec spec, int... tags) {
    NestedHosts hosts = libvirt.hosts();
    hosts.create(spec, ACCEPTING);
    VirshHost host = libvirt.host();
    host.define(booting(host.dumpXml(spec.name()), tags));
    hosts.start(spec.name());
    try {
      libvirt.await(spec.name(), DomainState.SHUTOFF, LIMIT);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "; it said:\n" + text(spec.serialLog()), e);
    }
    return said(spec.serialLog());
  }

  private String booting(String domain, int... tags) {
    String words = Arrays.stream(tags).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    String boot =
        "<kernel>%s</kernel><initrd>%s</initrd><cmdline>%s guest_tags=\"%s\"</cmdline>"
            .formatted(kernel, ramdisk, KERNEL_OPTIONS, words);
    String result = domain.replace(FIRST_BOOT_DEVICE, boot);
    if (result.equals(domain)) {
      throw new AssertionError("no place for the kernel: " + domain);
    }
    return result;
  }

  /** The domain ends before virtlogd has written all that came from it. */
  private static List<String> said(Path log) {
    long end = System.nanoTime() + LOG_LIMIT.toNanos();
    String text = text(log);
    while (!text.contains(MARK + "end\n")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the guest did not come to its end; it said:\n" + text);
      }
      text = text(log);
    }
    return text.lines()
        .filter(line -> line.contains(MARK))
        .map(line -> line.substring(line.indexOf(MARK) + MARK.length()))
        .toList();
  }

  private static String text(Path log) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream source = LinuxGuest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(source, name).readAllBytes();
    }
  }
}
