package dev.vireo.vmx;

import dev.vireo.vmx.internal.convert.DomainReader;
import java.util.Objects;

/**
 * Shows a configuration file as a domain ({@code virVMXParseConfig}).
 *
 * <p>What a domain cannot show as it is becomes a {@link ConversionWarning}, and the rest is
 * converted; libvirt fails instead. docs/vmx.md has the table of all differences. Immutable.
 */
public final class VmxToDomain {

  private final ReadOptions options;

  /** A converter with these options. */
  public VmxToDomain(ReadOptions options) {
    this.options = Objects.requireNonNull(options);
  }

  /**
   * Converts a file.
   *
   * @throws VmxException if the file describes no virtual machine, or one without memory or
   *     processors
   */
  public Conversion convert(VmxDocument document) {
    return DomainReader.convert(document, options);
  }
}
