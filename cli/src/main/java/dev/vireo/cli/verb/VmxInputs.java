package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxSyntaxException;

/** Reads the VMX files that the commands without a host are given. */
final class VmxInputs {
  private VmxInputs() {}

  /**
   * Reads a file.
   *
   * @param name as the user wrote it
   * @throws CommandException when it cannot be read or is no VMX file
   */
  static VmxDocument read(Call call, String name) {
    NamedFile file = new NamedFile(name);
    byte[] bytes = file.read(call.session());
    try {
      return VmxDocument.parse(bytes);
    } catch (VmxSyntaxException e) {
      if (beginsXml(bytes)) {
        throw new CommandException(
            file.title() + ": this is XML and no VMX file; 'vmx from-xml' reads it");
      }
      throw new CommandException(
          place(file.title(), e.line()) + ":" + e.column() + ": " + e.problem());
    }
  }

  /** Whether the first character that is no blank opens an element. */
  static boolean beginsXml(byte[] bytes) {
    int start = 0;
    while (start < bytes.length && bytes[start] <= ' ') { // a byte order mark is negative, too
      start++;
    }
    return start < bytes.length && bytes[start] == '<';
  }

  /** A place in a file as compilers write it; line 0 is the whole file. */
  static String place(String title, int line) {
    return line > 0 ? title + ":" + line : title;
  }
}
