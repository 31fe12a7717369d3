/** python3-libvirt as the judge of functions and numeric codes that virsh does not show. */
@NullMarked
package dev.vireo.interop.python;

import org.jspecify.annotations.NullMarked;
