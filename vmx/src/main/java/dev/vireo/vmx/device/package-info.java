/**
 * Virtual hardware as a VMX file says it: its versions, the kinds of devices with their keys and
 * places, and what each version has at most. Conversion, checks and comparison all read it here.
 */
@NullMarked
package dev.vireo.vmx.device;

import org.jspecify.annotations.NullMarked;
