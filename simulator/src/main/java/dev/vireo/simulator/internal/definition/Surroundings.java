package dev.vireo.simulator.internal.definition;

import dev.vireo.simulator.internal.files.DiskDescriptor;
import dev.vireo.vmx.FileNameResolver;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a VMX file leaves to the host that reads it.
 *
 * @param names what names of files mean
 * @param disks reads the text part of a disk by its datastore path; null for one that is not there
 * @param biosUuids draws UUIDs that guests see
 * @param instanceUuids draws UUIDs that a vCenter tells machines apart by
 * @param macs draws MAC addresses
 */
public record Surroundings(
    FileNameResolver names,
    Function<String, @Nullable DiskDescriptor> disks,
    Supplier<UUID> biosUuids,
    Supplier<UUID> instanceUuids,
    Supplier<String> macs) {}
