package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * A trusted platform module ({@code virDomainTPMDef}).
 *
 * @param model {@code tpm-crb}, {@code tpm-tis}...; null when not said
 * @param backendType {@code emulator}, {@code passthrough}...
 * @param version {@code 1.2} or {@code 2.0}; null when not said
 * @param backendExtras everything else of its backend
 * @param info place
 * @param extras everything else
 */
public record Tpm(
    @Nullable String model,
    String backendType,
    @Nullable String version,
    Extras backendExtras,
    DeviceInfo info,
    Extras extras)
    implements Device {
  @Override
  public String elementName() {
    return "tpm";
  }

  /** A builder that begins with all of this module. */
  public Builder toBuilder() {
    return new Builder(backendType)
        .model(model)
        .version(version)
        .backendExtras(backendExtras)
        .info(info)
        .extras(extras);
  }

  /**
   * A builder of a module with nothing else.
   *
   * @param backendType see {@link #backendType}
   */
  public static Builder builder(String backendType) {
    return new Builder(backendType);
  }

  /** Collects one {@link Tpm}. Not for several threads. */
  public static final class Builder {

    private @Nullable String model;
    private String backendType;
    private @Nullable String version;
    private Extras backendExtras = Extras.NONE;
    private DeviceInfo info = DeviceInfo.NONE;
    private Extras extras = Extras.NONE;

    private Builder(String backendType) {
      this.backendType = backendType;
    }

    /** Sets {@link Tpm#model}. */
    public Builder model(@Nullable String value) {
      model = value;
      return this;
    }

    /** Sets {@link Tpm#backendType}. */
    public Builder backendType(String value) {
      backendType = value;
      return this;
    }

    /** Sets {@link Tpm#version}. */
    public Builder version(@Nullable String value) {
      version = value;
      return this;
    }

    /** Sets {@link Tpm#backendExtras}. */
    public Builder backendExtras(Extras value) {
      backendExtras = value;
      return this;
    }

    /** Sets {@link Tpm#info}. */
    public Builder info(DeviceInfo value) {
      info = value;
      return this;
    }

    /** Sets {@link Tpm#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public Tpm build() {
      return new Tpm(model, backendType, version, backendExtras, info, extras);
    }
  }
}
