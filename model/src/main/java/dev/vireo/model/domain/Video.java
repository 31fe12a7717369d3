package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * A graphics card ({@code virDomainVideoDef}).
 *
 * @param model {@code vmvga}, {@code vga}, {@code qxl}...
 * @param vram memory in KiB; null when not said
 * @param heads number of screens; null when not said
 * @param primary whether it is the first card; null when not said
 * @param modelExtras everything else of its model
 * @param info place
 * @param extras everything else
 */
public record Video(
    String model,
    @Nullable Long vram,
    @Nullable Integer heads,
    @Nullable Boolean primary,
    Extras modelExtras,
    DeviceInfo info,
    Extras extras)
    implements Device {
  @Override
  public String elementName() {
    return "video";
  }

  /** A builder that begins with all of this card. */
  public Builder toBuilder() {
    return new Builder(model)
        .vram(vram)
        .heads(heads)
        .primary(primary)
        .modelExtras(modelExtras)
        .info(info)
        .extras(extras);
  }

  /**
   * A builder of a card with nothing else.
   *
   * @param model see {@link #model}
   */
  public static Builder builder(String model) {
    return new Builder(model);
  }

  /** Collects one {@link Video}. Not for several threads. */
  public static final class Builder {

    private String model;
    private @Nullable Long vram;
    private @Nullable Integer heads;
    private @Nullable Boolean primary;
    private Extras modelExtras = Extras.NONE;
    private DeviceInfo info = DeviceInfo.NONE;
    private Extras extras = Extras.NONE;

    private Builder(String model) {
      this.model = model;
    }

    /** Sets {@link Video#model}. */
    public Builder model(String value) {
      model = value;
      return this;
    }

    /** Sets {@link Video#vram}. */
    public Builder vram(@Nullable Long value) {
      vram = value;
      return this;
    }

    /** Sets {@link Video#heads}. */
    public Builder heads(@Nullable Integer value) {
      heads = value;
      return this;
    }

    /** Sets {@link Video#primary}. */
    public Builder primary(@Nullable Boolean value) {
      primary = value;
      return this;
    }

    /** Sets {@link Video#modelExtras}. */
    public Builder modelExtras(Extras value) {
      modelExtras = value;
      return this;
    }

    /** Sets {@link Video#info}. */
    public Builder info(DeviceInfo value) {
      info = value;
      return this;
    }

    /** Sets {@link Video#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public Video build() {
      return new Video(model, vram, heads, primary, modelExtras, info, extras);
    }
  }
}
