/** The VI methods that the simulated host has, and what each of them does. */
@NullMarked
package dev.vireo.simulator.internal.service;

import org.jspecify.annotations.NullMarked;
