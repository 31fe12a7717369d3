/** Tests of the rules. */
@NullMarked
package dev.vireo.vmx.device;

import org.jspecify.annotations.NullMarked;
