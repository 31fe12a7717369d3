/** Conversion of serial and parallel ports. */
@NullMarked
package dev.vireo.vmx.internal.convert.port;

import org.jspecify.annotations.NullMarked;
