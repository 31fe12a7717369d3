/**
 * libvirt's domain XML as immutable records ({@code virDomainDef}).
 *
 * <p>Each record holds what the VMX mapping and a nested lab need by name, and everything else of
 * its element in {@link dev.vireo.model.xml.Extras}. Values from sets that grow with libvirt, such
 * as models and buses, are strings as they stand in the document: an unknown one is kept.
 */
@NullMarked
package dev.vireo.model.domain;

import org.jspecify.annotations.NullMarked;
