/** Conversion of disks and of what they are at. */
@NullMarked
package dev.vireo.vmx.internal.convert.disk;

import org.jspecify.annotations.NullMarked;
