package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxSecrets;
import dev.vireo.vmx.device.DeviceKeys;
import org.jspecify.annotations.Nullable;

/** Collects the edits of a file's keys. */
final class FileEdit {

  private final VmxDocument original;
  private final VmxDocument.Editor editor;

  FileEdit(VmxDocument original) {
    this.original = original;
    editor = original.edit();
  }

  /** Sets a value, unless it differs from the present one by the case of true and false alone. */
  void set(String key, String value) {
    String there = original.get(key);
    boolean isFlag = value.equals("true") || value.equals("false");
    if (!isFlag || !value.equalsIgnoreCase(there)) {
      setAnew(key, value);
    }
  }

  /** Sets a value whatever there was. */
  void setAnew(String key, String value) {
    requireCharacters(key, value);
    editor.set(key, value);
  }

  private void requireCharacters(String key, String value) {
    if (original.charset().newEncoder().canEncode(value)) {
      return;
    }
    VmxEntry there = original.entry(key);
    throw new VmxException(
        VmxException.Kind.INVALID,
        there == null ? 0 : there.line(),
        key,
        "has to consist of characters of "
            + original.charset()
            + ", the encoding of the file (for others, save the file as UTF-8 with .encoding ="
            + " \"UTF-8\" first)",
        VmxSecrets.isSecret(key) ? null : value,
        null);
  }

  void remove(String key) {
    editor.remove(key);
  }

  /** The entry that says that a device is there; null if it is not. */
  @Nullable VmxEntry presentEntry(String id) {
    VmxEntry entry = original.entry(id + ".present");
    return entry != null && entry.value().equalsIgnoreCase("true") ? entry : null;
  }

  /** Removes all keys of a device: its own, and those of its share of the host. */
  void removeDevice(String id) {
    for (VmxEntry entry : original.entries()) {
      if (DeviceKeys.suffix(entry.key(), id) != null) {
        editor.remove(entry.key());
      }
    }
  }

  /**
   * The file with the edits.
   *
   * @throws VmxException if it would be read in another encoding then
   */
  VmxDocument apply() {
    try {
      return editor.apply();
    } catch (IllegalArgumentException e) {
      throw new VmxException(
          VmxException.Kind.INVALID,
          0,
          ".encoding",
          "has to be in the file for this edit: " + e.getMessage(),
          null,
          null);
    }
  }
}
