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
    Extras extras) {}
