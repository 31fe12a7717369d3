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

    /** A builder that begins with all of this source. */
    public Builder toBuilder() {
      return new Builder().path(path).append(append);
    }

    /** Collects one {@link File}. Not for several threads. */
    public static final class Builder {

      private @Nullable String path;
      private @Nullable String append;

      private Builder() {}

      /** Sets {@link File#path}. */
      public Builder path(@Nullable String value) {
        path = value;
        return this;
      }

      /** Sets {@link File#append}. */
      public Builder append(@Nullable String value) {
        append = value;
        return this;
      }

      /** The finished record. */
      public File build() {
        return new File(path, append);
      }
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

    /** A builder that begins with all of this source. */
    public Builder toBuilder() {
      return new Builder(listen).host(host).service(service).protocol(protocol);
    }

    /** Collects one {@link Tcp}. Not for several threads. */
    public static final class Builder {

      private boolean listen;
      private @Nullable String host;
      private @Nullable String service;
      private @Nullable String protocol;

      private Builder(boolean listen) {
        this.listen = listen;
      }

      /** Sets {@link Tcp#listen}. */
      public Builder listen(boolean value) {
        listen = value;
        return this;
      }

      /** Sets {@link Tcp#host}. */
      public Builder host(@Nullable String value) {
        host = value;
        return this;
      }

      /** Sets {@link Tcp#service}. */
      public Builder service(@Nullable String value) {
        service = value;
        return this;
      }

      /** Sets {@link Tcp#protocol}. */
      public Builder protocol(@Nullable String value) {
        protocol = value;
        return this;
      }

      /** The finished record. */
      public Tcp build() {
        return new Tcp(listen, host, service, protocol);
      }
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
