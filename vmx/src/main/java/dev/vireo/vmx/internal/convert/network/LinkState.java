package dev.vireo.vmx.internal.convert.network;

import dev.vireo.model.domain.InterfaceSource;
import dev.vireo.model.domain.NetworkInterface;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.Section;
import java.util.List;

/**
 * Whether a network interface is plugged in when the machine starts: {@code startConnected}, and
 * {@code <link state='down'/>} in a domain. One that is connected to nothing never is: VMware would
 * take it for bridged.
 */
public final class LinkState {

  /** The element that says it. */
  public static final String ELEMENT = "link";

  private static final String KEY = "startConnected";
  private static final String STATE = "state";
  private static final String DOWN = "down";

  private LinkState() {}

  /** What an interface says about it besides its source. */
  static Extras read(Section section, InterfaceSource source) {
    if (source instanceof InterfaceSource.Null || !section.is(KEY, "false")) {
      return Extras.NONE;
    }
    return new Extras(
        List.of(),
        List.of(
            new XmlNode.Element(
                ELEMENT, "", List.of(new XmlNode.Attribute(STATE, DOWN)), List.of())));
  }

  /** Whether it starts unplugged. */
  static boolean isDown(NetworkInterface nic) {
    return nic.source() instanceof InterfaceSource.Null
        || nic.extras().elements().stream()
            .anyMatch(
                element -> element.name().equals(ELEMENT) && DOWN.equals(element.attribute(STATE)));
  }

  static void write(String prefix, NetworkInterface nic, Output out) {
    if (isDown(nic)) {
      out.set(prefix + "." + KEY, false);
    }
  }
}
