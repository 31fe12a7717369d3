/** Tests of what docs/architecture.md says of modules, packages and names. */
@NullMarked
package dev.vireo.interop.architecture;

import org.jspecify.annotations.NullMarked;
