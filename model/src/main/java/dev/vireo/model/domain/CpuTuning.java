package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * Share of the host's processors ({@code <cputune>}).
 *
 * @param shares weight beside other domains, an unsigned number; null when not said
 * @param extras everything else
 */
public record CpuTuning(@Nullable Long shares, Extras extras) {}
