/** The objects that a host has one of: what they say of roles, options, licences and the like. */
@NullMarked
package dev.vireo.simulator.internal.manager;

import org.jspecify.annotations.NullMarked;
