package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * Features of the machine ({@code <features>}).
 *
 * @param acpi power management by ACPI
 * @param apic programmable interrupt controllers
 * @param pae physical address extension
 * @param vmport VMware's I/O port; null for the hypervisor's default
 * @param kvmHidden whether KVM hides itself from the guest; null when not said
 * @param extras everything else
 */
public record Features(
    boolean acpi,
    boolean apic,
    boolean pae,
    @Nullable Boolean vmport,
    @Nullable Boolean kvmHidden,
    Extras extras) {
  /** A builder that begins with all of these features. */
  public Builder toBuilder() {
    return new Builder()
        .acpi(acpi)
        .apic(apic)
        .pae(pae)
        .vmport(vmport)
        .kvmHidden(kvmHidden)
        .extras(extras);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link Features}. Not for several threads. */
  public static final class Builder {

    private boolean acpi;
    private boolean apic;
    private boolean pae;
    private @Nullable Boolean vmport;
    private @Nullable Boolean kvmHidden;
    private Extras extras = Extras.NONE;

    private Builder() {}

    /** Sets {@link Features#acpi}. */
    public Builder acpi(boolean value) {
      acpi = value;
      return this;
    }

    /** Sets {@link Features#apic}. */
    public Builder apic(boolean value) {
      apic = value;
      return this;
    }

    /** Sets {@link Features#pae}. */
    public Builder pae(boolean value) {
      pae = value;
      return this;
    }

    /** Sets {@link Features#vmport}. */
    public Builder vmport(@Nullable Boolean value) {
      vmport = value;
      return this;
    }

    /** Sets {@link Features#kvmHidden}. */
    public Builder kvmHidden(@Nullable Boolean value) {
      kvmHidden = value;
      return this;
    }

    /** Sets {@link Features#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public Features build() {
      return new Features(acpi, apic, pae, vmport, kvmHidden, extras);
    }
  }
}
