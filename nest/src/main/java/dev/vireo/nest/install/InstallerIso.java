package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import dev.vireo.nest.internal.InstallerVersion;
import dev.vireo.nest.internal.IsoHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ISO image of ESXi's installer, as its maker gives it out. A copy of it can hold a kickstart
 * file; the image itself is only ever read. Needs the program {@code xorriso}.
 */
public final class InstallerIso {

  /** Where the kickstart file is in a copy. The installer finds it in capitals only. */
  public static final String KICKSTART = "/KS.CFG";

  /** The boot option that names the kickstart file of a copy. */
  public static final KernelOption KICKSTART_OPTION = new KernelOption("ks", "cdrom:" + KICKSTART);

  private static final String BIOS_CONFIG = "/BOOT.CFG";
  private static final String EFI_CONFIG = "/EFI/BOOT/BOOT.CFG";

  // A kickstart file, its directory entry and the padding at the end.
  private static final long GROWTH = 1 << 20;

  private final Path file;
  private final Xorriso xorriso;
  private final Function<Path, OptionalLong> usableSpace;
  private final String volumeId;
  private final List<String> bootEntries;
  // By their paths as the image has them.
  private final Map<String, BootConfig> configs;

  private InstallerIso(
      Path file,
      Xorriso xorriso,
      Function<Path, OptionalLong> usableSpace,
      String volumeId,
      List<String> bootEntries,
      Map<String, BootConfig> configs) {
    this.file = file;
    this.xorriso = xorriso;
    this.usableSpace = usableSpace;
    this.volumeId = volumeId;
    this.bootEntries = bootEntries;
    this.configs = configs;
  }

  /**
   * Reads an image with the {@code xorriso} of the search path.
   *
   * @param iso the image
   * @throws NestException if it is not the image of an ESXi installer, or {@code xorriso} is not
   *     installed
   */
  public static InstallerIso open(Path iso) {
    return open(iso, "xorriso");
  }

  /**
   * Reads an image.
   *
   * @param iso the image
   * @param xorriso path of the program, or its name in the search path
   * @throws NestException if it is not the image of an ESXi installer, or the program cannot be run
   */
  public static InstallerIso open(Path iso, String xorriso) {
    return open(iso, xorriso, InstallerIso::spaceOfFileStore);
  }

  static InstallerIso open(Path iso, String program, Function<Path, OptionalLong> usableSpace) {
    Path file = iso.toAbsolutePath();
    String volumeId = IsoHeader.read(file).volumeId();
    Xorriso xorriso = new Xorriso(program);
    Map<String, String> found =
        xorriso.find(file, List.of(BIOS_CONFIG, EFI_CONFIG), BootConfig.MAX_BYTES);
    String biosConfig = found.get(BIOS_CONFIG);
    if (biosConfig == null) {
      throw new NestException(
          "%s has no file %s: it is not the image of an ESXi installer (its name is '%s')"
              .formatted(iso, BIOS_CONFIG, volumeId));
    }
    List<String> bootEntries = xorriso.bootEntries(file);
    if (bootEntries.isEmpty()) {
      throw new NestException(
          "%s does not boot: it has no boot entries, as images have that were packed again without them"
              .formatted(iso));
    }
    Map<String, BootConfig> configs = new LinkedHashMap<>();
    read(xorriso, file, List.copyOf(found.values()))
        .forEach((path, content) ->
            configs.put(path, BootConfig.parse("%s of %s".formatted(path, iso), content)));
    return new InstallerIso(file, xorriso, usableSpace, volumeId, bootEntries, configs);
  }

  /** The image's file. */
  public Path file() {
    return file;
  }

  /** Name of the volume, such as {@code ESXI-8.0U3B-24280767-STANDARD}. */
  public String volumeId() {
    return volumeId;
  }

  /** Platforms of the boot entries, in their order: {@code BIOS} and {@code UEFI}. */
  public List<String> bootEntries() {
    return bootEntries;
  }

  /** What a copy is booted with. */
  static String bootLine(List<KernelOption> options) {
    return Stream.concat(Stream.of(KICKSTART_OPTION), options.stream())
        .map(KernelOption::text)
        .collect(Collectors.joining(" "));
  }

  /** What the boot loader reads under BIOS. */
  public BootConfig biosConfig() {
    return config(BIOS_CONFIG).orElseThrow();
  }

  /** What the boot loader reads under UEFI; empty where the image has none. */
  public Optional<BootConfig> efiConfig() {
    return config(EFI_CONFIG);
  }

  /**
   * Major and minor number of the version, such as {@code 8.0}, by its build or else the name of
   * its volume; empty where neither says it. It need not be one that {@link
   * dev.vireo.nest.version.EsxiVersion} has.
   */
  public Optional<String> version() {
    return InstallerVersion.ofBuild(biosConfig().build().orElse(""))
        .or(() -> InstallerVersion.ofVolume(volumeId));
  }

  /**
   * Writes a copy that installs by itself. Its files are those of the image but for the kickstart
   * file, the line {@code kernelopt=} of both boot configurations, and where the boot loader and
   * the catalogue of boot entries name places on the disc.
   *
   * @param kickstart the answers
   * @param options boot options besides {@link #KICKSTART_OPTION}
   * @param target the copy; only this user may read it, since it holds the hash of root's password
   * @param overwrite whether a file that is there may be replaced
   * @throws NestException if it cannot be made; nothing is left behind
   */
  public void copyWith(
      Kickstart kickstart, List<KernelOption> options, Path target, boolean overwrite) {
    List<KernelOption> all = new ArrayList<>(List.of(KICKSTART_OPTION));
    all.addAll(options);
    Map<String, byte[]> files = new LinkedHashMap<>();
    configs.forEach((path, config) -> files.put(path, config.with(all).bytes()));
    files.put(KICKSTART, kickstart.bytes());
    requireRoom(target);
    new MediaTarget(target, overwrite)
        .make((scratch, copy) -> {
          write(scratch, copy, files);
          verify(copy, files);
        });
  }

  private void write(ScratchFiles scratch, Path copy, Map<String, byte[]> files)
      throws IOException {
    Path folder = scratch.directory();
    Map<String, Path> onDisk = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> entry : files.entrySet()) {
      String name = "%d.cfg".formatted(onDisk.size());
      onDisk.put(entry.getKey(), scratch.file(folder, name, entry.getValue()));
    }
    xorriso.copy(file, copy, onDisk);
  }

  /** A copy that does not boot shows only much later, on another screen. */
  private void verify(Path copy, Map<String, byte[]> files) {
    Map<String, byte[]> written = read(xorriso, copy, List.copyOf(files.keySet()));
    boolean same =
        files.entrySet().stream()
            .allMatch(entry -> Arrays.equals(entry.getValue(), written.get(entry.getKey())));
    if (!same || !xorriso.bootEntries(copy).equals(bootEntries)) {
      throw new NestException(
          "the copy of %s does not have the files and boot entries that were written: this xorriso cannot copy it"
              .formatted(file));
    }
  }

  /** Checks that a copy would be another file than the image, and has room. */
  void requireRoom(Path target) {
    if (Files.exists(target) && isSameFile(target)) {
      throw new NestException("the copy cannot take the place of the ISO %s itself".formatted(file))
          .withHint("give another name");
    }
    Path directory = new MediaTarget(target, false).directory();
    long wanted = size() + GROWTH;
    usableSpace.apply(directory).stream()
        .filter(room -> room < wanted)
        .forEach(room -> {
          throw new NestException(
              "%s has room for %d MiB, and the copy of %s takes %d MiB"
                  .formatted(directory, room >> 20, file, wanted >> 20));
        });
  }

  private boolean isSameFile(Path target) {
    try {
      return Files.isSameFile(file, target);
    } catch (IOException e) {
      // A link that leads nowhere.
      return false;
    }
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new NestException("the ISO %s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private Optional<BootConfig> config(String path) {
    return configs.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(path))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<String, byte[]> read(Xorriso xorriso, Path iso, List<String> paths) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (ScratchFiles scratch = new ScratchFiles()) {
      Path folder = scratch.directory();
      Map<String, Path> files = new LinkedHashMap<>();
      for (String path : paths) {
        files.put(path, scratch.expected(folder.resolve("%d.out".formatted(files.size()))));
      }
      xorriso.extract(iso, files);
      for (Map.Entry<String, Path> entry : files.entrySet()) {
        contents.put(entry.getKey(), read(iso, entry.getKey(), entry.getValue()));
      }
      return contents;
    } catch (IOException e) {
      throw new NestException("%s cannot be read: %s".formatted(iso, e.getMessage()), e);
    }
  }

  private static byte[] read(Path iso, String path, Path extracted) throws IOException {
    try (InputStream stream = Files.newInputStream(extracted)) {
      byte[] content = stream.readNBytes(Kickstart.MAX_BYTES + 1);
      if (content.length > Kickstart.MAX_BYTES) {
        throw Xorriso.tooLarge(path, iso, Kickstart.MAX_BYTES);
      }
      return content;
    }
  }

  private static OptionalLong spaceOfFileStore(Path directory) {
    try {
      return OptionalLong.of(Files.getFileStore(directory).getUsableSpace());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
