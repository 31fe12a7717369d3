/**
 * Runs the vireo command beside C virsh against the same simulated host, and prints the figures.
 */
@NullMarked
package dev.vireo.benchmarks;

import org.jspecify.annotations.NullMarked;
