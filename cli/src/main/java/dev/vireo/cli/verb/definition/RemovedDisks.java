package dev.vireo.cli.verb.definition;

import dev.vireo.Domain;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.Progress;
import dev.vireo.cli.verb.domain.TaskVerb;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskSource;
import dev.vireo.model.domain.DomainXml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The disks of a domain that are to be removed together with it. */
final class RemovedDisks {

  static final String STORAGE = "storage";
  static final String ALL = "remove-all-storage";

  /**
   * A disk.
   *
   * @param target how the guest sees it, such as {@code sda}
   * @param path its file
   */
  private record Volume(String target, String path) {}

  private final Call call;
  private final List<Volume> volumes;

  private RemovedDisks(Call call, List<Volume> volumes) {
    this.call = call;
    this.volumes = volumes;
  }

  /**
   * Those that the options name.
   *
   * @throws CommandException when one of them is none of the domain's
   */
  static RemovedDisks of(Call call, Domain domain) {
    String wanted = call.string(STORAGE);
    if (wanted == null && !call.has(ALL)) {
      return new RemovedDisks(call, List.of());
    }
    List<Volume> known = volumes(domain);
    return new RemovedDisks(call, wanted == null ? known : chosen(known, wanted));
  }

  private static List<Volume> volumes(Domain domain) {
    List<Volume> volumes = new ArrayList<>();
    for (Disk disk : DomainXml.parse(domain.describe(Set.of()).text()).devices().disks()) {
      String path = disk.source() instanceof DiskSource.File file ? file.path() : null;
      // Nobody means the medium in a drive, which other domains may use as well.
      if (path != null && disk.device().equals("disk")) {
        volumes.add(new Volume(disk.target().device(), path));
      }
    }
    return volumes;
  }

  private static List<Volume> chosen(List<Volume> known, String wanted) {
    Set<String> names = new LinkedHashSet<>(Arrays.asList(wanted.split(",", -1)));
    List<Volume> chosen = new ArrayList<>();
    for (Volume each : known) {
      // Both, where it is named by both.
      boolean byTarget = names.remove(each.target());
      boolean byPath = names.remove(each.path());
      if (byTarget || byPath) {
        chosen.add(each);
      }
    }
    if (!names.isEmpty()) {
      throw new CommandException(
          "Volume '" + names.iterator().next() + "' was not found in domain's definition.");
    }
    return chosen;
  }

  /** Says what will be removed, before anything is done. */
  void list() {
    for (Volume each : volumes) {
      call.output().extra("Volume '" + each.target() + "'(" + each.path() + ") will be removed.\n");
    }
  }

  /**
   * Removes them, as many as possible.
   *
   * @throws CommandException when one stays
   */
  void remove() {
    @Nullable CommandException failure = null;
    for (Volume each : volumes) {
      String named = "'" + each.target() + "'(" + each.path() + ")";
      try (Progress progress = Progress.start(call.session(), "remove " + each.target())) {
        call.host().storageVolDelete(each.path(), progress.taskOptions());
        call.output().extra("Volume " + named + " removed.\n");
      } catch (LibvirtException e) {
        CommandException told = TaskVerb.failure("Failed to remove storage volume " + named, e);
        if (told.exitCode() == CommandException.INTERRUPTED) {
          throw told;
        }
        call.output().failure(told);
        failure = CommandException.withExitCode(told.exitCode());
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
