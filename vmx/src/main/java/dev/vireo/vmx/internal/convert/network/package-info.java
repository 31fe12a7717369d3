/** Conversion of network interfaces. */
@NullMarked
package dev.vireo.vmx.internal.convert.network;

import org.jspecify.annotations.NullMarked;
