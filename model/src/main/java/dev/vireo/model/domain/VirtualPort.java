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
}
