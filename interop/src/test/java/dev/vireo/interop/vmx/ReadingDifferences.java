package dev.vireo.interop.vmx;

import dev.vireo.interop.vmx.ListedDifference.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deliberate differences from libvirt in reading VMX files. The order counts for those that accept:
 * the first whose message is met decides about the warning.
 */
final class ReadingDifferences {
  /** A source of nothing, on its line. */
  static final String EMPTY_SOURCE = "(?m)^ *<source (dev|file|path)='(\\[\\?\\] \\?/)?'/>\\n";

  private ReadingDifferences() {}

  /** All of them. */
  static List<ListedDifference> all() {
    return Stream.of(
            GeneralReadingDifferences.ALL, DiskReadingDifferences.ALL, DeviceReadingDifferences.ALL)
        .flatMap(List::stream)
        .toList();
  }

  /** A difference in this direction. */
  static ListedDifference listed(String id, String witness, Kind kind) {
    return new ListedDifference(id, Direction.VMX_TO_XML, witness, kind);
  }
}
