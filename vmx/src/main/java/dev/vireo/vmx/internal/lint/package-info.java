/** The rules that files are checked by. */
@NullMarked
package dev.vireo.vmx.internal.lint;

import org.jspecify.annotations.NullMarked;
