package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;

/**
 * The memory balloon ({@code virDomainMemballoonDef}).
 *
 * @param model {@code virtio}, {@code none}...
 * @param info place
 * @param extras everything else
 */
public record MemoryBalloon(String model, DeviceInfo info, Extras extras) {}
