package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * VLAN tags of a network interface ({@code <vlan>}).
 *
 * @param trunk whether the guest sees the tags; null when not said
 * @param tags at least one
 */
public record Vlan(@Nullable Boolean trunk, List<Tag> tags) {
  public Vlan {
    tags = List.copyOf(tags);
  }

  /**
   * One tag.
   *
   * @param id 0 to 4095
   * @param nativeMode {@code tagged} or {@code untagged}; null when not said
   * @param extras everything else
   */
  public record Tag(int id, @Nullable String nativeMode, Extras extras) {

    /** A tag with nothing else. */
    public Tag(int id, @Nullable String nativeMode) {
      this(id, nativeMode, Extras.NONE);
    }
  }
}
