package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.WrittenVmx;
import dev.vireo.vmx.internal.convert.disk.DiskMoves;
import dev.vireo.vmx.internal.convert.disk.Disks;
import dev.vireo.vmx.internal.convert.disk.ScsiUnits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Brings the edits of a domain into the file it came from. Both the domain that the file shows and
 * the edited one are planned; parts that are the same are not looked at, and of the others the keys
 * that would be written differently are changed. Then the file is read again: where it does not
 * show what was edited, for it had said something in words that a domain shows as others, all that
 * it says about that is written anew.
 */
public final class DomainUpdate {

  private final FileEdit file;
  private final ReadOptions options;
  private final Plan old;
  private final Plan wanted;
  private final List<Changed> changed = new ArrayList<>();

  /** A part that was there and is to be another one: as it was written, and as it is. */
  private record Changed(Part part, Output before, Output after) {

    boolean touches(String topic) {
      return topic.equals(Output.REST) || !after.isAs(before, topic);
    }
  }

  private DomainUpdate(VmxDocument original, ReadOptions options, Plan old, Plan wanted) {
    this.options = options;
    this.old = old;
    this.wanted = wanted;
    file = new FileEdit(original);
  }

  /** See {@link dev.vireo.vmx.VmxUpdate#apply}. */
  public static WrittenVmx apply(VmxDocument file, DomainDefinition edited, ReadOptions options) {
    DomainReader.Read unmoved = DomainReader.read(file, options);
    DiskMoves moves = diskMoves(unmoved, edited);
    VmxDocument original = moves.apply(file);
    DomainReader.Read base = moves.isEmpty() ? unmoved : DomainReader.read(original, options);
    DomainDefinition before = base.conversion().domain();
    DeviceNumbers numbers =
        DeviceMatch.numbers(before.devices(), base.numbers(), edited.devices(), original);
    Plan old = plan(before, base.numbers(), base.hardwareVersion(), original, options);
    Plan wanted = plan(edited, numbers, base.hardwareVersion(), original, options);
    DomainUpdate update = new DomainUpdate(original, options, old, wanted);
    update.change();
    return new WrittenVmx(update.insist(), wanted.warnings());
  }

  private static DiskMoves diskMoves(DomainReader.Read base, DomainDefinition edited) {
    Devices before = base.conversion().domain().devices();
    if (before.disks().equals(edited.devices().disks())) {
      return DiskMoves.none();
    }
    int hardware = base.hardwareVersion();
    return DiskMoves.between(
        Disks.places(before.disks(), ScsiUnits.of(before, hardware)),
        Disks.places(edited.devices().disks(), ScsiUnits.of(edited.devices(), hardware)));
  }

  private static Plan plan(
      DomainDefinition domain,
      DeviceNumbers numbers,
      int hardwareVersion,
      VmxDocument original,
      ReadOptions options) {
    boolean hasInstance = !options.legacyUuid() && original.get("vc.uuid") != null;
    VmxTarget target = VmxTarget.ofHardwareVersion(hardwareVersion).withInstanceUuid(hasInstance);
    FileNameResolver fileNames = options.fileNames();
    Plan plan = new Plan(domain, numbers, target, fileNames, original);
    DomainWriter.planAll(plan);
    return plan;
  }

  private void change() {
    Map<String, Part> before = byId(old);
    for (Part part : wanted.parts()) {
      Part was = before.remove(part.id());
      if (was == null) {
        add(part);
      } else if (!was.value().equals(part.value())) {
        change(was, part);
      }
    }
    before.values().forEach(this::remove);
  }

  private static Map<String, Part> byId(Plan plan) {
    Map<String, Part> parts = new LinkedHashMap<>();
    plan.parts().forEach(part -> parts.put(part.id(), part));
    return parts;
  }

  private void add(Part part) {
    Map<String, String> values = write(part, wanted).values();
    if (part.device()) {
      // What is left there belongs to a device that the domain does not show.
      VmxEntry hidden = file.presentEntry(part.id());
      if (hidden != null) {
        wanted.warn(
            hidden, "is of a device that the domain does not show; the new one took its place");
      }
      file.removeDevice(part.id());
      values.forEach(file::setAnew);
    } else {
      values.forEach(file::set);
    }
  }

  private void change(Part was, Part part) {
    Changed change = new Changed(part, writeOld(was, old), write(part, wanted));
    changed.add(change);
    Map<String, String> before = change.before().values();
    Output after = change.after();
    before.keySet().stream().filter(key -> !after.values().containsKey(key)).forEach(file::remove);
    after
        .dropped()
        .forEach((key, topic) -> {
          if (change.touches(topic)) {
            file.remove(key);
          }
        });
    after
        .values()
        .forEach((key, value) -> {
          boolean differs = after.insistsOn(key) || !value.equals(before.get(key));
          if (differs && change.touches(after.topicOf(key))) {
            file.set(key, value);
          }
        });
  }

  private void remove(Part part) {
    if (part.device()) {
      file.removeDevice(part.id());
    } else {
      writeOld(part, old).values().keySet().forEach(file::remove);
    }
  }

  /** Reads the file again, and writes in full what it still does not say as the domain does. */
  private VmxDocument insist() {
    VmxDocument edited = file.apply();
    if (changed.isEmpty()) {
      return edited;
    }
    DomainReader.Read read = DomainReader.read(edited, options);
    DomainDefinition domain = read.conversion().domain();
    Plan shown = plan(domain, read.numbers(), read.hardwareVersion(), edited, options);
    Map<String, Part> parts = byId(shown);
    Set<String> odd = new LinkedHashSet<>();
    for (ConversionWarning warning : read.remarks().all()) {
      odd.add(warning.key().toLowerCase(Locale.ROOT));
    }
    for (Changed change : changed) {
      Part part = parts.get(change.part().id());
      insist(change, part == null ? shown.output() : writeOld(part, shown), odd);
    }
    return file.apply();
  }

  private void insist(Changed change, Output shown, Set<String> odd) {
    Output after = change.after();
    Set<String> topics = new HashSet<>();
    after
        .values()
        .forEach((key, value) -> {
          String topic = after.topicOf(key);
          boolean isOdd = odd.contains(key.toLowerCase(Locale.ROOT));
          if (isOdd || !shown.isAs(after, topic) || !value.equals(shown.values().get(key))) {
            topics.add(topic);
          }
        });
    after
        .values()
        .forEach((key, value) -> {
          String topic = after.topicOf(key);
          if (topics.contains(topic) && change.touches(topic)) {
            file.set(key, value);
          }
        });
  }

  private static Output write(Part part, Plan plan) {
    Output out = plan.output();
    part.writer().accept(out);
    return out;
  }

  /**
   * What the file's own part would be written as: nothing if it cannot be written, as parts can be
   * that are shown in a way that was never meant for writing. Then all keys of the new one are set.
   */
  private static Output writeOld(Part part, Plan plan) {
    try {
      return write(part, plan);
    } catch (VmxException e) {
      return plan.output();
    }
  }
}
