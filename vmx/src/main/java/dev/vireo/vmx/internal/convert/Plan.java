package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.internal.convert.disk.ScsiUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A domain while it becomes a file: the parts to write, in their order. */
public final class Plan {

  private final DomainDefinition domain;
  private final DeviceNumbers numbers;
  private final VmxTarget target;
  private final FileNameResolver fileNames;
  private final @Nullable VmxDocument original;
  private final ScsiUnits scsiUnits;
  private final List<Part> parts = new ArrayList<>();
  private final List<ConversionWarning> warnings = new ArrayList<>();

  Plan(
      DomainDefinition domain,
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

  public DomainDefinition domain() {
    return domain;
  }

  public DeviceNumbers numbers() {
    return numbers;
  }

  public VmxTarget target() {
    return target;
  }

  /** How many disks the SCSI controllers of the domain take. */
  public ScsiUnits scsiUnits() {
    return scsiUnits;
  }

  /** The file that is being edited; null for a new one. */
  public @Nullable VmxDocument original() {
    return original;
  }

  public void add(String id, Object value, Consumer<Output> writer) {
    parts.add(new Part(id, false, value, writer));
  }

  public void addDevice(String prefix, Object value, Consumer<Output> writer) {
    parts.add(new Part(prefix, true, value, writer));
  }

  /** Reports an element of the domain that the file cannot hold. */
  public void warn(String element, String text) {
    warnings.add(new ConversionWarning(0, element, text));
  }

  /** Reports an entry of the file that is being edited. */
  public void warn(VmxEntry entry, String text) {
    warnings.add(new ConversionWarning(entry.line(), entry.key(), text));
  }

  List<Part> parts() {
    return parts;
  }

  List<ConversionWarning> warnings() {
    return warnings;
  }

  /** An empty file to write parts to. */
  public Output output() {
    return new Output(fileNames, original);
  }
}
