package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A controller ({@code virDomainControllerDef}).
 *
 * @param type {@code scsi}, {@code sata}, {@code ide}, {@code nvme}, {@code usb}, {@code pci}...
 * @param index number among the controllers of its type; null to have one chosen
 * @param model such as {@code lsilogic}; null for the hypervisor's choice
 * @param info place
 * @param extras everything else
 */
public record Controller(
    String type, @Nullable Integer index, @Nullable String model, DeviceInfo info, Extras extras) {
  public Controller {
    Objects.requireNonNull(type);
    Objects.requireNonNull(info);
    Objects.requireNonNull(extras);
  }
}
