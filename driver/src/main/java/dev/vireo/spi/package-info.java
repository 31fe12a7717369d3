/**
 * For authors of drivers: what a driver has to do so that {@link dev.vireo.Connect} and {@link
 * dev.vireo.Domain} can work on another kind of hypervisor.
 *
 * <p>A driver is a {@link dev.vireo.spi.HypervisorDriver}. It says which URIs are its own and opens
 * {@link dev.vireo.spi.HypervisorConnection}s, which are made of tables: one for each of libvirt's
 * driver tables, the largest of which is several. All methods of a table refuse by default, so a
 * driver has those that it can do, and a new method changes no driver.
 */
@NullMarked
package dev.vireo.spi;

import org.jspecify.annotations.NullMarked;
