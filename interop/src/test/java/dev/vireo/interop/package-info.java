/** Checks against programs that nobody here wrote: C virsh, vcsim, govc and pyvmomi. */
@NullMarked
package dev.vireo.interop;

import org.jspecify.annotations.NullMarked;
