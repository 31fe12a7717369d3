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
    String type, @Nullable Integer index, @Nullable String model, DeviceInfo info, Extras extras)
    implements Device {
  public Controller {
    Objects.requireNonNull(type);
    Objects.requireNonNull(info);
    Objects.requireNonNull(extras);
  }

  @Override
  public String elementName() {
    return "controller";
  }

  /** A builder that begins with all of this controller. */
  public Builder toBuilder() {
    return new Builder(type).index(index).model(model).info(info).extras(extras);
  }

  /**
   * A builder of a controller with nothing else.
   *
   * @param type see {@link #type}
   */
  public static Builder builder(String type) {
    return new Builder(type);
  }

  /** Collects one {@link Controller}. Not for several threads. */
  public static final class Builder {

    private String type;
    private @Nullable Integer index;
    private @Nullable String model;
    private DeviceInfo info = DeviceInfo.NONE;
    private Extras extras = Extras.NONE;

    private Builder(String type) {
      this.type = type;
    }

    /** Sets {@link Controller#type}. */
    public Builder type(String value) {
      type = value;
      return this;
    }

    /** Sets {@link Controller#index}. */
    public Builder index(@Nullable Integer value) {
      index = value;
      return this;
    }

    /** Sets {@link Controller#model}. */
    public Builder model(@Nullable String value) {
      model = value;
      return this;
    }

    /** Sets {@link Controller#info}. */
    public Builder info(DeviceInfo value) {
      info = value;
      return this;
    }

    /** Sets {@link Controller#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public Controller build() {
      return new Controller(type, index, model, info, extras);
    }
  }
}
