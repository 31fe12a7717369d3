/** One converter per kind of device, each in both directions between VMX and domain. */
@NullMarked
package dev.vireo.vmx.internal.convert;

import org.jspecify.annotations.NullMarked;
