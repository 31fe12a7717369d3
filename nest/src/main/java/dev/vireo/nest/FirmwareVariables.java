package dev.vireo.nest;

import dev.vireo.nest.check.Objection;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.libvirt.VirtualizationHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The variables of a domain's UEFI firmware that libvirt keeps in a file: it makes the file at the
 * first start, and takes one of that name that is there.
 */
final class FirmwareVariables {

  private static final Path SYSTEM = Path.of("/var/lib/libvirt/qemu/nvram");
  private static final String SESSION = ".config/libvirt/qemu/nvram";

  private final Optional<Path> directory;
  private final LocalHost local;
  private final String name;

  /**
   * Those of one domain.
   *
   * @param name the domain
   */
  FirmwareVariables(VirtualizationHost libvirt, LocalHost local, String name) {
    this.directory = libvirt.local() ? directory(libvirt.uri()) : Optional.empty();
    this.local = local;
    this.name = name;
  }

  // libvirt's qemu_conf.c: nvramDir; XDG_CONFIG_HOME counts as for libvirt.
  private static Optional<Path> directory(String uri) {
    String path = uri.replaceFirst("\\?.*", "");
    if (path.endsWith("/system")) {
      return Optional.of(SYSTEM);
    }
    if (path.endsWith("/session")) {
      String config = System.getenv("XDG_CONFIG_HOME");
      return Optional.of(
          config == null || config.isEmpty()
              ? Path.of(System.getProperty("user.home", "/")).resolve(SESSION)
              : Path.of(config).resolve("libvirt/qemu/nvram"));
    }
    return Optional.empty();
  }

  /** The file, where it is there already. */
  Optional<Path> existing() {
    return files().stream().filter(local::exists).findFirst();
  }

  /** Whether there are none for sure; they may be out of this user's sight. */
  boolean missing() {
    return directory.isPresent() && files().stream().allMatch(local::isMissing);
  }

  private List<Path> files() {
    return directory.stream()
        .flatMap(where ->
            List.of("_VARS.fd", "_VARS.qcow2").stream().map(end -> where.resolve(name + end)))
        .map(Objects::requireNonNull)
        .toList();
  }

  /** What speaks against a host with firmware variables that are there already. */
  Optional<Objection> objection(NestedHostSpec spec) {
    if (spec.firmware() != Firmware.UEFI) {
      return Optional.empty();
    }
    return existing()
        .map(file ->
            spec.disk() instanceof LabDisk.NewImage
                ? Objection.impossible(
                    "firmware variables %s of a former host of this name are there, which a new disk must not start with"
                        .formatted(file),
                    "remove them, or give another name")
                : Objection.warning(
                    "firmware variables %s of a former host of this name are there and are used"
                        .formatted(file)));
  }
}
