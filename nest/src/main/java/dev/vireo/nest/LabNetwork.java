package dev.vireo.nest;

import dev.vireo.nest.internal.LinkName;
import dev.vireo.nest.internal.PlainWord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a nested host's network interface is connected to. There is no user-mode network: ESXi was
 * reported not to work with it (https://github.com/hashicorp/packer/issues/9156).
 */
public sealed interface LabNetwork {

  /** What libvirt's own default network is called. */
  String DEFAULT_NETWORK = "default";

  /** In words for messages: {@code bridge br0}. */
  String text();

  /**
   * A Linux bridge.
   *
   * @param bridge its name, such as {@code br0}
   */
  record Bridge(String bridge) implements LabNetwork {
    public Bridge {
      LinkName.require(bridge);
    }

    @Override
    public String text() {
      return "bridge " + bridge;
    }
  }

  /**
   * A bridge of Open vSwitch.
   *
   * @param bridge its name, such as {@code ovsbr0}
   * @param tags VLANs of the port, 1 to 4094, each once; empty for none, more than one for a trunk
   *     only
   * @param trunk whether the guest sees the tags
   * @param nativeTag the one of the tags whose frames the guest sees without a tag; null for none;
   *     for a trunk only
   */
  record OpenVSwitch(String bridge, List<Integer> tags, boolean trunk, @Nullable Integer nativeTag)
      implements LabNetwork {

    private static final int LAST_TAG = 4094;

    public OpenVSwitch {
      LinkName.require(bridge);
      tags = List.copyOf(tags);
      for (int tag : tags) {
        if (tag < 1 || tag > LAST_TAG) {
          throw new NestException("%d is not a VLAN tag".formatted(tag))
              .withHint("give 1 to " + LAST_TAG);
        }
        if (tags.indexOf(tag) != tags.lastIndexOf(tag)) {
          throw new NestException("the VLAN tag %d is given more than once".formatted(tag));
        }
      }
      if (!trunk && tags.size() > 1) {
        throw new NestException(
            "the VLAN tags %s need a trunk: only one fits a port that is none".formatted(tags));
      }
      if (trunk && tags.isEmpty()) {
        throw new NestException("a trunk needs the VLAN tags that it carries");
      }
      if (nativeTag != null && !(trunk && tags.contains(nativeTag))) {
        throw new NestException(
            "the native VLAN %d must be one of the tags of a trunk".formatted(nativeTag));
      }
    }

    /** A port without VLAN. */
    public static OpenVSwitch untagged(String bridge) {
      return new OpenVSwitch(bridge, List.of(), false, null);
    }

    /** A port in one VLAN; the guest sees no tags. */
    public static OpenVSwitch inVlan(String bridge, int tag) {
      return new OpenVSwitch(bridge, List.of(tag), false, null);
    }

    @Override
    public String text() {
      return "Open vSwitch bridge " + bridge;
    }
  }

  /**
   * A network of libvirt.
   *
   * @param network its name
   * @param portGroup one of its port groups; null for none
   */
  record LibvirtNetwork(String network, @Nullable String portGroup) implements LabNetwork {
    public LibvirtNetwork {
      Objects.requireNonNull(network);
      PlainWord.require("libvirt network", network);
      PlainWord.require("port group", portGroup);
    }

    @Override
    public String text() {
      return "libvirt network " + network;
    }
  }
}
