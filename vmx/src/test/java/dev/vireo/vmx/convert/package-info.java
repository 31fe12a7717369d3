/** Tests of the conversion between configuration files and domains, by the public API. */
@NullMarked
package dev.vireo.vmx.convert;

import org.jspecify.annotations.NullMarked;
