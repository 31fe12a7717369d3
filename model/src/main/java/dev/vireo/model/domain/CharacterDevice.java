package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A serial port, parallel port, console or channel ({@code virDomainChrDef}). Which of these it is
 * says the list of {@link Devices} that holds it.
 *
 * @param source the host's end
 * @param target the guest's end
 * @param info place
 * @param extras everything else
 */
public record CharacterDevice(
    CharacterSource source, @Nullable CharacterTarget target, DeviceInfo info, Extras extras) {
  public CharacterDevice {
    Objects.requireNonNull(source);
    Objects.requireNonNull(info);
    Objects.requireNonNull(extras);
  }
}
