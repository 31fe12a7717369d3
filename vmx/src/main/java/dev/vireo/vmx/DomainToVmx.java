package dev.vireo.vmx;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.vmx.internal.convert.DomainWriter;
import java.util.Objects;

/**
 * Writes a domain as a new configuration file ({@code virVMXFormatConfig}): libvirt's keys in
 * libvirt's order, and what libvirt refuses though VMware has it: SATA, NVMe, secure boot, TPM.
 * Immutable.
 */
public final class DomainToVmx {

  private final VmxTarget target;
  private final FileNameResolver fileNames;

  /** A converter for this target, with these file names. */
  public DomainToVmx(VmxTarget target, FileNameResolver fileNames) {
    this.target = Objects.requireNonNull(target);
    this.fileNames = Objects.requireNonNull(fileNames);
  }

  /**
   * Converts a domain.
   *
   * @throws VmxException if the domain breaks a rule of VMware's, or has what VMX cannot express
   */
  public WrittenVmx convert(DomainDefinition domain) {
    return DomainWriter.convert(domain, target, fileNames);
  }
}
