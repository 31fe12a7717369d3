package dev.vireo.simulator.internal.definition;

import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.VmxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries of a VMX file that is written, unescaped. Not thread-safe. */
final class VmxLines {

  private final Map<String, String> lines = new LinkedHashMap<>();
  private final DatastorePath vmx;
  private final FileNameResolver names;

  VmxLines(DatastorePath vmx, FileNameResolver names) {
    this.vmx = vmx;
    this.names = names;
  }

  VmxLines put(String key, String value) {
    lines.put(key, value);
    return this;
  }

  VmxLines put(String key, long value) {
    return put(key, Long.toString(value));
  }

  VmxLines put(String key, boolean value) {
    return put(key, value ? "TRUE" : "FALSE");
  }

  /** Adds the name of a file: relative beside the VMX file, absolute elsewhere. */
  VmxLines putFile(String key, String path) {
    return put(key, fileName(path));
  }

  private String fileName(String path) {
    DatastorePath parsed = DatastorePath.parse(path, () -> List.of(vmx.datastore()));
    if (parsed == null) {
      return path;
    }
    if (parsed.datastore().equals(vmx.datastore()) && parsed.directory().equals(vmx.directory())) {
      return parsed.fileName();
    }
    try {
      return names.toVmx(path);
    } catch (VmxException e) {
      return path; // a datastore that is gone
    }
  }

  Map<String, String> all() {
    return lines;
  }
}
