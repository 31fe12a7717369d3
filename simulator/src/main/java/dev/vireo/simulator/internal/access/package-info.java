/** Users, roles and permissions: who may do what with which objects. */
@NullMarked
package dev.vireo.simulator.internal.access;

import org.jspecify.annotations.NullMarked;
