/** Tests of the rules. */
@NullMarked
package dev.vireo.vmx.lint;

import org.jspecify.annotations.NullMarked;
