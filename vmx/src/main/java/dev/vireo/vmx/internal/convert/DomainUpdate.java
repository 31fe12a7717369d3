package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.Domain;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.WrittenVmx;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Brings the edits of a domain into the file it came from. Both the domain that the file shows and
 * the edited one are planned; parts that are the same are not looked at, and of the others the keys
 * that would be written differently are changed.
 */
public final class DomainUpdate {

  private final VmxDocument original;
  private final VmxDocument.Editor editor;

  private DomainUpdate(VmxDocument original) {
    this.original = original;
    editor = original.edit();
  }

  /** See {@link dev.vireo.vmx.VmxUpdate#apply}. */
  public static WrittenVmx apply(VmxDocument original, Domain edited, ReadOptions options) {
    DomainReader.Read base = DomainReader.read(original, options);
    Domain before = base.conversion().domain();
    boolean hasInstance = !options.legacyUuid() && original.get("vc.uuid") != null;
    VmxTarget target =
        VmxTarget.ofHardwareVersion(base.hardwareVersion()).withInstanceUuid(hasInstance);
    FileNameResolver fileNames = options.fileNames();
    Plan old = new Plan(before, base.numbers(), target, fileNames, original);
    DeviceNumbers numbers =
        DeviceMatch.numbers(before.devices(), base.numbers(), edited.devices(), original);
    Plan wanted = new Plan(edited, numbers, target, fileNames, original);
    DomainWriter.planAll(old);
    DomainWriter.planAll(wanted);
    DomainUpdate update = new DomainUpdate(original);
    update.change(old, wanted);
    return new WrittenVmx(update.editor.apply(), wanted.warnings());
  }

  private void change(Plan old, Plan wanted) {
    Map<String, Part> before = new LinkedHashMap<>();
    old.parts().forEach(part -> before.put(part.id(), part));
    for (Part part : wanted.parts()) {
      Part was = before.remove(part.id());
      if (was == null) {
        add(part, wanted);
      } else if (!was.value().equals(part.value())) {
        change(was, old, part, wanted);
      }
    }
    before.values().forEach(part -> remove(part, old));
  }

  private void add(Part part, Plan plan) {
    Map<String, String> values = write(part, plan).values();
    if (part.device()) {
      // What is left there belongs to a device that the domain does not show.
      removeAll(part.id());
      values.forEach(editor::set);
    } else {
      values.forEach(this::set);
    }
  }

  private void change(Part was, Plan old, Part part, Plan wanted) {
    Output out = write(part, wanted);
    Map<String, String> after = out.values();
    Map<String, String> before = writeOld(was, old);
    before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(editor::remove);
    out.dropped().forEach(editor::remove);
    after.forEach((key, value) -> {
      if (out.insistsOn(key) || !value.equals(before.get(key))) {
        set(key, value);
      }
    });
  }

  private void remove(Part part, Plan plan) {
    if (part.device()) {
      removeAll(part.id());
    } else {
      writeOld(part, plan).keySet().forEach(editor::remove);
    }
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
  private static Map<String, String> writeOld(Part part, Plan plan) {
    try {
      return write(part, plan).values();
    } catch (VmxException e) {
      return Map.of();
    }
  }

  /** Sets a value, unless it differs from the present one by the case of true and false alone. */
  private void set(String key, String value) {
    String there = original.get(key);
    boolean isFlag = value.equals("true") || value.equals("false");
    if (!isFlag || !value.equalsIgnoreCase(there)) {
      editor.set(key, value);
    }
  }

  private void removeAll(String id) {
    String prefix = id + ".";
    for (VmxEntry entry : original.entries()) {
      if (entry.key().regionMatches(true, 0, prefix, 0, prefix.length())) {
        editor.remove(entry.key());
      }
    }
  }
}
