/**
 * libvirt's snapshot XML as immutable records ({@code virDomainSnapshotDef}), which keep what they
 * do not know as those of {@link dev.vireo.model.domain} do.
 */
@NullMarked
package dev.vireo.model.snapshot;

import org.jspecify.annotations.NullMarked;
