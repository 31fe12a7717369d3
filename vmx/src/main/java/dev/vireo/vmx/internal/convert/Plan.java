package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.Domain;
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A domain while it becomes a file: the parts to write, in their order. */
final class Plan {

  private final Domain domain;
  private final DeviceNumbers numbers;
  private final VmxTarget target;
  private final FileNameResolver fileNames;
  private final @Nullable VmxDocument original;
  private final ScsiUnits scsiUnits;
  private final List<Part> parts = new ArrayList<>();
  private final List<ConversionWarning> warnings = new ArrayList<>();

  Plan(
      Domain domain,
      DeviceNumbers numbers,
      VmxTarget target,
      FileNameResolver fileNames,
      @Nullable VmxDocument original) {
    this.domain = domain;
    this.numbers = numbers;
    this.target = target;
    this.fileNames = fileNames;
    this.original = original;
    scsiUnits = ScsiUnits.of(domain.devices(), target.hardwareVersion());
  }

  Domain domain() {
    return domain;
  }

  DeviceNumbers numbers() {
    return numbers;
  }

  VmxTarget target() {
    return target;
  }

  /** How many disks the SCSI controllers of the domain take. */
  ScsiUnits scsiUnits() {
    return scsiUnits;
  }

  /** The file that is being edited; null for a new one. */
  @Nullable VmxDocument original() {
    return original;
  }

  void add(String id, Object value, Consumer<Output> writer) {
    parts.add(new Part(id, false, value, writer));
  }

  void addDevice(String prefix, Object value, Consumer<Output> writer) {
    parts.add(new Part(prefix, true, value, writer));
  }

  /** Reports an element of the domain that the file cannot hold. */
  void warn(String element, String text) {
    warnings.add(new ConversionWarning(0, element, text));
  }

  /** Reports an entry of the file that is being edited. */
  void warn(VmxEntry entry, String text) {
    warnings.add(new ConversionWarning(entry.line(), entry.key(), text));
  }

  List<Part> parts() {
    return parts;
  }

  List<ConversionWarning> warnings() {
    return warnings;
  }

  /** An empty file to write parts to. */
  Output output() {
    return new Output(fileNames, original);
  }
}
