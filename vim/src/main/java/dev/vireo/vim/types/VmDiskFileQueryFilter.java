package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which virtual disks a search is for (VI API {@code VmDiskFileQueryFilter}).
 *
 * @param diskType VI types of their backings; empty for all
 * @param matchHardwareVersion versions of the virtual hardware; empty for all
 * @param controllerType VI types of their controllers; empty for all
 * @param thin whether they take space as they need it; null for both
 * @param encrypted whether they are encrypted; null for both
 */
public record VmDiskFileQueryFilter(
    List<String> diskType,
    List<Integer> matchHardwareVersion,
    List<String> controllerType,
    @Nullable Boolean thin,
    @Nullable Boolean encrypted)
    implements DataObject {

  /** Copies the lists. */
  public VmDiskFileQueryFilter {
    diskType = List.copyOf(diskType);
    matchHardwareVersion = List.copyOf(matchHardwareVersion);
    controllerType = List.copyOf(controllerType);
  }
}
