package dev.vireo.simulator.internal.definition;

import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxEscapes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A VMX file that is read, and which of its entries have been understood. Not thread-safe. */
final class VmxSource {

  private final VmxDocument document;
  private final Surroundings surroundings;
  private final Set<String> taken = new HashSet<>();

  VmxSource(VmxDocument document, Surroundings surroundings) {
    this.document = document;
    this.surroundings = surroundings;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** The value of a key, which counts as understood; null when there is none. */
  @Nullable String take(String key) {
    String value = document.get(key);
    if (value != null) {
      taken.add(key.toLowerCase(Locale.ROOT));
    }
    return value == null ? null : unescaped(value);
  }

  /** The value of a key with the escapes of a name. */
  @Nullable String takeName(String key) {
    String value = take(key);
    return value == null ? null : MachineDefinition.unescaped(value);
  }

  String take(String key, String usual) {
    String value = take(key);
    return value == null ? usual : value;
  }

  boolean takeTruth(String key, boolean usual) {
    String value = take(key);
    return value == null ? usual : Option.isTrue(value);
  }

  /** Whether something is said to be present; only then is the saying understood. */
  boolean takePresent(String device) {
    String value = document.get(device + ".present");
    return value != null && Option.isTrue(value) && takeTruth(device + ".present", false);
  }

  /** What a key says, without understanding it. */
  String look(String key) {
    String value = document.get(key);
    return value == null ? "" : unescaped(value);
  }

  /** The datastore path of the file that a key names; what names none stays as it is. */
  String takeFile(String key) {
    String name = take(key, "");
    String path = name.isEmpty() ? null : surroundings.names().toDomain(name);
    return path == null ? name : path;
  }

  /** The entries that nothing has understood, in their order; of several of one key the first. */
  Map<String, String> rest() {
    Map<String, String> rest = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (VmxEntry entry : document.entries()) {
      String folded = entry.key().toLowerCase(Locale.ROOT);
      if (!taken.contains(folded) && seen.add(folded)) {
        rest.put(entry.key(), unescaped(entry.value()));
      }
    }
    return rest;
  }

  private static String unescaped(String value) {
    try {
      return VmxEscapes.unescapeAnnotation(value);
    } catch (IllegalArgumentException e) {
      return value; // with broken escapes it stands for itself
    }
  }
}
