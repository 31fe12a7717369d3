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
    Extras extras) {}
