package dev.vireo.interop.domain;

import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.VirshBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * libvirt's own formatting of domain XML. The domains are defined on {@code test:///default}, which
 * needs no daemon: each virsh process has its own. That driver takes only domains of type {@code
 * test}, and keeps the devices and features of those meant for QEMU; what it adds of its own is
 * taken out again: the type, and names of network devices.
 */
final class LibvirtDomainXml {
  private static final Pattern TYPE = Pattern.compile("<domain type='(\\w+)'");
  private static final Pattern UUID = Pattern.compile("<uuid>([^<]+)</uuid>");
  private static final Pattern OWN_DEVICE =
      Pattern.compile("(?m)^ *<target dev='testnet\\d+'/>\\n");

  private final VirshBatch virsh =
      new VirshBatch(Command.of(ForeignProgram.VIRSH).leading("-c", "test:///default"));
  private final Path folder;

  /**
   * @param folder a folder for the documents; its path without blanks
   */
  LibvirtDomainXml(Path folder) {
    this.folder = folder;
  }

  /**
   * Formats documents as {@code dumpxml --inactive --security-info} does.
   *
   * @param documents domain XML; each with a uuid, so that libvirt draws none
   * @return what libvirt writes for each, in the same order
   * @throws AssertionError if libvirt refuses one
   */
  List<String> normalised(List<String> documents) {
    List<String> commands = new ArrayList<>();
    for (String document : documents) {
      Path file = folder.resolve("domain" + commands.size() / 3);
      String uuid = group(UUID, document);
      try {
        Files.writeString(file, TYPE.matcher(document).replaceFirst("<domain type='test'"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      commands.add("define " + file);
      commands.add("dumpxml --inactive --security-info " + uuid);
      commands.add("undefine --nvram " + uuid);
    }
    List<VirshBatch.Answer> answers = virsh.run(commands);
    List<String> formatted = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      String type = group(TYPE, documents.get(i));
      if (answers.get(3 * i).failed() || answers.get(3 * i + 1).failed()) {
        throw new AssertionError(
            answers.get(3 * i).stderr() + answers.get(3 * i + 1).stderr() + documents.get(i));
      }
      formatted.add(cleaned(answers.get(3 * i + 1).stdout(), type));
    }
    return formatted;
  }

  /** virsh ends the document with an empty line of its own. */
  private static String cleaned(String output, String type) {
    String document = OWN_DEVICE.matcher(output.stripTrailing() + "\n").replaceAll("");
    return TYPE.matcher(document).replaceFirst("<domain type='" + type + "'");
  }

  private static String group(Pattern pattern, String document) {
    Matcher matcher = pattern.matcher(document);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no " + pattern + " in " + document);
    }
    return matcher.group(1);
  }
}
