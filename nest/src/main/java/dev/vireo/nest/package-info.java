/**
 * Nested ESXi hosts: what each ESXi version needs to run as a guest of KVM, whether this host can
 * give it, and the domains made from that.
 *
 * <p>{@link dev.vireo.nest.version.EsxiVersion} is the table of the versions, {@link
 * dev.vireo.nest.NestedHostSpec} one wanted host, {@link dev.vireo.nest.NestedHosts} makes, lists
 * and removes them through a {@link dev.vireo.nest.libvirt.VirtualizationHost}. {@link
 * dev.vireo.nest.check.HostCheck} says whether a host is ready, {@link
 * dev.vireo.nest.modernise.Modernise} brings an old domain up to date.
 */
@NullMarked
package dev.vireo.nest;

import org.jspecify.annotations.NullMarked;
