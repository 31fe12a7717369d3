package dev.vireo.model.domain;

import dev.vireo.model.xml.XmlNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The host's end of a serial or parallel port ({@code virDomainChrSourceDef}). */
public sealed interface CharacterSource {

  /** Value of the device's {@code type} attribute. */
  String type();

  /**
   * A device of the host.
   *
   * @param path such as {@code /dev/ttyS0}; null when not said
   */
  record Device(@Nullable String path) implements CharacterSource {
    @Override
    public String type() {
      return "dev";
    }
  }

  /**
   * A file.
   *
   * @param path where
   * @param append {@code on} or {@code off}; null when not said
   */
  record File(@Nullable String path, @Nullable String append) implements CharacterSource {
    @Override
    public String type() {
      return "file";
    }
  }

  /**
   * A named pipe.
   *
   * @param path where
   */
  record Pipe(@Nullable String path) implements CharacterSource {
    @Override
    public String type() {
      return "pipe";
    }
  }

  /**
   * A TCP connection.
   *
   * @param listen whether the domain waits for a client ({@code mode='bind'}) or connects
   * @param host name or address; null when not said
   * @param service port or service name; null when not said
   * @param protocol {@code raw}, {@code telnet}, {@code telnets} or {@code tls}; null when not said
   */
  record Tcp(
      boolean listen, @Nullable String host, @Nullable String service, @Nullable String protocol)
      implements CharacterSource {
    @Override
    public String type() {
      return "tcp";
    }
  }

  /** Nothing. */
  record Null() implements CharacterSource {
    @Override
    public String type() {
      return "null";
    }
  }

  /**
   * Any other kind.
   *
   * @param type the kind, such as {@code pty} or {@code spicevmc}
   * @param elements its elements that describe the source, such as {@code source} and {@code
   *     protocol}
   */
  record Other(String type, List<XmlNode.Element> elements) implements CharacterSource {
    public Other {
      Objects.requireNonNull(type);
      elements = List.copyOf(elements);
    }
  }
}
