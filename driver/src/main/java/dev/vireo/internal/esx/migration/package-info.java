/** Moving machines from host to host through their vCenter. */
@NullMarked
package dev.vireo.internal.esx.migration;

import org.jspecify.annotations.NullMarked;
