package dev.vireo.nest.internal.check;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.LabDisk;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.check.Objection;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.internal.AbsolutePath;
import dev.vireo.nest.internal.InstallerVersion;
import dev.vireo.nest.internal.IsoHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the files and devices of a wanted host are there, or can be made. */
public final class DiskCheck {

  private final LocalHost host;
  private final boolean here;
  private final List<Objection> objections = new ArrayList<>();

  private DiskCheck(LocalHost host, boolean here) {
    this.host = host;
    this.here = here;
  }

  /**
   * Checks all of them.
   *
   * @param expected files that are not there yet and will be
   */
  public static List<Objection> of(NestedHostSpec spec, LocalHost host, Set<Path> expected) {
    return new DiskCheck(host, true).check(spec, expected);
  }

  /**
   * Checks only the files that the host names, and not what belongs to the machine that it will run
   * on: its devices, directories and the room in them.
   *
   * @param expected files that are not there yet and will be
   */
  public static List<Objection> ofFiles(NestedHostSpec spec, LocalHost host, Set<Path> expected) {
    return new DiskCheck(host, false).check(spec, expected);
  }

  private List<Objection> check(NestedHostSpec spec, Set<Path> expected) {
    Optional<DataSize> there = disk(spec.disk());
    there.ifPresent(size ->
        TableCheck.disk(spec.esxi(), spec.disk().path().toString(), size).stream()
            .flatMap(result -> Objection.of(result).stream())
            .forEach(objections::add));
    if (spec.datastore() != null) {
      disk(spec.datastore());
    }
    if (here) {
      room(spec);
    }
    iso(spec, expected);
    usbStick(spec.installerUsb(), expected);
    serialLog(spec);
    boot(spec, there.isPresent());
    return List.copyOf(objections);
  }

  /** A host that is started without anything to boot sits there, and nobody says why. */
  private void boot(NestedHostSpec spec, boolean there) {
    Path stick = spec.installerUsb();
    boolean bootsFromStick =
        stick != null && Files.isRegularFile(stick) && !BootSector.isMissing(stick);
    if (spec.installerIso() != null || bootsFromStick) {
      return;
    }
    Path disk = spec.disk().path();
    boolean fresh = spec.disk() instanceof LabDisk.NewImage;
    if (fresh || (there && BootSector.isMissing(disk))) {
      objections.add(
          new Objection(
              Objection.Kind.NOTHING_TO_BOOT,
              "%s has nothing to boot: its disk %s is %s, and it has no installer ISO"
                  .formatted(spec.name(), disk, fresh ? "new and empty" : "empty")));
    }
  }

  /** Checks a disk. Gives the size of one that is there already. */
  private Optional<DataSize> disk(LabDisk disk) {
    return switch (disk) {
      case LabDisk.NewImage image -> {
        newImage(image);
        yield Optional.empty();
      }
      case LabDisk.ExistingImage image -> existing(image.path());
      case LabDisk.BlockDevice device -> here ? blockDevice(device.path()) : Optional.empty();
    };
  }

  private void newImage(LabDisk.NewImage image) {
    if (Files.exists(image.path(), LinkOption.NOFOLLOW_LINKS)) {
      add(
          "%s is there already, and nothing is overwritten".formatted(image.path()),
          "remove it, or use it as an existing image");
    }
    directory("disk", image.path());
  }

  private Optional<DataSize> existing(Path image) {
    if (!Files.isRegularFile(image)) {
      add("there is no disk image %s".formatted(image));
      return Optional.empty();
    }
    format(image);
    try {
      return Optional.of(new DataSize(Files.size(image)));
    } catch (IOException e) {
      add("%s cannot be looked at: %s".formatted(image, e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<DataSize> blockDevice(Path device) {
    Optional<DataSize> size = host.blockDevice(device);
    if (size.isEmpty()) {
      add("%s is not a block device of this machine".formatted(device));
    }
    host.mountPoint(device)
        .ifPresent(place ->
            add(
                "%s is mounted at %s, and the guest would destroy what is on it"
                    .formatted(device, place)));
    return size;
  }

  /** Holds the new images of each directory together against the room there. */
  private void room(NestedHostSpec spec) {
    List<LabDisk.NewImage> images = spec.newImages();
    images.stream()
        .map(image -> AbsolutePath.directory(image.path()))
        .distinct()
        .forEach(directory -> {
          long wanted =
              images.stream()
                  .filter(image -> AbsolutePath.directory(image.path()).equals(directory))
                  .mapToLong(image -> image.size().bytes())
                  .sum();
          host.usableSpace(directory)
              .filter(room -> room.bytes() < wanted)
              .ifPresent(room ->
                  objections.add(
                      new Objection(
                          Objection.Kind.OVERCOMMITTED,
                          "%s has room for %d MiB, and the disks may grow to %d MiB"
                              .formatted(
                                  directory, room.bytes() >> 20, new DataSize(wanted).mib()))));
        });
  }

  private void usbStick(@Nullable Path image, Set<Path> expected) {
    if (image == null || expected.contains(image)) {
      return;
    }
    if (Files.isRegularFile(image)) {
      format(image);
    } else {
      add("there is no USB stick image %s".formatted(image));
    }
  }

  private void iso(NestedHostSpec spec, Set<Path> expected) {
    Path iso = spec.installerIso();
    // What this user may not read, QEMU's user may.
    boolean secret = iso != null && Files.exists(iso) && !Files.isReadable(iso);
    if (iso == null || expected.contains(iso) || secret) {
      return;
    }
    try {
      Optional<String> version = InstallerVersion.ofVolume(IsoHeader.read(iso).volumeId());
      InstallerVersion.objection(iso, version, spec.esxi()).ifPresent(objections::add);
    } catch (NestException e) {
      objections.addAll(Objection.of(e));
    }
  }

  private void format(Path image) {
    if (!Files.isReadable(image)) {
      return;
    }
    try {
      ImageFormat.of(image)
          .ifPresent(format ->
              add(
                  "%1$s is a %2$s image, and only raw ones are used: qemu-img convert -O raw %1$s %1$s.raw"
                      .formatted(image, format.text())));
    } catch (IOException e) {
      add("%s cannot be read: %s".formatted(image, e.getMessage()));
    }
  }

  /** libvirt empties the log at each start, and it goes with the host. */
  private void serialLog(NestedHostSpec spec) {
    Path log = spec.serialLog();
    directory("serial log", log);
    if (Files.isDirectory(log)) {
      add("the serial log %s is a directory".formatted(log), "name a file");
    } else if (Files.exists(log, LinkOption.NOFOLLOW_LINKS)) {
      boolean former = log.endsWith(NestedHostSpecBuilder.serialLogOf(spec.name()));
      add(
          former
              ? "the serial log %s of a former host of this name is there, and nothing is overwritten"
                  .formatted(log)
              : "%s is there already, and a serial log would overwrite it".formatted(log),
          former ? "remove it, or name another" : "name another file");
    }
  }

  private void directory(String what, Path file) {
    if (!here) {
      return;
    }
    Path directory = AbsolutePath.directory(file);
    if (!Files.isDirectory(directory)) {
      add("there is no directory %s for the %s %s".formatted(directory, what, file.getFileName()));
    } else if (what.equals("disk") && !Files.isWritable(directory)) {
      add(
          "this user may not write to %s, where the disk %s belongs"
              .formatted(directory, file.getFileName()),
          "do this as root, or name another directory");
    }
  }

  private void add(String problem, String remedy) {
    objections.add(Objection.impossible(problem, remedy));
  }

  private void add(String problem) {
    objections.add(Objection.impossible(problem));
  }
}
