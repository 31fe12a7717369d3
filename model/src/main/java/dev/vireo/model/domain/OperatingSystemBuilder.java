package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects one {@link OperatingSystem}. Not for several threads. */
public final class OperatingSystemBuilder {

  private String type;
  private @Nullable String arch;
  private @Nullable String machine;
  private @Nullable String firmware;
  private List<OperatingSystem.FirmwareFeature> firmwareFeatures = List.of();
  private OperatingSystem.@Nullable Loader loader;
  private OperatingSystem.@Nullable Nvram nvram;
  private @Nullable String kernel;
  private @Nullable String initrd;
  private @Nullable String cmdline;
  private List<String> bootDevices = List.of();
  private @Nullable String smbiosMode;
  private Extras extras = Extras.NONE;

  OperatingSystemBuilder(String type) {
    this.type = type;
  }

  /** Sets {@link OperatingSystem#type}. */
  public OperatingSystemBuilder type(String value) {
    type = value;
    return this;
  }

  /** Sets {@link OperatingSystem#arch}. */
  public OperatingSystemBuilder arch(@Nullable String value) {
    arch = value;
    return this;
  }

  /** Sets {@link OperatingSystem#machine}. */
  public OperatingSystemBuilder machine(@Nullable String value) {
    machine = value;
    return this;
  }

  /** Sets {@link OperatingSystem#firmware}. */
  public OperatingSystemBuilder firmware(@Nullable String value) {
    firmware = value;
    return this;
  }

  /** Sets {@link OperatingSystem#firmwareFeatures}. */
  public OperatingSystemBuilder firmwareFeatures(List<OperatingSystem.FirmwareFeature> value) {
    firmwareFeatures = value;
    return this;
  }

  /** Sets {@link OperatingSystem#loader}. */
  public OperatingSystemBuilder loader(OperatingSystem.@Nullable Loader value) {
    loader = value;
    return this;
  }

  /** Sets {@link OperatingSystem#nvram}. */
  public OperatingSystemBuilder nvram(OperatingSystem.@Nullable Nvram value) {
    nvram = value;
    return this;
  }

  /** Sets {@link OperatingSystem#kernel}. */
  public OperatingSystemBuilder kernel(@Nullable String value) {
    kernel = value;
    return this;
  }

  /** Sets {@link OperatingSystem#initrd}. */
  public OperatingSystemBuilder initrd(@Nullable String value) {
    initrd = value;
    return this;
  }

  /** Sets {@link OperatingSystem#cmdline}. */
  public OperatingSystemBuilder cmdline(@Nullable String value) {
    cmdline = value;
    return this;
  }

  /** Sets {@link OperatingSystem#bootDevices}. */
  public OperatingSystemBuilder bootDevices(List<String> value) {
    bootDevices = value;
    return this;
  }

  /** Sets {@link OperatingSystem#smbiosMode}. */
  public OperatingSystemBuilder smbiosMode(@Nullable String value) {
    smbiosMode = value;
    return this;
  }

  /** Sets {@link OperatingSystem#extras}. */
  public OperatingSystemBuilder extras(Extras value) {
    extras = value;
    return this;
  }

  /** The finished record. */
  public OperatingSystem build() {
    return new OperatingSystem(
        type,
        arch,
        machine,
        firmware,
        firmwareFeatures,
        loader,
        nvram,
        kernel,
        initrd,
        cmdline,
        bootDevices,
        smbiosMode,
        extras);
  }
}
