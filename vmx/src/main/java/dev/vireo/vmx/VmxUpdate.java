package dev.vireo.vmx;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.vmx.internal.convert.DomainUpdate;
import java.util.Objects;

/**
 * Brings the edits of a domain into the configuration file that the domain was read from.
 *
 * <p>Only keys whose values the edits change are set, added or removed. Everything else stays byte
 * by byte: what no domain shows, values that nobody knows, comments and layout. Without an edit the
 * file stays as it is. A device that the domain no longer has takes all its keys with it. A value
 * that the file had already breaks no rule, even where a new one would. Immutable.
 */
public final class VmxUpdate {

  private final ReadOptions options;

  /**
   * An update of files that are read with these options.
   *
   * @param options the same as for reading the domain before its edit
   */
  public VmxUpdate(ReadOptions options) {
    this.options = Objects.requireNonNull(options);
  }

  /**
   * Applies the edits. A password of VNC that the domain does not have is removed: edit domains
   * that were formatted with it.
   *
   * @param original the file
   * @param edited what {@link VmxToDomain} made of the file, with changes
   * @return the file with the edits, and warnings about what of the domain it does not hold
   * @throws VmxException as {@link DomainToVmx#convert} and {@link VmxToDomain#convert}
   */
  public WrittenVmx apply(VmxDocument original, DomainDefinition edited) {
    return DomainUpdate.apply(original, edited, options);
  }
}
