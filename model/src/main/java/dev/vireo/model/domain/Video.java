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
    Extras extras) {}
