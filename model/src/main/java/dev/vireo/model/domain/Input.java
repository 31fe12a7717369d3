package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * A mouse, keyboard or tablet ({@code virDomainInputDef}).
 *
 * @param type {@code mouse}, {@code keyboard}, {@code tablet}...
 * @param bus {@code ps2}, {@code usb}, {@code virtio}...; null when not said
 * @param info place
 * @param extras everything else
 */
public record Input(String type, @Nullable String bus, DeviceInfo info, Extras extras) {}
