package dev.vireo.cli.verb.vmx;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.model.xml.XmlException;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxSyntaxException;
import java.nio.file.Files;

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
    return parse(file, file.read(call.session()));
  }

  /**
   * Reads a file that a document is to be made of.
   *
   * @param name as the user wrote it
   * @throws CommandException when it cannot be read, is no VMX file, or holds nothing
   */
  static VmxDocument readFilled(Call call, String name) {
    NamedFile file = new NamedFile(name);
    byte[] bytes = file.read(call.session());
    requireFilled(file, bytes);
    return parse(file, bytes);
  }

  /** An empty file is mostly one that a shell emptied for the output of the command. */
  static void requireFilled(NamedFile file, byte[] bytes) {
    if (bytes.length == 0) {
      throw new CommandException(file.title() + ": the file is empty")
          .withHint("if '>' of the shell has emptied it, write with --output FILE instead");
    }
  }

  /**
   * Reads domain XML.
   *
   * @param file what to call it
   * @throws CommandException when it is none
   */
  static DomainDefinition domain(NamedFile file, byte[] bytes) {
    try {
      return DomainXml.parse(bytes);
    } catch (XmlException e) {
      if (!beginsXml(bytes)) {
        throw new CommandException(file.title() + ": this is no XML")
            .withHint("'vmx to-xml' makes XML of a VMX file");
      }
      throw new CommandException(file.title() + ": " + e.getMessage());
    }
  }

  /**
   * Warns where VMware's programs say that they have the machine open: they write its file, too.
   */
  static void warnOfLock(Call call, String name) {
    String lock = name + ".lck";
    if (Files.exists(call.session().directory().resolve(lock))) {
      call.output()
          .warning(
              "'" + lock + "' is there: while VMware has the machine open it may undo the change");
    }
  }

  private static VmxDocument parse(NamedFile file, byte[] bytes) {
    try {
      return VmxDocument.parse(bytes);
    } catch (VmxSyntaxException e) {
      if (beginsXml(bytes)) {
        throw xml(file);
      }
      throw new CommandException(
          place(file.title(), e.line()) + ":" + e.column() + ": " + e.problem());
    }
  }

  /**
   * Refuses a document of XML. One that only begins so may be a VMX file with a bad line.
   *
   * @throws CommandException when it is one
   */
  static void refuseXml(NamedFile file, byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
      end--;
    }
    if (end > 0 && bytes[end - 1] == '>' && beginsXml(bytes)) {
      throw xml(file);
    }
  }

  private static CommandException xml(NamedFile file) {
    return new CommandException(file.title() + ": this is XML and no VMX file")
        .withHint("'vmx from-xml' reads XML");
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
