/**
 * Holds the VMX converters against C libvirt's: a corpus, random documents, and what is allowed to
 * differ.
 */
@NullMarked
package dev.vireo.interop.vmx;

import org.jspecify.annotations.NullMarked;
