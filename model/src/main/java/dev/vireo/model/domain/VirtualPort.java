package dev.vireo.model.domain;

import dev.vireo.model.xml.XmlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a network interface plugs into a switch ({@code <virtualport>}).
 *
 * @param type such as {@code openvswitch}; null when not said
 * @param parameters attributes of its {@code <parameters/>}
 */
public record VirtualPort(@Nullable String type, List<XmlNode.Attribute> parameters) {
  public VirtualPort {
    parameters = List.copyOf(parameters);
  }

  /** A builder that begins with all of this port. */
  public Builder toBuilder() {
    return new Builder().type(type).parameters(parameters);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link VirtualPort}. Not for several threads. */
  public static final class Builder {

    private @Nullable String type;
    private List<XmlNode.Attribute> parameters = List.of();

    private Builder() {}

    /** Sets {@link VirtualPort#type}. */
    public Builder type(@Nullable String value) {
      type = value;
      return this;
    }

    /** Sets {@link VirtualPort#parameters}. */
    public Builder parameters(List<XmlNode.Attribute> value) {
      parameters = value;
      return this;
    }

    /** The finished record. */
    public VirtualPort build() {
      return new VirtualPort(type, parameters);
    }
  }
}
