/**
 * VMware's virtual machine configuration files (VMX) as lossless, immutable documents; no I/O.
 *
 * <p>docs/vmx.md says what is accepted and where that differs from libvirt on purpose.
 */
@NullMarked
package dev.vireo.vmx;

import org.jspecify.annotations.NullMarked;
