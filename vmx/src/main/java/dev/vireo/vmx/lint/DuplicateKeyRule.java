package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxEntry;
import java.util.HashMap;
import java.util.Map;

/** Each key is there once. VMware refuses a file with "Variable ... is already defined". */
final class DuplicateKeyRule implements Rule {

  @Override
  public String name() {
    return "duplicate-key";
  }

  @Override
  public void check(Machine machine, Report report) {
    Map<String, VmxEntry> firsts = new HashMap<>();
    for (VmxEntry entry : machine.all()) {
      VmxEntry first = firsts.putIfAbsent(entry.foldedKey(), entry);
      if (first == null) {
        continue;
      }
      String place = "line " + first.line();
      String which =
          first.key().equals(entry.key())
              ? "the key is already on " + place
              : "the key differs from '" + first.key() + "' on " + place + " in its case only";
      boolean same = first.value().equals(entry.value());
      report.error(
          entry,
          which
              + (same
                  ? " with the same value; VMware refuses the file"
                  : "; libvirt takes the value of " + place + ", VMware refuses the file"));
    }
  }
}
