package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import java.nio.file.Path;

/** How the kickstart file reaches the installer. */
public sealed interface InstallMedia {

  /** The installer's ISO as its maker gives it out, which stays as it is. */
  Path original();

  /** The image that is made, and removed with the host's disks. */
  Path made();

  /**
   * In a copy of the ISO, which installs by itself.
   *
   * @param original the ISO
   * @param made the copy, where nothing is yet
   */
  record IsoCopy(Path original, Path made) implements InstallMedia {
    public IsoCopy {
      requireAbsolute(original);
      requireAbsolute(made);
    }

    /** A copy beside the serial log of a host. */
    public static IsoCopy of(NestedHostSpec host, Path original) {
      return new IsoCopy(
          original.toAbsolutePath(), host.serialLog().resolveSibling(host.name() + "-install.iso"));
    }
  }

  /**
   * On a USB stick beside the ISO; somebody has to type where it is.
   *
   * @param original the ISO
   * @param made the image of the stick, where nothing is yet
   */
  record UsbStick(Path original, Path made) implements InstallMedia {
    public UsbStick {
      requireAbsolute(original);
      requireAbsolute(made);
    }

    /** A stick beside the serial log of a host. */
    public static UsbStick of(NestedHostSpec host, Path original) {
      return new UsbStick(
          original.toAbsolutePath(), host.serialLog().resolveSibling(host.name() + "-install.img"));
    }
  }

  private static void requireAbsolute(Path path) {
    if (!path.isAbsolute() || path.getFileName() == null) {
      throw new NestException("libvirt needs the absolute path of a file: " + path);
    }
  }
}
