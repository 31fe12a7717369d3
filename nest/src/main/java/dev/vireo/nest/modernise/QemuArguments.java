package dev.vireo.nest.modernise;

import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arguments that a {@code <qemu:commandline>} adds to QEMU's command line, as options with
 * their values.
 *
 * @param options in the order of the document
 */
record QemuArguments(List<Option> options) {

  /**
   * One option.
   *
   * @param name without hyphens: {@code cpu}
   * @param value its value; null when it has none
   * @param arguments the elements that it is written with
   */
  record Option(String name, @Nullable String value, List<XmlNode.Element> arguments) {

    /** As on a command line. */
    String text() {
      return "-" + name + (value == null ? "" : " " + value);
    }
  }

  QemuArguments {
    options = List.copyOf(options);
  }

  /** Reads the element. QEMU takes one hyphen or two; {@code -cpu=host} is what people write. */
  static QemuArguments of(XmlNode.Element commandline) {
    List<Option> options = new ArrayList<>();
    List<XmlNode.Element> arguments = arguments(commandline);
    for (int i = 0; i < arguments.size(); i++) {
      XmlNode.Element argument = arguments.get(i);
      String text = value(argument);
      if (!text.startsWith("-") || text.length() == 1) {
        continue;
      }
      String[] parts = text.replaceFirst("^--?", "").split("[=\\s]+", 2);
      XmlNode.Element next = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
      if (parts.length > 1) {
        options.add(new Option(parts[0], parts[1].strip(), List.of(argument)));
      } else if (next != null && !value(next).startsWith("-")) {
        options.add(new Option(parts[0], value(next).strip(), List.of(argument, next)));
        i++;
      } else {
        options.add(new Option(parts[0], null, List.of(argument)));
      }
    }
    return new QemuArguments(options);
  }

  private static List<XmlNode.Element> arguments(XmlNode.Element commandline) {
    return commandline.children().stream()
        .filter(XmlNode.Element.class::isInstance)
        .map(XmlNode.Element.class::cast)
        .filter(child -> child.localName().equals("arg"))
        .toList();
  }

  private static String value(XmlNode.Element argument) {
    return Objects.requireNonNullElse(argument.attribute("value"), "").strip();
  }
}
