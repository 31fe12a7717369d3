package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A USB stick with nothing but a kickstart file. The installer's ISO stays as it is, and no other
 * program is needed; but at each boot of the installer somebody has to press Shift+O and type
 * {@link #typed}.
 */
public final class InstallerUsb {

  /** Name of the kickstart file on the stick. */
  public static final String KICKSTART = "ks.cfg";

  /** The boot option that names the kickstart file on a stick. */
  public static final KernelOption KICKSTART_OPTION = new KernelOption("ks", "usb:/" + KICKSTART);

  private InstallerUsb() {}

  /**
   * Makes the image of a stick.
   *
   * @param kickstart the answers
   * @param target the image; only this user may read it, since it holds the hash of root's password
   * @param overwrite whether a file that is there may be replaced
   * @throws NestException if it cannot be made; nothing is left behind
   */
  public static void write(Kickstart kickstart, Path target, boolean overwrite) {
    new MediaTarget(target, overwrite)
        .make((scratch, image) -> {
          try (SeekableByteChannel channel =
              Files.newByteChannel(image, StandardOpenOption.WRITE)) {
            FatImage.write(channel, KICKSTART, kickstart.bytes());
          }
        });
  }

  /**
   * What has to be typed after Shift+O, behind what stands there.
   *
   * @param options boot options besides {@link #KICKSTART_OPTION}
   */
  public static String typed(List<KernelOption> options) {
    List<KernelOption> all = new ArrayList<>(List.of(KICKSTART_OPTION));
    all.addAll(options);
    return all.stream().map(KernelOption::text).collect(Collectors.joining(" "));
  }
}
