package dev.vireo.model.domain;

import dev.vireo.model.xml.XmlNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a network interface is connected to ({@code <interface type=...><source .../>}). */
public sealed interface InterfaceSource {

  /** Value of the interface's {@code type} attribute. */
  String type();

  /**
   * A bridge; for VMware hosts a network of this name.
   *
   * @param bridge its name, may be empty
   */
  record Bridge(String bridge) implements InterfaceSource {
    public Bridge {
      Objects.requireNonNull(bridge);
    }

    @Override
    public String type() {
      return "bridge";
    }
  }

  /**
   * A libvirt network.
   *
   * @param network its name
   * @param portGroup one of its port groups
   */
  record Network(String network, @Nullable String portGroup) implements InterfaceSource {
    public Network {
      Objects.requireNonNull(network);
    }

    @Override
    public String type() {
      return "network";
    }

    /** A builder that begins with all of this source. */
    public Builder toBuilder() {
      return new Builder(network).portGroup(portGroup);
    }

    /** Collects one {@link Network}. Not for several threads. */
    public static final class Builder {

      private String network;
      private @Nullable String portGroup;

      private Builder(String network) {
        this.network = network;
      }

      /** Sets {@link Network#network}. */
      public Builder network(String value) {
        network = value;
        return this;
      }

      /** Sets {@link Network#portGroup}. */
      public Builder portGroup(@Nullable String value) {
        portGroup = value;
        return this;
      }

      /** The finished record. */
      public Network build() {
        return new Network(network, portGroup);
      }
    }
  }

  /** The host's own address translation. */
  record User() implements InterfaceSource {
    @Override
    public String type() {
      return "user";
    }
  }

  /** Nothing. */
  record Null() implements InterfaceSource {
    @Override
    public String type() {
      return "null";
    }
  }

  /**
   * A network that connects guests of one host with each other and with nothing else; for VMware a
   * LAN segment.
   *
   * @param name its name, of a LAN segment its uuid
   */
  record Internal(String name) implements InterfaceSource {
    public Internal {
      Objects.requireNonNull(name);
    }

    @Override
    public String type() {
      return "internal";
    }
  }

  /**
   * A port of a vSphere distributed switch.
   *
   * @param switchId uuid of the switch
   * @param portId the port; null when not known
   * @param portGroupId the port group; null when not known
   * @param connectionId the connection; null when not known
   */
  record Vds(
      String switchId,
      @Nullable String portId,
      @Nullable String portGroupId,
      @Nullable String connectionId)
      implements InterfaceSource {
    public Vds {
      Objects.requireNonNull(switchId);
    }

    @Override
    public String type() {
      return "vds";
    }

    /** A builder that begins with all of this source. */
    public Builder toBuilder() {
      return new Builder(switchId)
          .portId(portId)
          .portGroupId(portGroupId)
          .connectionId(connectionId);
    }

    /** Collects one {@link Vds}. Not for several threads. */
    public static final class Builder {

      private String switchId;
      private @Nullable String portId;
      private @Nullable String portGroupId;
      private @Nullable String connectionId;

      private Builder(String switchId) {
        this.switchId = switchId;
      }

      /** Sets {@link Vds#switchId}. */
      public Builder switchId(String value) {
        switchId = value;
        return this;
      }

      /** Sets {@link Vds#portId}. */
      public Builder portId(@Nullable String value) {
        portId = value;
        return this;
      }

      /** Sets {@link Vds#portGroupId}. */
      public Builder portGroupId(@Nullable String value) {
        portGroupId = value;
        return this;
      }

      /** Sets {@link Vds#connectionId}. */
      public Builder connectionId(@Nullable String value) {
        connectionId = value;
        return this;
      }

      /** The finished record. */
      public Vds build() {
        return new Vds(switchId, portId, portGroupId, connectionId);
      }
    }
  }

  /**
   * Any other kind.
   *
   * @param type the kind, such as {@code direct}
   * @param element the whole source element; null for none
   */
  record Other(String type, XmlNode.@Nullable Element element) implements InterfaceSource {
    public Other {
      Objects.requireNonNull(type);
    }
  }
}
